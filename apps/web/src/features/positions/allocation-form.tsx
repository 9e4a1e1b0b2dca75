import './allocation-form.css';
import { decideAllocationInput } from '@dcc/domain/positions/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { covers, lessOf } from '../../ui/amounts.ts';
import { Button } from '../../ui/button.tsx';
import { AmountField, DateField, NoteField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatMoney, formatMoneyWhole, signOf } from '../../ui/format.ts';
import { poolWords } from '../../ui/pool-words.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { givenTo, type Line, readLines, suggestedLines } from './allocation-lines.ts';
import { PoolTable } from './pool-table.tsx';

type PositionProps = { readonly position: Position };

/** A decision of the committee that reserves money for the years of one position. */
export function AllocationForm({ position, onClose }: PositionProps & { readonly onClose: () => void }) {
  const { today } = useSession();
  const { row } = position;
  return (
    <RecordingDialog
      wide
      title={<Trans>Allocate to {row.title}</Trans>}
      intro={
        <Trans>
          What the committee decided. The money is reserved in its pools from that day on, and a proposed post becomes
          approved.
        </Trans>
      }
      schema={decideAllocationInput}
      defaultValues={{
        reference: '',
        title: t`Sponsorship of ${row.title}`,
        decidedOn: today,
        text: '',
        lines: suggestedLines(position),
      }}
      preview={(input) => client.positions.allocation.preview.query(input)}
      record={(input) => client.positions.allocation.record.mutate(input)}
      summary={(values) => <Summary position={position} lines={readLines(values['lines'])} />}
      onClose={onClose}
    >
      <TextField name="reference" label={t`Reference of the decision`} hint={t`Unique; for example SC-2026-2/4.`} />
      <DateField name="decidedOn" label={t`Decided on`} max={today} />
      <div className="form-grid__wide">
        <TextField name="title" label={t`Title`} />
      </div>
      <div className="form-grid__wide allocation">
        <Years position={position} />
        <PoolTable position={position} />
      </div>
      <div className="form-grid__wide">
        <NoteField name="text" label={t`Text of the decision`} />
      </div>
    </RecordingDialog>
  );
}

/** What the lines mean: postings name no years. */
function Summary({ position: { pools }, lines }: PositionProps & { readonly lines: readonly Line[] }) {
  return (
    <ul className="allocation__summary">
      {lines.map(({ year, poolId, amount }, index) => {
        const pool = pools.find((candidate) => candidate.pool.id === poolId)?.pool.name ?? '';
        const money = formatMoney({ amount, currency: 'USD' });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a line has no identity but its place.
          <li key={index}>
            <Trans>
              Year {year}: <strong>{money}</strong> from {pool}
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}

/** For each year that lacks money, which pool pays and how much; several pools may share a year. */
function Years({ position: { row, pools } }: PositionProps) {
  const { control } = useFormContext();
  const { fields, append, remove } = useFieldArray({ control, name: 'lines' });
  const lines = readLines(useWatch({ name: 'lines' }));
  const lacking = row.years.filter(({ short }) => signOf(short.amount) > 0);
  const options = pools.map(({ pool }) => ({ value: pool.id, label: poolWords(pool) }));
  return (
    <div>
      {lacking.map(({ number, short }) => (
        <fieldset key={number} className="allocation__year">
          <legend className="field__label">
            <Trans>
              Year {number} lacks {formatMoneyWhole(short)}
            </Trans>
          </legend>
          {fields.map((field, index) =>
            lines[index]?.year === number ? (
              <div key={field.id} className="allocation__line">
                <SelectField
                  name={`lines.${index}.poolId`}
                  label={t`Pool`}
                  empty={t`Choose a pool`}
                  options={options}
                />
                <AmountField name={`lines.${index}.amount`} label={t`Amount`} currency="USD" />
                <span className="allocation__remove">
                  <Button aria-label={t`Remove this amount from year ${number}`} onClick={() => remove(index)}>
                    <Trans>Remove</Trans>
                  </Button>
                </span>
              </div>
            ) : null,
          )}
          <p className="allocation__given">
            <Given given={givenTo(lines, number)} short={short} />
            <Button
              look="quiet"
              onClick={() =>
                append({ positionId: row.id, year: number, poolId: '', amount: restOf(lines, number, short) })
              }
            >
              {lines.some(({ year }) => year === number) ? (
                <Trans>Add another pool</Trans>
              ) : (
                <Trans>Allocate to this year</Trans>
              )}
            </Button>
          </p>
        </fieldset>
      ))}
      {lines.length === 0 ? <NoLines /> : null}
    </div>
  );
}

type Short = Position['row']['years'][number]['short'];

/** What a further pool would have to give. */
function restOf(lines: readonly Line[], year: number, short: Short): string {
  const rest = lessOf(short, givenTo(lines, year));
  return signOf(rest.amount) > 0 ? rest.amount : '';
}

function NoLines() {
  return (
    <p className="field__error" role="status">
      <Trans>Allocate to at least one year.</Trans>
    </p>
  );
}

function Given({ given, short }: { readonly given: Short; readonly short: Short }) {
  const rest = lessOf(short, given);
  const sign = signOf(rest.amount);
  if (signOf(given.amount) === 0) return <span className="soft">{t`nothing in this decision`}</span>;
  if (sign === 0) return <span className="soft">{t`paid for in full`}</span>;
  const size = formatMoney({ ...rest, amount: rest.amount.replace('-', '') });
  return covers(short, given) ? (
    <span className="soft">{t`${size} stays missing`}</span>
  ) : (
    <span className="allocation__short">{t`${size} more than it lacks`}</span>
  );
}
