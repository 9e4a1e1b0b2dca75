import './propose-form.css';
import { proposePositionInput, setPositionTermsInput } from '@dcc/domain/positions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useSession } from '../../app/session.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Button } from '../../ui/button.tsx';
import { AmountField, DateField, NoteField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatMoney } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { usePlaceWords } from './country-names.ts';

/** A post that a host asks the fund to sponsor. */
export function ProposeForm({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  const navigate = useNavigate();
  const recorded = useRef<string | null>(null);
  const close = () => {
    onClose();
    if (recorded.current !== null) void navigate({ to: '/positions/$id', params: { id: recorded.current } });
  };
  return (
    <RecordingDialog
      title={<Trans>Propose a position</Trans>}
      intro={
        <Trans>
          What a host organization asks the fund to sponsor. Proposing reserves no money: that takes a decision of the
          committee.
        </Trans>
      }
      schema={proposePositionInput}
      defaultValues={{
        proposedOn: today,
        title: '',
        organizationId: '',
        dutyStationId: '',
        startsOn: '',
        yearlyCosts: ['', ''],
        description: '',
      }}
      record={(input) => client.positions.propose.mutate(input)}
      onRecorded={({ id }) => {
        recorded.current = id;
      }}
      onClose={close}
    >
      <DateField name="proposedOn" label={t`Proposed on`} max={today} />
      <TermsFields />
    </RecordingDialog>
  );
}

/** The terms of a post of which only the existence was known. */
export function TermsForm({ position, onClose }: { readonly position: Position; readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Enter the terms of the post</Trans>}
      intro={
        <Trans>Host, place, dates and cost as they are agreed. Once they are on record they stay as they are.</Trans>
      }
      schema={setPositionTermsInput}
      defaultValues={{
        positionId: position.row.id,
        title: position.row.title,
        organizationId: '',
        dutyStationId: '',
        startsOn: '',
        yearlyCosts: ['', ''],
        description: position.description,
      }}
      record={(input) => client.positions.setTerms.mutate(input)}
      onClose={onClose}
    >
      <TermsFields />
    </RecordingDialog>
  );
}

function TermsFields() {
  const { organizations, dutyStations } = useChoices();
  const placeWords = usePlaceWords();
  return (
    <>
      <div className="form-grid__wide">
        <TextField name="title" label={t`Title of the post`} />
      </div>
      <SelectField
        name="organizationId"
        label={t`Host organization`}
        empty={t`Choose an organization`}
        options={organizations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <SelectField
        name="dutyStationId"
        label={t`Duty station`}
        empty={t`Choose a duty station`}
        options={dutyStations.map((place) => ({ value: place.id, label: placeWords(place) }))}
      />
      <DateField
        name="startsOn"
        label={t`Starts on`}
        hint={t`Each contract year begins twelve months after the one before.`}
      />
      <span />
      <YearlyCosts />
      <div className="form-grid__wide">
        <NoteField
          name="description"
          label={t`The post in short`}
          hint={t`What it is for. Its terms of reference are written afterwards. Name no candidate.`}
        />
      </div>
    </>
  );
}

const MOST_YEARS = 4;

function YearlyCosts() {
  const { setValue, getValues } = useFormContext();
  const watched: unknown = useWatch({ name: 'yearlyCosts' });
  const costs = Array.isArray(watched) ? watched.map(String) : [];
  const set = (next: readonly string[]) => setValue('yearlyCosts', next, { shouldDirty: true });
  const current = () => (getValues('yearlyCosts') as unknown[]).map(String);
  return (
    <fieldset className="field form-grid__wide">
      <legend className="field__label">
        <Trans>Cost of each year</Trans>
      </legend>
      <div className="form-grid">
        {costs.map((_cost, index) => (
          // A year has no identity but its place.
          // oxlint-disable-next-line react/no-array-index-key -- years are only added and taken off at the end.
          <AmountField key={index} name={`yearlyCosts.${index}`} label={t`Year ${index + 1}`} currency="USD" />
        ))}
      </div>
      <p className="yearly-costs">
        <Button disabled={costs.length >= MOST_YEARS} onClick={() => set([...current(), ''])}>
          <Trans>Add a year</Trans>
        </Button>
        <Button disabled={costs.length <= 1} onClick={() => set(current().slice(0, -1))}>
          <Trans>Take the last year off</Trans>
        </Button>
        <strong className="number" role="status">
          <Trans>Total {formatMoney(sumOf(costs, 'USD'))}</Trans>
        </strong>
      </p>
    </fieldset>
  );
}
