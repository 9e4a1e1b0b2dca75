import { endTermInput, fillSeatInput, setRulesInput } from '@dcc/domain/committee/inputs';
import { SEAT_KINDS } from '@dcc/domain/committee/kinds';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Committee, CommitteeSeat } from '../../api/views.ts';
import { seatWord } from '../../app/committee-words.ts';
import { useSession } from '../../app/session.ts';
import { DateField, NoteField, NumberField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type CloseProps = { readonly onClose: () => void };

/** Gives a seat to a person for a term. */
export function SeatDialog({ committee, onClose }: CloseProps & { readonly committee: Committee }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Fill a seat</Trans>}
      intro={<Trans>The term before it has to be over: two terms in one seat never overlap.</Trans>}
      schema={fillSeatInput}
      defaultValues={{ kind: 'member', organizationId: null, personId: '', startsOn: today, endsOn: null }}
      record={(input) => client.committee.seats.record.mutate(input)}
      recordWords={<Trans>Fill the seat</Trans>}
      doneWords={<Trans>The seat is filled.</Trans>}
      onClose={onClose}
    >
      <SelectField
        name="personId"
        label={t`Person`}
        hint={t`Who has an account as a committee member or chair.`}
        empty={t`Choose a person`}
        options={committee.people.map(({ id, name, organization }) => ({
          value: id,
          label: organization === null ? name : `${name}, ${organization}`,
        }))}
      />
      <SelectField
        name="kind"
        label={t`Seat`}
        options={SEAT_KINDS.map((kind) => ({ value: kind, label: seatWord(kind) }))}
      />
      <SelectField
        name="organizationId"
        label={t`Organization`}
        hint={t`None for the chair.`}
        empty={t`none`}
        nullable
        options={committee.organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <DateField name="startsOn" label={t`From`} />
      <DateField name="endsOn" label={t`Until`} hint={t`Left out: until it is ended.`} optional nullable />
    </RecordingDialog>
  );
}

/** Ends a term earlier than it was given. */
export function EndTermDialog({ seat, onClose }: CloseProps & { readonly seat: CommitteeSeat }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>End the term of {seat.personName}</Trans>}
      intro={<Trans>The last day still belongs to the term. What was decided until then stays decided.</Trans>}
      schema={endTermInput}
      defaultValues={{ seatId: seat.id, endsOn: today, reason: '' }}
      record={(input) => client.committee.seats.end.mutate(input)}
      recordWords={<Trans>End the term</Trans>}
      doneWords={<Trans>The term is ended.</Trans>}
      onClose={onClose}
    >
      <DateField name="endsOn" label={t`Last day`} />
      <div className="form-grid__wide">
        <NoteField name="reason" label={t`Reason`} optional={false} />
      </div>
    </RecordingDialog>
  );
}

function ShareFields({ name, label }: { readonly name: string; readonly label: string }) {
  return (
    <fieldset className="form-grid__wide form-grid">
      <legend className="field__label">{label}</legend>
      <SelectField
        name={`${name}.bound`}
        label={t`Bound`}
        options={[
          { value: 'at-least', label: t`at least` },
          { value: 'more-than', label: t`more than` },
        ]}
      />
      <NumberField name={`${name}.numerator`} label={t`Parts`} hint={t`1 of 1/2`} />
      <NumberField name={`${name}.denominator`} label={t`Of`} hint={t`2 of 1/2`} />
    </fieldset>
  );
}

/** Sets quorum, majority and time to object, from a day on. */
export function RulesDialog({ onClose }: CloseProps) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Set the rules of procedure</Trans>}
      intro={<Trans>Enter them as the terms of reference say. What was decided before stays as it is.</Trans>}
      schema={setRulesInput}
      defaultValues={{
        effectiveOn: today,
        quorum: { bound: 'at-least', numerator: 1, denominator: 2 },
        majority: { bound: 'more-than', numerator: 1, denominator: 2 },
        majorityOf: 'cast',
        windowDays: 10,
        source: '',
      }}
      record={(input) => client.committee.rules.set.mutate(input)}
      recordWords={<Trans>Set the rules</Trans>}
      doneWords={<Trans>The rules are set.</Trans>}
      onClose={onClose}
    >
      <ShareFields name="quorum" label={t`Quorum, of the organizations with a seat`} />
      <ShareFields name="majority" label={t`Majority`} />
      <SelectField
        name="majorityOf"
        label={t`Majority of`}
        options={[
          { value: 'cast', label: t`the votes for and against` },
          { value: 'present', label: t`those who are here and may vote` },
        ]}
      />
      <NumberField name="windowDays" label={t`Days to object in writing`} />
      <DateField name="effectiveOn" label={t`In force from`} />
      <TextField name="source" label={t`Source`} hint={t`The paper that says so.`} />
    </RecordingDialog>
  );
}
