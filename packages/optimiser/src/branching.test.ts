import { alwaysAsync } from '@dcc/domain/laws.arbitrary';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Branching } from './branching.ts';
import { choose } from './choose.ts';
import { madeUpRound } from './made-up-round.ts';
import { scoreOf } from './problem.ts';
import { type Model, type Row, solve, solver } from './solver.ts';

const COLUMNS = 12;

const anyRow: fc.Arbitrary<Row> = fc
  .record({
    values: fc.array(fc.integer({ min: -3, max: 9 }), { minLength: COLUMNS, maxLength: COLUMNS }),
    least: fc.option(fc.integer({ min: -5, max: 8 }), { nil: Number.NEGATIVE_INFINITY }),
    most: fc.option(fc.integer({ min: 0, max: 30 }), { nil: Number.POSITIVE_INFINITY }),
  })
  .map(({ values, least, most }) => ({ columns: [...values.keys()], values, least, most: Math.max(least, most) }));

const anyModel: fc.Arbitrary<Model> = fc
  .record({
    gains: fc.array(fc.integer({ min: -2, max: 20 }), { minLength: COLUMNS, maxLength: COLUMNS }),
    rows: fc.array(anyRow, { maxLength: 6 }),
    open: fc.array(fc.boolean(), { minLength: COLUMNS, maxLength: COLUMNS }),
  })
  .map(({ gains, rows, open }) => ({
    gains,
    rows,
    lower: open.map((is, index) => (is || index % 3 > 0 ? 0 : 1)),
    upper: open.map((is, index) => (is || index % 3 === 0 ? 1 : 0)),
  }));

const gainOf = ({ gains }: Model, choice: readonly boolean[] | null): number | null =>
  choice === null ? null : gains.reduce((total, gain, index) => total + (choice[index] === true ? gain : 0), 0);

const isKept = ({ columns, values, least, most }: Row, choice: readonly boolean[]): boolean => {
  const sum = columns.reduce((total, column, at) => total + (choice[column] === true ? (values[at] ?? 0) : 0), 0);
  return sum >= least && sum <= most;
};

test('the search finds what the solver finds by itself, whether it knows the rows before or meets them on its way', async () => {
  const highs = await solver();
  await alwaysAsync(
    fc.asyncProperty(anyModel, fc.nat({ max: 6 }), async (model, known) => {
      const answer = solve(highs, model, true, 20);
      const best = answer.kind === 'optimal' ? Math.round(answer.value) : answer.kind;
      const searched = new Branching({ ...model, rows: model.rows.slice(0, known) }, -1000, {
        faultsOf: (choice) => model.rows.filter((row) => !isKept(row, choice)),
        isTimeUp: () => false,
      }).run();
      expect(searched.end).toBe('proven');
      expect(gainOf(model, searched.best) ?? 'infeasible').toBe(best);
    }),
    0.3,
  );
});

test('a search out of time says so, and a choice that it was given stays with what is known of the bound', async () => {
  const highs = await solver();
  const problem = madeUpRound(4, 60, 10, 100);
  const best = choose(highs, problem, { milliseconds: 20_000 });
  if (best.kind !== 'chosen') throw new Error('The made-up round has a best set');
  expect(best.bound).toBe(scoreOf(problem, best.chosen));
  expect(choose(highs, problem, { milliseconds: 0 })).toEqual({ kind: 'unknown' });
  const kept = choose(highs, problem, { milliseconds: 0 }, best.chosen);
  expect(kept).toMatchObject({ kind: 'chosen', chosen: best.chosen });
  expect(kept.kind === 'chosen' && kept.bound).toBeGreaterThanOrEqual(best.bound);
});

test('on its way it tells bounds that fall and scores that rise, until both are the same', async () => {
  const told: { score: number | null; bound: number }[] = [];
  const watch = { milliseconds: 20_000, progress: (state: (typeof told)[number]) => told.push(state) };
  choose(await solver(), madeUpRound(6, 60, 10, 100), watch);
  for (const [index, { score, bound }] of told.slice(1).entries()) {
    expect(bound).toBeLessThanOrEqual(told[index]?.bound ?? 0);
    expect(score ?? 0).toBeGreaterThanOrEqual(told[index]?.score ?? 0);
  }
  expect(told.at(-1)?.score).toBe(told.at(-1)?.bound);
});
