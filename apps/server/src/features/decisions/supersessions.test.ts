import { verifyDatabase } from '@dcc/db/integrity-checks';
import { afterEach, describe, expect, test } from 'vitest';
import {
  closeByVote,
  draftOf,
  FAIRWORK,
  LYCEUM,
  OCEANS,
  personOf,
  putOnTable,
  sit,
  vote,
} from '../../testing/committee.ts';
import { newKey, openTestFund, rowCounts, type TestFund, TODAY, violationOf } from '../../testing/test-fund.ts';

// Hosted by Meridian, scored, and not paid for.
const POST = 'Climate finance analyst';

let opened: TestFund | null = null;
async function open(): Promise<TestFund> {
  opened = await openTestFund();
  return opened;
}
// Whatever a test did, the ledger and what is kept beside it agree.
afterEach(async () => {
  if (opened !== null) expect((await verifyDatabase(opened.db)).findings).toEqual([]);
});

async function post(fund: TestFund) {
  const id = (await fund.as('auditor').positions.list({ text: POST })).rows[0]?.id ?? '';
  return fund.as('auditor').positions.get({ id });
}

type Of = Parameters<typeof putOnTable>[2];

async function onTable(fund: TestFund, of: Of): Promise<string> {
  const id = await putOnTable(fund, await sit(fund), of);
  for (const member of [LYCEUM, FAIRWORK, OCEANS]) await vote(fund, member, id);
  return id;
}
async function decide(fund: TestFund, of: Of): Promise<string> {
  const id = await onTable(fund, of);
  await fund.as('chair').decisions.close(closeByVote(id));
  return id;
}

/** Approves the post with money for one of its years. */
async function approve(fund: TestFund, of: Of & { readonly year?: number } = {}): Promise<string> {
  const { year = 1, ...rest } = of;
  const { row } = await post(fund);
  const line = { positionId: row.id, year, poolId: 'e-islands', amount: '45000.00' };
  return decide(fund, { kind: 'allocation', lines: [line], ...rest });
}

async function turnBack(fund: TestFund, verdict: 'defer' | 'reject', of: Of = {}): Promise<Of> {
  const { row } = await post(fund);
  return { kind: 'positions', positions: [{ positionId: row.id, verdict, reason: 'No need any more' }], ...of };
}

async function advance(fund: TestFund, ...states: readonly string[]): Promise<void> {
  for (const to of states) {
    const { row } = await post(fund);
    const step = { idempotencyKey: newKey(), positionId: row.id, from: row.state, to, on: TODAY, note: 'x' };
    await fund.as('secretariat').positions.advance(step as never);
  }
}

const freeOf = async (fund: TestFund) =>
  (await fund.as('auditor').decisions.draft.choices({})).pools.find(({ id }) => id === 'e-islands')?.available.amount;

describe.each([
  ['defer', 'deferred'],
  ['reject', 'rejected'],
] as const)('a decision in the place of the one that approved a post may %s it', (verdict, state) => {
  test('and releases all that is reserved for it, by whatever decision, in one transaction', async () => {
    const fund = await open();
    const before = await freeOf(fund);
    const first = await approve(fund, { reference: 'S-1' });
    await approve(fund, { reference: 'S-2', year: 2 });
    await advance(fund, 'advertised', 'long-list');
    const second = await decide(fund, await turnBack(fund, verdict, { reference: 'S-3', supersedesId: first }));
    const { row, unsent, released, story } = await post(fund);
    expect(row).toMatchObject({ state, allocated: { amount: '0.00' } });
    expect(unsent.amount).toBe('0.00');
    expect(await freeOf(fund)).toBe(before);
    const { entries, decision } = await fund.as('auditor').decisions.get({ id: second });
    expect(entries).toHaveLength(1);
    expect(released.map(({ entryNumber, year }) => [entryNumber, year])).toEqual([
      [entries[0], 1],
      [entries[0], 2],
    ]);
    expect(decision?.supersedes?.reference).toBe('S-1');
    // The superseded decision is kept, and shows by which it is superseded; so does the story of the post.
    const { decision: kept } = await fund.as('auditor').decisions.get({ id: first });
    expect(kept).toMatchObject({ outcome: 'adopted', supersededBy: { id: second, reference: 'S-3' } });
    const steps = story.flatMap((one) => (one.what === 'step' && one.decision !== null ? [one] : []));
    expect(steps.slice(-2)).toMatchObject([
      { to: 'approved', decision: { reference: 'S-1', supersededBy: { id: second, reference: 'S-3' } } },
      { to: state, decision: { reference: 'S-3', supersededBy: null } },
    ]);
  });

  test('but not by itself, nor in the place of another decision: the refusal names the one that approved it', async () => {
    const fund = await open();
    await approve(fund, { reference: 'S-1' });
    const other = await approve(fund, { reference: 'S-2', year: 2 });
    for (const supersedesId of [null, other]) {
      const id = await onTable(fund, await turnBack(fund, verdict, { supersedesId }));
      const before = await rowCounts(fund.db);
      expect(await violationOf(fund.as('chair').decisions.close(closeByVote(id)))).toEqual({
        kind: 'GateClosed',
        to: state,
        missing: [{ what: 'supersession', by: 'S-1' }],
      });
      expect(await rowCounts(fund.db)).toEqual(before);
    }
  });

  test('in the place of what took the place of its approval', async () => {
    const fund = await open();
    const first = await approve(fund, { reference: 'S-1' });
    const second = await approve(fund, { reference: 'S-2', supersedesId: first });
    await decide(fund, await turnBack(fund, verdict, { supersedesId: second }));
    expect((await post(fund)).row.state).toBe(state);
  });

  test('not once an offer was made: it says that the offer stands in the way, and writes nothing', async () => {
    const fund = await open();
    const first = await approve(fund);
    const id = await onTable(fund, await turnBack(fund, verdict, { supersedesId: first }));
    const { row } = await post(fund);
    const rest = { positionId: row.id, year: 1, poolId: 'e-islands', amount: '100000.00' };
    await decide(fund, { kind: 'allocation', lines: [rest] });
    await advance(fund, 'advertised', 'long-list', 'short-list', 'interviews', 'selected', 'clearances', 'offered');
    const before = await rowCounts(fund.db);
    expect(await violationOf(fund.as('chair').decisions.close(closeByVote(id)))).toEqual({
      kind: 'PostPromised',
      position: POST,
      state: 'offered',
      to: state,
    });
    expect(await rowCounts(fund.db)).toEqual(before);
  });
});

