import '../../ui/filter-bar.css';
import { STAGES } from '@dcc/domain/vacancies/candidate';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { api } from '../../api/client.ts';
import type { Candidate, Vacancy } from '../../api/views.ts';
import { candidateStageWord } from '../../app/vacancy-words.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { BalanceTable, balanceNote } from './balance-table.tsx';
import { CandidateDialog, EraseCandidate, RecordCandidate } from './candidate-dialogs.tsx';
import { shortfallCount } from './candidate-words.ts';

type Open = { readonly dialog: 'record' } | { readonly dialog: 'move' | 'erase'; readonly candidate: Candidate };

type CandidatesProps = {
  readonly vacancy: Vacancy;
  /** The day on which the criteria are measured; each one's day of application where none is chosen. */
  readonly measuredOn: string | undefined;
  readonly onMeasure: (day: string | undefined) => void;
};

/** The candidates of a vacancy, each in the column of its stage. For the secretariat alone. */
export function Candidates({ vacancy, measuredOn, onMeasure }: CandidatesProps) {
  const { data } = useSuspenseQuery(api.candidates.list.queryOptions({ vacancyId: vacancy.row.id, measuredOn }));
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <Section
      title={<Trans>Candidates</Trans>}
      tools={
        <Button onClick={() => setOpen({ dialog: 'record' })}>
          <Trans>Add a candidate</Trans>
        </Button>
      }
      note={
        <Trans>
          As they stand today. With the arrow keys you go from one to the next, with Enter you open one. Nobody but the
          secretariat sees this; no export, log or trail names a candidate.
        </Trans>
      }
    >
      {data.rows.length === 0 ? (
        <EmptyState>
          <Trans>The long list begins with the first candidate.</Trans>
        </EmptyState>
      ) : (
        <>
          <Measured on={measuredOn} onMeasure={onMeasure} />
          <Board rows={data.rows} onOpen={(candidate) => setOpen({ dialog: 'move', candidate })} />
        </>
      )}
      {data.rows.length === 0 ? null : (
        <details className="stages__balance">
          <summary>
            <Trans>Balance of these candidates</Trans>
          </summary>
          <BalanceTable balance={data.balance} fileName="balance-of-candidates" />
          <p className="note">{balanceNote(data.balance)}</p>
        </details>
      )}
      {open?.dialog === 'record' ? <RecordCandidate vacancy={vacancy} onClose={close} /> : null}
      {open?.dialog === 'move' ? (
        <CandidateDialog
          candidate={open.candidate}
          onErase={() => setOpen({ ...open, dialog: 'erase' })}
          onClose={close}
        />
      ) : null}
      {open?.dialog === 'erase' ? <EraseCandidate candidate={open.candidate} onClose={close} /> : null}
    </Section>
  );
}

/** Chooses the day on which age and nationality are measured: each one’s day of application, or one day for all. */
function Measured({ on, onMeasure }: { readonly on: string | undefined } & Pick<CandidatesProps, 'onMeasure'>) {
  return (
    <form
      className="filter-bar"
      aria-label={t`The day on which the criteria are measured`}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('measuredOn');
        onMeasure(typeof typed === 'string' && typed !== '' ? typed : undefined);
      }}
    >
      <label className="filter-bar__field">
        {t`Measured as of`}
        <input key={on ?? ''} className="filter-bar__control" type="date" name="measuredOn" defaultValue={on ?? ''} />
      </label>
      <Button type="submit">
        <Trans>Measure</Trans>
      </Button>
      {on === undefined ? (
        <span className="soft">
          <Trans>Now: each on the day of application</Trans>
        </span>
      ) : (
        <Button look="quiet" onClick={() => onMeasure(undefined)}>
          <Trans>Measure each on the day of application</Trans>
        </Button>
      )}
    </form>
  );
}

/** Where the arrow keys lead: up and down a column, and to the nearest card of the next column that has any. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const [across = 0, down = 0] = step;
  const columns = [...event.currentTarget.querySelectorAll('ul')]
    .map((list) => [...list.querySelectorAll('button')])
    .filter((cards) => cards.length > 0);
  const column = columns.findIndex((cards) => cards.some((card) => card === event.target));
  const row = columns[column]?.findIndex((card) => card === event.target) ?? 0;
  const cards = columns[column + across];
  const next = cards?.[across === 0 ? row + down : Math.min(row, cards.length - 1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Board({ rows, onOpen }: { readonly rows: readonly Candidate[]; readonly onOpen: (of: Candidate) => void }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the cards are buttons; this only moves among them
    <div className="stages" onKeyDown={moveFocus}>
      {STAGES.map((stage) => (
        <Column key={stage} stage={stage} rows={rows.filter((row) => row.stage === stage)} onOpen={onOpen} />
      ))}
    </div>
  );
}

function Column({
  stage,
  rows,
  onOpen,
}: {
  readonly stage: Candidate['stage'];
  readonly rows: readonly Candidate[];
  readonly onOpen: (of: Candidate) => void;
}) {
  const headingId = useId();
  return (
    <div className="stages__column">
      <h3 className="stages__head" id={headingId}>
        {candidateStageWord(stage)} <span className="number soft">{rows.length}</span>
      </h3>
      <ul className="stages__cards" aria-labelledby={headingId}>
        {rows.map((row) => (
          <li key={row.id}>
            <Card row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Card({ row, onOpen }: { readonly row: Candidate; readonly onOpen: (of: Candidate) => void }) {
  const days = plural(row.days, { one: '# day', other: '# days' });
  if (row.person === null)
    return (
      <span className="stages__card stages__card--erased">
        <Trans>Candidate {row.number}, erased</Trans>
      </span>
    );
  const lacking = shortfallCount(row);
  return (
    <button type="button" className="stages__card" onClick={() => onOpen(row)}>
      <span className="stages__name">{row.person.name}</span>
      <span className="stages__second">{t`No. ${row.number}, ${row.person.nationality}, ${days}`}</span>
      {lacking === '' ? null : <span className="stages__lacking">{lacking}</span>}
    </button>
  );
}
