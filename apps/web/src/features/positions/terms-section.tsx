import { TERMS_FIELDS, TERMS_TAGS } from '@dcc/domain/positions/terms';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { Position } from '../../api/views.ts';
import { termsFieldWord } from '../../app/life-words.ts';
import { useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Fact, Facts, FactText } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { usePlaceWords } from './country-names.ts';
import { TermsOfReferenceForm } from './terms-form.tsx';

type Version = Position['terms']['versions'][number];

/** What the post is, by the fields of the template: the last version, and the earlier ones behind it. */
export function TermsSection({ position }: { readonly position: Position }) {
  const { may } = useSession();
  const placeWords = usePlaceWords();
  const [open, setOpen] = useState(false);
  const { versions, empty } = position.terms;
  const last = versions.at(-1);
  return (
    <Section
      title={<Trans>Terms of reference</Trans>}
      tools={
        <PermittedButton permission={may('terms.record')} onClick={() => setOpen(true)}>
          <Trans>Write a new version</Trans>
        </PermittedButton>
      }
      {...(last !== undefined && empty.length > 0 ? { note: emptySentence(empty) } : {})}
    >
      {last === undefined ? (
        <EmptyState>
          <Trans>Nobody has written terms of reference yet: no post is submitted without them.</Trans>
        </EmptyState>
      ) : (
        <>
          <VersionHead version={last} />
          <Facts facts={postFacts(position, placeWords(position.row.dutyStation))} />
          <VersionFacts version={last} />
          {versions.length > 1 ? <Earlier versions={versions.slice(0, -1)} /> : null}
        </>
      )}
      {open ? <TermsOfReferenceForm position={position} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

/** What the template asks for and the position itself holds. */
function postFacts({ row }: Position, place: string): Fact[] {
  return [
    { key: 'title', label: <Trans>Title</Trans>, value: row.title },
    { key: 'organization', label: <Trans>Organization</Trans>, value: row.organization.name },
    { key: 'station', label: <Trans>Duty station</Trans>, value: place },
    {
      key: 'starts',
      label: <Trans>Starts</Trans>,
      value: row.startsOn === null ? <span className="soft">{t`not known yet`}</span> : <DateText on={row.startsOn} />,
    },
  ];
}

function emptySentence(empty: Position['terms']['empty']): string {
  const names = empty.map(termsFieldWord).join(', ');
  return plural(empty.length, { one: `# field is empty: ${names}.`, other: `# fields are empty: ${names}.` });
}

function VersionHead({ version }: { readonly version: Version }) {
  return (
    <p className="soft">
      <Trans>
        Version {version.number}, <DateText on={version.recordedAt.slice(0, 10)} />, {version.by}
      </Trans>
    </p>
  );
}

function VersionFacts({ version: { terms } }: { readonly version: Version }) {
  const fields = [...TERMS_FIELDS, ...TERMS_TAGS];
  const word = (field: (typeof fields)[number]) => {
    const value = terms[field];
    if (value === '') return <span className="soft">{t`empty`}</span>;
    if (field === 'nonFamily') return value === 'yes' ? t`yes` : t`no`;
    return <FactText>{value}</FactText>;
  };
  return <Facts facts={fields.map((field) => ({ key: field, label: termsFieldWord(field), value: word(field) }))} />;
}

function Earlier({ versions }: { readonly versions: readonly Version[] }) {
  return (
    <details>
      <summary>{plural(versions.length, { one: '# earlier version', other: '# earlier versions' })}</summary>
      {versions.toReversed().map((version) => (
        <div key={version.number} className="earlier-terms">
          <VersionHead version={version} />
          <VersionFacts version={version} />
        </div>
      ))}
    </details>
  );
}
