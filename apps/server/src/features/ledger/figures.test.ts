import { expect, test } from 'vitest';
import { demoIds } from '../../testing/real-ids.ts';
import { type Caller, newKey, openTestFund, type TestFund } from '../../testing/test-fund.ts';

/** Where a report stands, as an address says it. */
type Stand = { readonly asOf?: string; readonly knownOn?: string };

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
async function wrongFigures(caller: Caller, answer: unknown, name: string, stand: Stand) {
  const figures = figuresIn(answer, name);
  const wrong = [];
  for (const { path, amount, entries } of figures) {
    const { total } = await caller.ledger.list({ filter: entries, ...stand });
    if (total?.amount.replace('-', '') !== amount.replace('-', '')) wrong.push({ path, amount, ledger: total?.amount });
  }
  return { count: figures.length, wrong };
}

/** Every answer with figures or rows, as one stands. */
async function everyAnswer(caller: Caller, stand: Stand): Promise<[string, unknown][]> {
  const contributions = await caller.contributions.list(stand);
  const contributors = await caller.contributors.list(stand);
  const positions = await caller.positions.list(stand);
  const answers: [string, unknown][] = [
    ['overview', await caller.overview.get(stand)],
    ['allocation', await caller.allocation.get(stand)],
    ['statement', await caller.statement.get(stand)],
    ['books', await caller.books.get(stand)],
    ['lists', [contributions, contributors, positions, await caller.rates.list(stand)]],
    ['ledger', await caller.ledger.list({ filter: {}, ...stand })],
  ];
  for (const { id, reference } of contributions.rows)
    answers.push([reference, await caller.contributions.get({ id, ...stand })]);
  for (const { contributor } of contributors.rows)
    answers.push([contributor.name, await caller.contributors.get({ id: contributor.id, ...stand })]);
  for (const { id, title } of positions.rows) answers.push([title, await caller.positions.get({ id, ...stand })]);
  return answers;
}

/** How many figures link to entries from a standpoint; each equals what those entries add up to there. */
async function countRightFigures(caller: Caller, stand: Stand): Promise<number> {
  let count = 0;
  for (const [name, answer] of await everyAnswer(caller, stand)) {
    const found = await wrongFigures(caller, answer, name, stand);
    expect(found.wrong).toEqual([]);
    count += found.count;
  }
  return count;
}

/** What is no entry: a contributor, a pool, a host, a step, an entry that somebody else looks at. */
async function recordBeside(fund: TestFund): Promise<void> {
  const [secretariat, certifier] = [fund.as('secretariat'), fund.as('certifier')];
  const name = 'Aardvark';
  await secretariat.contributors.create({ idempotencyKey: newKey(), name, type: 'ngo', countryCode: null });
  await secretariat.pools.create({ idempotencyKey: newKey(), name, earmarking: 'softly', description: '' });
  await secretariat.reference.createOrganization({ idempotencyKey: newKey(), name, shortName: name });
  const ids = await demoIds(fund.as('auditor'));
  const { row, steps } = await secretariat.positions.get({ id: ids.position });
  const to = steps[0]?.to ?? row.state;
  const step = { positionId: row.id, from: row.state, to, on: '2026-11-22', note: '' };
  await secretariat.positions.advance({ idempotencyKey: newKey(), ...step });
  await certifier.ledger.certify({ idempotencyKey: newKey(), entryNumbers: [ids.pending] });
}

/** After the day of the tests: an old fee and an old report are corrected, and a pledge is found that was made long ago. */
async function correctThePast(fund: TestFund): Promise<void> {
  fund.setTime('2026-11-24T10:00:00.000Z');
  const secretariat = fund.as('secretariat');
  for (const kind of ['agent-fee', 'organization-expenditure'] as const) {
    const { rows } = await secretariat.ledger.list({ filter: { kinds: [kind], from: '2025-01-01', to: '2025-12-31' } });
    const undone = rows.find(({ reversedBy, reverses }) => reversedBy === null && reverses === null);
    await secretariat.ledger.reversal.record({
      idempotencyKey: newKey(),
      entryId: undone?.id ?? '',
      effectiveOn: undone?.effectiveOn ?? '',
      reason: 'Typed twice',
    });
  }
  await recordBeside(fund);
  await secretariat.contributions.pledge.record({
    idempotencyKey: newKey(),
    contributorId: 'c-aurelia',
    poolId: 'unearmarked',
    reference: 'LATE-2025',
    pledgedOn: '2025-05-06',
    currency: 'USD',
    amount: '1234.56',
    description: 'Found in a drawer',
  });
}

test('every figure that links to entries equals what those entries add up to', async () => {
  // Overview 9 and its statement, the statement, the two books, and every contribution, contributor and position.
  expect(await countRightFigures((await openTestFund()).as('auditor'), {})).toBeGreaterThan(170);
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
      const found = await wrongFigures(auditor, answer, name, 'knownOn' in choice ? { knownOn: choice.knownOn } : {});
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
    const found = await wrongFigures(auditor, answer, JSON.stringify(standpoint), standpoint);
    expect(found.wrong).toEqual([]);
    expect(found.count).toBeGreaterThan(200);
  }
});

test.each([
  [{ asOf: '2026-06-30' }, 120],
  [{ asOf: '2025-12-31' }, 100],
  [{ asOf: '2023-01-01' }, 40],
  [{ asOf: '2021-12-31' }, 20],
  [{ knownOn: '2025-03-31' }, 60],
  [{ asOf: '2024-12-31', knownOn: '2026-11-23' }, 60],
  [{ asOf: '2024-06-30', knownOn: '2024-06-30' }, 40],
])('so does every figure of %o, whatever was corrected since', async (stand, least) => {
  const fund = await openTestFund();
  await correctThePast(fund);
  expect(await countRightFigures(fund.as('auditor'), stand)).toBeGreaterThan(least);
});

test('a correction recorded today leaves what was said yesterday as it was, to the letter', async () => {
  const fund = await openTestFund();
  const auditor = fund.as('auditor');
  const days = [{ asOf: '2026-11-22' }, { asOf: '2025-06-30' }];
  const said = await Promise.all(days.map((day) => everyAnswer(auditor, day)));
  await correctThePast(fund);
  fund.setTime('2026-11-25T10:00:00.000Z');
  for (const [index, day] of days.entries()) {
    const again = await everyAnswer(auditor, { ...day, knownOn: '2026-11-22' });
    const now = await everyAnswer(auditor, day);
    expect(timeless(again)).toEqual(timeless(said[index]));
    expect(timeless(now)).not.toEqual(timeless(said[index]));
  }
});

/** How it was asked, and what may be done about it today. */
const OF_TODAY: ReadonlySet<string> = new Set(['today', 'knownOn', 'certifiable']);

/** An answer without that: everything else must be the same. */
function timeless(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (OF_TODAY.has(key) ? null : value)));
}
