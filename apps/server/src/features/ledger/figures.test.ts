import { expect, test } from 'vitest';
import { type Caller, openTestFund } from '../../testing/test-fund.ts';

type Found = { readonly path: string; readonly amount: string; readonly entries: object };

/** Every figure of an answer, wherever it stands. */
function figuresIn(value: unknown, path: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('entries' in value && 'amount' in value && 'basis' in value) {
    const { amount, entries } = value as { amount: { amount: string }; entries: object | null };
    return entries === null ? [] : [{ path, amount: amount.amount, entries }];
  }
  return Object.entries(value).flatMap(([key, part]) => figuresIn(part, `${path}.${key}`));
}

/** Figures that do not equal what the ledger adds up to for the entries they name; the sign is a matter of the account. */
async function wrongFigures(caller: Caller, answer: unknown, name: string, knownOn?: string) {
  const figures = figuresIn(answer, name);
  const wrong = [];
  for (const { path, amount, entries } of figures) {
    const { total } = await caller.ledger.list({ filter: entries, ...(knownOn === undefined ? {} : { knownOn }) });
    if (total?.amount.replace('-', '') !== amount.replace('-', '')) wrong.push({ path, amount, ledger: total?.amount });
  }
  return { count: figures.length, wrong };
}

async function everyAnswer(caller: Caller): Promise<[string, unknown][]> {
  const contributions = await caller.contributions.list({});
  const contributors = await caller.contributors.list({});
  const positions = await caller.positions.list({});
  return [
    ['overview', await caller.overview.get({})],
    ...(await Promise.all(
      ['2026-11-22', '2026-06-30', '2025-12-31', '2023-01-01', '2021-12-31'].map(
        async (asOf): Promise<[string, unknown]> => [`statement ${asOf}`, await caller.statement.get({ asOf })],
      ),
    )),
    ...(await Promise.all(
      contributions.rows.map(async ({ id, reference }): Promise<[string, unknown]> => [
        reference,
        await caller.contributions.get({ id }),
      ]),
    )),
    ...(await Promise.all(
      contributors.rows.map(async ({ contributor: { id, name } }): Promise<[string, unknown]> => [
        name,
        await caller.contributors.get({ id }),
      ]),
    )),
    ...(await Promise.all(
      positions.rows.map(async ({ id, title }): Promise<[string, unknown]> => [
        title,
        await caller.positions.get({ id }),
      ]),
    )),
  ];
}

test('every figure that links to entries equals what those entries add up to', async () => {
  const auditor = (await openTestFund()).as('auditor');
  let count = 0;
  for (const [name, answer] of await everyAnswer(auditor)) {
    const found = await wrongFigures(auditor, answer, name);
    expect(found.wrong).toEqual([]);
    count += found.count;
  }
  // Overview 9 and its statement, five statements, and every contribution, contributor and position.
  expect(count).toBeGreaterThan(270);
});

const PERIODS = [
  {},
  { from: '2024-01-01' },
  { asOf: '2024-12-31', from: '2024-01-01' },
  { asOf: '2026-06-30', from: '2025-07-15', certified: 'only' },
  { certified: 'only' },
  { asOf: '2025-12-31', knownOn: '2026-06-29' },
  { knownOn: '2026-11-10', certified: 'only' },
] as const;

test.each(['year', 'contributor', 'organization', 'position'] as const)(
  'every figure of a statement by %s opens the entries it is the sum of, in every period and from every standpoint',
  async (by) => {
    const auditor = (await openTestFund()).as('auditor');
    let count = 0;
    for (const choice of PERIODS) {
      const answer = await auditor.statement.get({ ...choice, by });
      const name = JSON.stringify({ by, ...choice });
      const found = await wrongFigures(auditor, answer, name, 'knownOn' in choice ? choice.knownOn : undefined);
      expect(found.wrong).toEqual([]);
      count += found.count;
    }
    expect(count).toBeGreaterThan(400);
  },
);

test('every figure of the two books opens the entries it is the sum of, from every standpoint', async () => {
  const auditor = (await openTestFund()).as('auditor');
  for (const standpoint of [{}, { asOf: '2025-12-31' }, { knownOn: '2026-06-30' }]) {
    const answer = await auditor.books.get(standpoint);
    const found = await wrongFigures(auditor, answer, JSON.stringify(standpoint), answer.knownOn ?? undefined);
    expect(found.wrong).toEqual([]);
    expect(found.count).toBeGreaterThan(200);
  }
});