test('what was deferred can be approved again, and what was sent stays with the host', async () => {
  const fund = await open();
  const first = await approve(fund);
  const { row } = await post(fund);
  await fund.as('secretariat').movements.transfer.record({
    idempotencyKey: newKey(),
    purpose: 'position',
    on: TODAY,
    description: 'First tranche',
    positionId: row.id,
    draws: [{ poolId: 'e-islands', amount: '5000.00' }],
  });
  await decide(fund, await turnBack(fund, 'defer', { supersedesId: first }));
  expect(await post(fund)).toMatchObject({ row: { allocated: { amount: '5000.00' } }, unsent: { amount: '0.00' } });
  await approve(fund);
  expect((await post(fund)).row).toMatchObject({ state: 'approved', allocated: { amount: '50000.00' } });
});

describe('a decision on paper in the place of another', () => {
  const paper = (of: object) =>
    ({
      idempotencyKey: newKey(),
      reference: `P ${newKey().slice(0, 30)}`,
      title: 'On paper',
      text: 'The committee decided by letter.',
      decidedOn: TODAY,
      positions: [],
      ...of,
    }) as never;

  test('shows what it releases, releases it, turns the post back, and stands in the register as what took its place', async () => {
    const fund = await open();
    const first = await approve(fund, { reference: 'S-1' });
    const { row } = await post(fund);
    const positions = [{ positionId: row.id, verdict: 'reject', reason: 'No need any more' }];
    const input = paper({ reference: 'P-1', supersedesId: first, positions });
    const chair = fund.as('chair');
    expect(await chair.decisions.superseding.preview(input)).toMatchObject({
      kind: 'release',
      postings: [{ debit: { amount: '45000.00' } }, {}],
    });
    const { id, entryNumber } = await chair.decisions.superseding.record(input);
    const { decided } = await fund.as('auditor').decisions.list({});
    expect(decided.find((each) => each.id === id)).toMatchObject({ mode: 'on-paper', supersedes: { id: first } });
    expect(decided.find((each) => each.id === first)).toMatchObject({ supersededBy: { id, reference: 'P-1' } });
    const { row: after, released } = await post(fund);
    expect(after).toMatchObject({ state: 'rejected', allocated: { amount: '0.00' } });
    expect(released).toMatchObject([{ entryNumber, amount: { amount: '45000.00' } }]);
    // What has been superseded once is not superseded again, on paper or at the table.
    const again = chair.decisions.superseding.record(paper({ supersedesId: first }));
    expect(await violationOf(again)).toEqual({ kind: 'AlreadySuperseded', reference: 'S-1', by: 'P-1' });
    const drafted = fund.as('secretariat').decisions.draft.record(draftOf({ supersedesId: first }));
    expect(await violationOf(drafted)).toMatchObject({ kind: 'AlreadySuperseded' });
  });

  test('of nothing that is left posts nothing', async () => {
    const fund = await open();
    const first = await decide(fund, {});
    const input = paper({ supersedesId: first });
    expect(await fund.as('chair').decisions.superseding.preview(input)).toBeNull();
    expect((await fund.as('chair').decisions.superseding.record(input)).entryNumber).toBeNull();
  });

  test('is refused before that one, in advance, twice under one reference, and about the own organization of who enters it', async () => {
    const fund = await open();
    const first = await approve(fund, { reference: 'S-1' });
    const { row } = await post(fund);
    const before = await rowCounts(fund.db);
    const refusal = (of: object, as: Parameters<TestFund['as']>[0] = 'chair') =>
      violationOf(fund.as(as).decisions.superseding.record(paper({ supersedesId: first, ...of })));
    expect(await refusal({ decidedOn: '2026-11-21' })).toMatchObject({ kind: 'SupersedesLater', reference: 'S-1' });
    expect(await refusal({ decidedOn: '2026-12-01' })).toMatchObject({ kind: 'DateInFuture' });
    expect(await refusal({ reference: 'S-1' })).toMatchObject({ kind: 'ReferenceTaken' });
    expect(await refusal({ supersedesId: 'none' })).toEqual({ kind: 'NotFound', subject: 'decision' });
    const own = { ...personOf('p-chair'), organizationId: row.organization.id };
    expect(await refusal({}, own)).toMatchObject({ kind: 'Recused' });
    const twice = { positionId: row.id, verdict: 'reject', reason: 'x' };
    await expect(
      fund.as('chair').decisions.superseding.record(paper({ supersedesId: first, positions: [twice, twice] })),
    ).rejects.toThrow('named-twice');
    expect(await rowCounts(fund.db)).toEqual(before);
  });
});
