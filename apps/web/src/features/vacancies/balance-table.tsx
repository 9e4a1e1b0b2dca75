import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Balance } from '../../api/views.ts';
import { candidateStageWord } from '../../app/vacancy-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { countWords } from './vacancy-sentences.ts';

type Stage = Balance['stages'][number];
/** One line of the balance: what is counted, and the number of it at a stage, of how many. */
type Line = {
  readonly key: string;
  readonly words: string;
  readonly count: (stage: Stage) => number | null;
  readonly of?: (stage: Stage) => number | null;
};

/** Candidates by gender, nationality and country group, at each stage that they came to. */
export function BalanceTable({
  balance: { stages },
  fileName,
}: {
  readonly balance: Balance;
  readonly fileName: string;
}) {
  const lines: Line[] = [
    { key: 'candidates', words: t`Candidates`, count: ({ candidates }) => candidates },
    { key: 'women', words: t`Women`, count: ({ women }) => women, of: ({ stated }) => stated },
    { key: 'nationalities', words: t`Nationalities`, count: ({ nationalities }) => nationalities },
    ...(stages[0]?.groups ?? []).map(({ group }, index): Line => ({
      key: `group ${group}`,
      words: t`From ${group}`,
      count: ({ groups }) => groups[index]?.count ?? null,
      of: ({ known }) => known,
    })),
  ];
  const columns: Column<Line>[] = [
    { key: 'what', head: t`Of them`, rowHead: true, cell: ({ words }) => words, csv: ({ words }) => words },
    ...stages.map((stage): Column<Line> => ({
      key: stage.stage,
      head: capitalized(candidateStageWord(stage.stage)),
      align: 'end',
      cell: (line) => <span className="number">{shareWords(line, stage)}</span>,
      csv: (line) => shareWords(line, stage),
    })),
  ];
  return (
    <DataTable
      caption={t`Candidates that came at least so far`}
      columns={columns}
      rows={lines}
      rowKey={({ key }) => key}
      fileName={fileName}
    />
  );
}

const capitalized = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A number of candidates, with its share where it is a part of those of whom it is known. */
function shareWords({ count, of }: Line, stage: Stage): string {
  const [part, whole] = [count(stage), of?.(stage) ?? null];
  if (part === null) return of === undefined ? countWords(null) : t`not told`;
  if (of === undefined || whole === null || whole === 0) return String(part);
  return t`${part} of ${whole}, ${Math.round((part / whole) * 100)} %`;
}

/** What the numbers rest on, and which of them are not told. */
export function balanceNote({ vacancies, counted, stages }: Balance) {
  const left = vacancies - counted;
  const hidden = stages.some(({ women, groups }) => [women, ...groups.map(({ count }) => count)].includes(null));
  return (
    <>
      <Trans>
        As of today. Women are counted among those who stated their gender, groups of countries as their lists stood on
        the day of application. Who was erased is counted, without either.
      </Trans>
      {hidden ? (
        <>
          {' '}
          <Trans>What would say something about one or two people is not told.</Trans>
        </>
      ) : null}
      {left === 0 ? null : (
        <>
          {' '}
          {plural(left, {
            one: '# vacancy with one or two candidates at a stage is left out.',
            other: '# vacancies with one or two candidates at a stage are left out.',
          })}
        </>
      )}
    </>
  );
}
