import { GENDERS } from '@dcc/domain/vacancies/candidate';
import { DEGREES } from '@dcc/domain/vacancies/criteria';
import { advanceCandidateInput, eraseCandidateInput, recordCandidateInput } from '@dcc/domain/vacancies/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Candidate, Vacancy } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useSession } from '../../app/session.ts';
import { candidateStageWord, degreeWord, genderWord, languageName } from '../../app/vacancy-words.ts';
import { Button } from '../../ui/button.tsx';
import { type Fact, Facts } from '../../ui/facts.tsx';
import { DateField, NumberField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatDate } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { shortfallWords } from './candidate-words.ts';
import { LanguagesField } from './languages-field.tsx';

/** Puts somebody on the long list: what the criteria and the balance of the list need, and no more. */
export function RecordCandidate({
  vacancy: { row },
  onClose,
}: {
  readonly vacancy: Vacancy;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const { countries } = useChoices();
  return (
    <RecordingDialog
      title={<Trans>Add a candidate: {row.position.title}</Trans>}
      intro={
        <Trans>
          Only who is on the long list, and only what the criteria need. It is kept apart from everything else and
          erased when its time is over.
        </Trans>
      }
      schema={recordCandidateInput}
      defaultValues={{
        vacancyId: row.id,
        appliedOn: row.closesOn < today ? row.closesOn : today,
        listedOn: today,
        name: '',
        nationality: '',
        gender: null,
        birthYear: null,
        degree: null,
        experienceYears: null,
        languages: [],
      }}
      record={(input) => client.candidates.record.mutate(input)}
      recordWords={<Trans>Add</Trans>}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} />
      <SelectField
        name="nationality"
        label={t`Nationality`}
        hint={t`The one by which the person applies.`}
        empty={t`Choose a country`}
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DateField name="appliedOn" label={t`Applied on`} max={today} />
      <DateField name="listedOn" label={t`On the long list since`} max={today} />
      <SelectField
        name="gender"
        label={t`Gender`}
        empty={t`Not stated`}
        nullable
        options={GENDERS.map((gender) => ({ value: gender, label: genderWord(gender) }))}
      />
      <NumberField name="birthYear" label={t`Year of birth`} optional nullable />
      <SelectField
        name="degree"
        label={t`Highest degree`}
        empty={t`Not known`}
        nullable
        options={DEGREES.map((degree) => ({ value: degree, label: degreeWord(degree) }))}
      />
      <NumberField
        name="experienceYears"
        label={t`Years of work`}
        hint={t`Gained after the first-level degree.`}
        optional
        nullable
      />
      <LanguagesField name="languages" label={t`Languages`} />
    </RecordingDialog>
  );
}

/** What is known of a candidate, and the stages that may follow. */
export function CandidateDialog({
  candidate,
  onErase,
  onClose,
}: {
  readonly candidate: Candidate;
  readonly onErase: () => void;
  readonly onClose: () => void;
}) {
  const { today } = useSession();
  const stage = candidateStageWord(candidate.stage);
  return (
    <RecordingDialog
      title={
        <Trans>
          Candidate {candidate.number}: {candidate.person?.name ?? ''}
        </Trans>
      }
      schema={advanceCandidateInput}
      defaultValues={{
        candidateId: candidate.id,
        from: candidate.stage,
        to: candidate.next[0] ?? candidate.stage,
        on: today,
      }}
      record={(input) => client.candidates.advance.mutate(input)}
      recordWords={<Trans>Move</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide">
        <Facts facts={useCandidateFacts(candidate)} />
      </div>
      <SelectField
        name="to"
        label={t`Next stage`}
        hint={t`Now: ${stage}`}
        options={candidate.next.map((to) => ({ value: to, label: candidateStageWord(to) }))}
      />
      <DateField name="on" label={t`On`} max={today} />
      <div className="form-grid__wide">
        <Button look="quiet" onClick={onErase}>
          <Trans>Erase this candidate</Trans>
        </Button>
      </div>
    </RecordingDialog>
  );
}

function useCandidateFacts({ person, appliedOn, steps, keptUntil }: Candidate): Fact[] {
  const { countries } = useChoices();
  if (person === null) return [];
  const unknown = t`not known`;
  const { nationality, gender, birthYear, degree, experienceYears, languages, shortfalls } = person;
  return [
    {
      key: 'lacking',
      label: <Trans>Not met</Trans>,
      value:
        shortfalls.length === 0 ? (
          <Trans>every criterion is met</Trans>
        ) : (
          <ul className="stages__shortfalls">
            {shortfalls.map((each) => (
              <li key={shortfallWords(each)}>{shortfallWords(each)}</li>
            ))}
          </ul>
        ),
    },
    {
      key: 'nationality',
      label: <Trans>Nationality</Trans>,
      value: countries.find(({ code }) => code === nationality)?.name ?? nationality,
    },
    { key: 'gender', label: <Trans>Gender</Trans>, value: gender === null ? t`not stated` : genderWord(gender) },
    { key: 'born', label: <Trans>Year of birth</Trans>, value: birthYear ?? unknown },
    { key: 'degree', label: <Trans>Highest degree</Trans>, value: degree === null ? unknown : degreeWord(degree) },
    { key: 'years', label: <Trans>Years of work</Trans>, value: experienceYears ?? unknown },
    { key: 'languages', label: <Trans>Languages</Trans>, value: languages?.map(languageName).join(', ') ?? unknown },
    { key: 'applied', label: <Trans>Applied on</Trans>, value: formatDate(appliedOn) },
    {
      key: 'steps',
      label: <Trans>Steps</Trans>,
      value: steps.map(({ to, on }) => `${candidateStageWord(to)} ${formatDate(on)}`).join(', '),
    },
    {
      key: 'kept',
      label: <Trans>Kept until</Trans>,
      value: keptUntil === null ? t`no period is set` : formatDate(keptUntil),
    },
  ];
}

/** Empties what is personal of one candidate, for good. */
export function EraseCandidate({
  candidate,
  onClose,
}: {
  readonly candidate: Candidate;
  readonly onClose: () => void;
}) {
  return (
    <RecordingDialog
      title={<Trans>Erase candidate {candidate.number}</Trans>}
      intro={
        <Trans>
          The name and everything else that is personal are emptied for good. That there was a candidate, and how far it
          came, stays counted.
        </Trans>
      }
      schema={eraseCandidateInput}
      defaultValues={{ candidateId: candidate.id, reason: 'request' }}
      record={(input) => client.candidates.erase.mutate(input)}
      recordWords={<Trans>Erase</Trans>}
      doneWords={<Trans>Erased. The numbers of candidates are as before.</Trans>}
      onClose={onClose}
    >
      <SelectField
        name="reason"
        label={t`Reason`}
        options={[
          { value: 'request', label: t`the person asked for it` },
          { value: 'retention', label: t`its time is over` },
          { value: 'mistake', label: t`it was recorded by mistake` },
        ]}
      />
    </RecordingDialog>
  );
}
