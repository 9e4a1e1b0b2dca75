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
import { CandidateDialog, EraseCandidate, RecordCandidate } from './candidate-dialogs.tsx';
import { shortfallCount } from './candidate-words.ts';

type Open = { readonly dialog: 'record' } | { readonly dialog: 'move' | 'erase'; readonly candidate: Candidate };

/** The candidates of a vacancy, each in the column of its stage. For the secretariat alone. */
export function Candidates({ vacancy }: { readonly vacancy: Vacancy }) {
  const { data } = useSuspenseQuery(api.candidates.list.queryOptions({ vacancyId: vacancy.row.id }));
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
          As of today, each measured on the day of application. With the arrow keys you go from one to the next, with
          Enter you open one. Nobody but the secretariat sees this; no export, log or trail names a candidate.
        </Trans>
      }
    >
      {data.rows.length === 0 ? (
        <EmptyState>
          <Trans>The long list begins with the first candidate.</Trans>
        </EmptyState>
      ) : (
        <Board rows={data.rows} onOpen={(candidate) => setOpen({ dialog: 'move', candidate })} />
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
    <div className="board" onKeyDown={moveFocus}>
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
    <div className="board__column">
      <h3 className="board__head" id={headingId}>
        {candidateStageWord(stage)} <span className="number soft">{rows.length}</span>
      </h3>
      <ul className="board__cards" aria-labelledby={headingId}>
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
      <span className="board__card board__card--erased">
        <Trans>Candidate {row.number}, erased</Trans>
      </span>
    );
  const lacking = shortfallCount(row);
  return (
    <button type="button" className="board__card" onClick={() => onOpen(row)}>
      <span className="board__name">{row.person.name}</span>
      <span className="board__second">{t`No. ${row.number}, ${row.person.nationality}, ${days}`}</span>
      {lacking === '' ? null : <span className="board__lacking">{lacking}</span>}
    </button>
  );
}
