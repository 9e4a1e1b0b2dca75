import { draftDecisionInput, reviseDecisionInput, tableDecisionInput } from '@dcc/domain/committee/inputs';
import { MOTION_KINDS, VERDICTS } from '@dcc/domain/committee/kinds';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { api, client } from '../../api/client.ts';
import type { DraftChoices, DraftDecision } from '../../api/views.ts';
import { motionKindWord, verdictWord } from '../../app/committee-words.ts';
import { Button } from '../../ui/button.tsx';
import { AmountField, NoteField, NumberField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatMoneyWhole } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type CloseProps = { readonly onClose: () => void };
type ChoicesProps = { readonly choices: DraftChoices };

const NEW_LINE = { positionId: '', year: 1, poolId: '', amount: '' };
const NEW_VERDICT = { positionId: '', verdict: 'approve', reason: '' };

const NONE: DraftChoices = { meetings: [], positions: [], pools: [], decisions: [] };

export function useDraftChoices(): DraftChoices {
  return useQuery(api.decisions.draft.choices.queryOptions({})).data ?? NONE;
}

const named = ({ id, reference, title }: DraftChoices['meetings'][number]) => ({
  value: id,
  label: `${reference}: ${title}`,
});

/** Drafts a decision: its words, and what it does once it is adopted. Drafting reserves nothing. */
export function DraftDialog({ onClose }: CloseProps) {
  const choices = useDraftChoices();
  return (
    <RecordingDialog
      wide
      title={<Trans>Draft a decision</Trans>}
      intro={
        <Trans>
          A draft decides nothing and reserves nothing. The committee decides it at a meeting or in writing.
        </Trans>
      }
      schema={draftDecisionInput}
      defaultValues={{
        reference: '',
        title: '',
        text: '',
        options: '',
        kind: 'allocation',
        meetingId: null,
        supersedesId: null,
        criteriaSetId: null,
        lines: [NEW_LINE],
        positions: [],
      }}
      record={(input) => client.decisions.draft.record.mutate(input)}
      recordWords={<Trans>Save the draft</Trans>}
      doneWords={<Trans>The draft is on record.</Trans>}
      onClose={onClose}
    >
      <TextField name="reference" label={t`Reference of the decision`} hint={t`Unique; for example SC-2026-2/4.`} />
      <SelectField
        name="meetingId"
        label={t`Meeting`}
        empty={t`none yet`}
        nullable
        options={choices.meetings.map(named)}
      />
      <Said choices={choices} />
    </RecordingDialog>
  );
}

/** Writes a draft anew, until it is put to the vote or circulated. What it said before stays on record. */
export function ReviseDialog({ draft, onClose }: CloseProps & { readonly draft: DraftDecision }) {
  const choices = useDraftChoices();
  const { id, version, title, text, options, kind, supersedes, criteriaSetId, lines, positions } = draft;
  return (
    <RecordingDialog
      wide
      title={<Trans>Write {draft.reference} anew</Trans>}
      intro={<Trans>This becomes version {version + 1}. What it said before stays on record.</Trans>}
      schema={reviseDecisionInput}
      defaultValues={{
        decisionId: id,
        version,
        title,
        text,
        options,
        kind,
        criteriaSetId,
        supersedesId: supersedes?.id ?? null,
        lines: lines.map(({ positionId, year, poolId, amount }) => ({
          positionId,
          year,
          poolId,
          amount: amount.amount,
        })),
        positions: positions.map(({ positionId, verdict, reason }) => ({ positionId, verdict, reason })),
      }}
      record={(input) => client.decisions.draft.revise.mutate(input)}
      recordWords={<Trans>Save the new version</Trans>}
      doneWords={<Trans>The new version is on record.</Trans>}
      onClose={onClose}
    >
      <Said choices={choices} />
    </RecordingDialog>
  );
}

/** What a draft says and would do. */
function Said({ choices }: ChoicesProps) {
  return (
    <>
      <div className="form-grid__wide stack">
        <TextField name="title" label={t`Title`} />
        <NoteField name="text" label={t`Text of the decision`} optional={false} />
        <NoteField name="options" label={t`What else could be decided`} />
      </div>
      <SelectField
        name="kind"
        label={t`About`}
        options={MOTION_KINDS.map((kind) => ({ value: kind, label: motionKindWord(kind) }))}
      />
      <SelectField
        name="supersedesId"
        label={t`Takes the place of`}
        hint={t`What that decision reserved and was not sent goes back first. A post that it approved can then be deferred or rejected, as long as nobody has an offer.`}
        empty={t`no earlier decision`}
        nullable
        options={choices.decisions.map(named)}
      />
      <Parts choices={choices} />
    </>
  );
}

