import { type Role, ROLES } from '@dcc/domain/people/capability';
import { t } from '@lingui/core/macro';
import type { People } from '../../api/views.ts';
import { roleName } from '../../app/role-words.ts';
import { ChoicesField, SelectField } from '../../ui/form-fields.tsx';

type PersonFieldsProps = { readonly people: People };

/** What a person may be, and for whom: the same fields when somebody is added and when roles change. */
export function PersonFields({ people }: PersonFieldsProps) {
  return (
    <>
      <ChoicesField
        name="roles"
        label={t`Roles`}
        hint={t`A member never decides on a post for the own organization.`}
        options={ROLES.map((role: Role) => ({ value: role, label: roleName(role) }))}
      />
      <div className="stack">
        <SelectField
          name="organizationId"
          label={t`Organization`}
          optional
          nullable
          empty={t`None`}
          options={people.organizations.map((organization) => ({ value: organization.id, label: organization.name }))}
        />
        <SelectField
          name="contributorId"
          label={t`Contributor`}
          hint={t`Needed for the role of contributor: whose agreements this person sees.`}
          optional
          nullable
          empty={t`None`}
          options={people.contributors.map((contributor) => ({ value: contributor.id, label: contributor.name }))}
        />
      </div>
    </>
  );
}
