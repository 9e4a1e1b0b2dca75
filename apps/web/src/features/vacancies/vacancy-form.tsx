import { DEGREES } from '@dcc/domain/vacancies/criteria';
import { openVacancyInput, reviseVacancyInput } from '@dcc/domain/vacancies/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api, client } from '../../api/client.ts';
import type { Vacancy } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { degreeWord } from '../../app/vacancy-words.ts';
import { DateField, NoteField, NumberField, SelectField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { LanguagesField } from './languages-field.tsx';

const NOTHING_ASKED = {
  oldestAge: null,
  degree: null,
  experienceYears: 0,
  languages: { all: [], oneOf: [], asset: [] },
  eligibilitySetId: null,
} as const;

/** Opens a position to applications. */
export function OpenVacancyForm({
  position,
  onClose,
}: {
  readonly position: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const navigate = useNavigate();
  const recorded = useRef<string | null>(null);
  const close = () => {
    onClose();
    if (recorded.current !== null) void navigate({ to: '/vacancies/$id', params: { id: recorded.current } });
  };
  return (
    <RecordingDialog
      title={<Trans>Open a vacancy: {position.title}</Trans>}
      intro={
        <Trans>
          Everybody sees it from its first to its last day, once the position is advertised. What is asked cannot be
          changed after the first candidate is on record.
        </Trans>
      }
      schema={openVacancyInput}
      defaultValues={{
        positionId: position.id,
        opensOn: today,
        closesOn: '',
        criteria: { ...NOTHING_ASKED, languages: { all: [], oneOf: [], asset: [] } },
        text: '',
      }}
      record={(input) => client.vacancies.open.mutate(input)}
      recordWords={<Trans>Open the vacancy</Trans>}
      onRecorded={({ id }) => {
        recorded.current = id;
      }}
      onClose={close}
    >
      <VacancyFields />
    </RecordingDialog>
  );
}

/** Changes the days, the criteria or the text of a vacancy; what was before stays on record. */
export function ReviseVacancyForm({ vacancy, onClose }: { readonly vacancy: Vacancy; readonly onClose: () => void }) {
  const { row, criteria, text } = vacancy;
  return (
    <RecordingDialog
      title={<Trans>Change the vacancy: {row.position.title}</Trans>}
      intro={<Trans>Once a candidate is on record, only the last day and the text can change.</Trans>}
      schema={reviseVacancyInput}
      defaultValues={{ vacancyId: row.id, opensOn: row.opensOn, closesOn: row.closesOn, criteria, text }}
      record={(input) => client.vacancies.revise.mutate(input)}
      onClose={onClose}
    >
      <VacancyFields />
    </RecordingDialog>
  );
}

function VacancyFields() {
  const { data } = useQuery(api.eligibility.get.queryOptions({}));
  return (
    <>
      <DateField name="opensOn" label={t`First day of applications`} />
      <DateField name="closesOn" label={t`Last day of applications`} />
      <SelectField
        name="criteria.eligibilitySetId"
        label={t`Nationality by`}
        hint={t`A version of the rules on eligible countries, checked on the day of application.`}
        empty={t`None asked`}
        nullable
        options={(data?.sets ?? []).map(({ id, name, version }) => ({
          value: id,
          label: t`${name}, version ${version}`,
        }))}
      />
      <NumberField
        name="criteria.oldestAge"
        label={t`Oldest age`}
        hint={t`In years, on the day of application.`}
        optional
        nullable
      />
      <SelectField
        name="criteria.degree"
        label={t`Degree, at least`}
        empty={t`None asked`}
        nullable
        options={DEGREES.map((degree) => ({ value: degree, label: degreeWord(degree) }))}
      />
      <NumberField
        name="criteria.experienceYears"
        label={t`Years of work`}
        hint={t`Gained after the first-level degree; 0 where none is asked.`}
      />
      <LanguagesField name="criteria.languages.all" label={t`Languages, all of them`} />
      <LanguagesField name="criteria.languages.oneOf" label={t`Languages, at least one`} />
      <LanguagesField name="criteria.languages.asset" label={t`Languages that help`} />
      <div className="form-grid__wide">
        <NoteField
          name="text"
          label={t`Text for the public`}
          hint={t`How to apply and whom to ask. Name no candidate.`}
        />
      </div>
    </>
  );
}