/** Lines and verdicts, as the kind of decision has them. */
function Parts({ choices }: ChoicesProps) {
  const kind: unknown = useWatch({ name: 'kind' });
  const { setValue } = useFormContext();
  const before = useRef(kind);
  useEffect(() => {
    if (before.current === kind) return;
    before.current = kind;
    // What another kind of decision does not have must not be sent with it.
    setValue('lines', kind === 'allocation' ? [NEW_LINE] : []);
    if (kind !== 'allocation') setValue('positions', kind === 'positions' ? [NEW_VERDICT] : []);
  }, [kind, setValue]);
  return (
    <div className="form-grid__wide stack">
      {kind === 'allocation' ? <Lines choices={choices} /> : null}
      {kind === 'allocation' || kind === 'positions' ? <Verdicts choices={choices} /> : null}
    </div>
  );
}

const positionOptions = ({ positions }: DraftChoices) =>
  positions.map(({ id, title, organization }) => ({ value: id, label: `${title}, ${organization}` }));

function Lines({ choices }: ChoicesProps) {
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' });
  return (
    <fieldset className="stack">
      <legend className="field__label">
        <Trans>What it allocates</Trans>
      </legend>
      {fields.map((field, index) => (
        <div key={field.id} className="form-grid" role="group" aria-label={t`Line ${index + 1}`}>
          <SelectField
            name={`lines.${index}.positionId`}
            label={t`Position`}
            empty={t`Choose a position`}
            options={positionOptions(choices)}
          />
          <NumberField name={`lines.${index}.year`} label={t`Year`} />
          <SelectField
            name={`lines.${index}.poolId`}
            label={t`Pool`}
            empty={t`Choose a pool`}
            options={choices.pools.map(({ id, name, available }) => ({
              value: id,
              label: t`${name}, ${formatMoneyWhole(available)} free`,
            }))}
          />
          <AmountField name={`lines.${index}.amount`} label={t`Amount`} currency="USD" />
          <Button aria-label={t`Remove line ${index + 1}`} onClick={() => remove(index)}>
            <Trans>Remove</Trans>
          </Button>
        </div>
      ))}
      <p>
        <Button look="quiet" onClick={() => append(NEW_LINE)}>
          <Trans>Add a line</Trans>
        </Button>
      </p>
    </fieldset>
  );
}

export function Verdicts({ choices }: ChoicesProps) {
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: 'positions' });
  return (
    <fieldset className="stack">
      <legend className="field__label">
        <Trans>What it says of positions</Trans>
      </legend>
      {fields.map((field, index) => (
        <div key={field.id} className="form-grid" role="group" aria-label={t`Position ${index + 1}`}>
          <SelectField
            name={`positions.${index}.positionId`}
            label={t`Position`}
            empty={t`Choose a position`}
            options={positionOptions(choices)}
          />
          <SelectField
            name={`positions.${index}.verdict`}
            label={t`The committee`}
            options={VERDICTS.map((verdict) => ({ value: verdict, label: verdictWord(verdict) }))}
          />
          <NoteField name={`positions.${index}.reason`} label={t`Reason`} optional={false} />
          <Button aria-label={t`Remove position ${index + 1}`} onClick={() => remove(index)}>
            <Trans>Remove</Trans>
          </Button>
        </div>
      ))}
      <p>
        <Button look="quiet" onClick={() => append(NEW_VERDICT)}>
          <Trans>Add a position</Trans>
        </Button>
      </p>
    </fieldset>
  );
}

/** Puts a draft on the agenda of a meeting. */
export function TableDialog({ decisionId, onClose }: CloseProps & { readonly decisionId: string }) {
  const choices = useDraftChoices();
  return (
    <RecordingDialog
      title={<Trans>Put on an agenda</Trans>}
      schema={tableDecisionInput}
      defaultValues={{ decisionId, meetingId: '' }}
      record={(input) => client.decisions.table.mutate(input)}
      recordWords={<Trans>Put on the agenda</Trans>}
      doneWords={<Trans>The draft is on the agenda.</Trans>}
      onClose={onClose}
    >
      <SelectField
        name="meetingId"
        label={t`Meeting`}
        empty={t`Choose a meeting`}
        options={choices.meetings.map(named)}
      />
    </RecordingDialog>
  );
}
