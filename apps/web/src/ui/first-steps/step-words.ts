import type { FirstStep } from '@dcc/domain/people/first-steps';
import { t } from '@lingui/core/macro';
import type { LinkProps } from '@tanstack/react-router';
import { i18n } from '@lingui/core';
import type { FirstSteps } from '../../api/views.ts';
import { roleName } from '../../app/role-words.ts';

/** What a step is, why it is needed, and the link that does it. */
export type StepWords = {
  readonly title: string;
  readonly why: string;
  readonly action: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
};

const roles = (missing: FirstSteps['missingRoles']): string =>
  new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(missing.map(roleName));

export function stepWords(step: FirstStep, { missingRoles, agreementId }: FirstSteps): StepWords {
  switch (step) {
    case 'people':
      return {
        title: t`Give people their accounts`,
        why:
          missingRoles.length === 0
            ? t`The secretariat records, the chair decides, and somebody else certifies.`
            : t`Nobody certifies what they recorded, and only a chair decides. Still missing: ${roles(missingRoles)}.`,
        action: t`Add a person`,
        link: { to: '/people', search: { record: 'person' } },
      };
    case 'hosts':
      return {
        title: t`Name a host organization and a duty station`,
        why: t`A position belongs to the organization that employs the officer, at a place.`,
        action: t`Add hosts and places`,
        link: { to: '/positions' },
      };
    case 'committee':
      return {
        title: t`Seat the committee and set its rules`,
        why: t`Only a decision of the committee reserves money, by its own quorum and majority.`,
        action: t`Members and rules`,
        link: { to: '/committee' },
      };
    case 'rates':
      return {
        title: t`Import exchange rates`,
        why: t`Only for contributions in another currency than the US dollar: npm run --silent fund -- import rates FILE`,
        action: t`See rates`,
        link: { to: '/rates' },
      };
    case 'contributor':
      return {
        title: t`Name a contributor`,
        why: t`Every gift and every statement belongs to one.`,
        action: t`Add a contributor`,
        link: { to: '/contributions', search: { record: 'contributor' } },
      };
    case 'agreement':
      return {
        title: t`Sign the first agreement`,
        why: t`It says what is to come, when, and what it may pay for.`,
        action: t`Sign an agreement`,
        link: { to: '/contributions', search: { record: 'agreement' } },
      };
    case 'deposit':
      return {
        title: t`Record the first deposit`,
        why: t`Only cash that has arrived can pay for a position.`,
        action: t`Record a deposit`,
        link:
          agreementId === null ? { to: '/contributions' } : { to: '/contributions/$id', params: { id: agreementId } },
      };
    case 'certification':
      return {
        title: t`Certify what was recorded`,
        why: t`A second person looks at every entry; the certified statement leaves out what waits.`,
        action: t`See what waits`,
        link: { to: '/ledger', search: { certification: 'pending' } },
      };
    case 'position':
      return {
        title: t`Propose the first position`,
        why: t`With its host, its place, its years and what they cost, so that a round can compare it.`,
        action: t`Propose a position`,
        link: { to: '/positions', search: { record: 'position' } },
      };
  }
}
