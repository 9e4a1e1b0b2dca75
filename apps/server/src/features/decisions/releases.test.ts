import { verifyDatabase } from '@dcc/db/integrity-checks';
import { afterEach, describe, expect, test } from 'vitest';
import { closeByVote, FAIRWORK, LYCEUM, MERIDIAN, OCEANS, putOnTable, sit, vote } from '../../testing/committee.ts';
import { type Caller, newKey, openTestFund, type TestFund, TODAY, violationOf } from '../../testing/test-fund.ts';

// Hosted by Meridian, scored, and not paid for; its first year costs 145,000.00.
const POST = 'Climate finance analyst';
// Hosted by Oceans and in its first year; its second year is reserved, and so is what was not sent of the first.
const IN_POST = 'Coastal resilience analyst';

let opened: TestFund | null = null;
async function open(): Promise<TestFund> {
  opened = await openTestFund();
  return opened;
}
// Whatever a test did, the ledger and what is kept beside it agree.
afterEach(async () => {
  if (opened !== null) expect((await verifyDatabase(opened.db)).findings).toEqual([]);
});

async function positionOf(caller: Caller, title: string) {
  const id = (await caller.positions.list({ text: title })).rows[0]?.id ?? '';
  return caller.positions.get({ id });
}

const freeOf = async (fund: TestFund, id: string) =>
  (await fund.as('auditor').decisions.draft.choices({})).pools.find((pool) => pool.id === id)?.available.amount;

/** Decides by a vote that nobody is recused from but the hosts. */
async function decide(fund: TestFund, of: Parameters<typeof putOnTable>[2]): Promise<string> {
  const meetingId = await sit(fund);
  const id = await putOnTable(fund, meetingId, of);
  for (const member of [MERIDIAN, LYCEUM, FAIRWORK, OCEANS]) await vote(fund, member, id).catch(() => null);
  await fund.as('chair').decisions.close(closeByVote(id));
  return id;
}

async function reserve(fund: TestFund, amount: string, poolId: string, of: object = {}): Promise<string> {
  const { row } = await positionOf(fund.as('auditor'), POST);
  return decide(fund, { kind: 'allocation', lines: [{ positionId: row.id, year: 1, poolId, amount }], ...of });
}

async function send(fund: TestFund, positionId: string, poolId: string, amount: string, on = TODAY): Promise<void> {
  await fund.as('secretariat').movements.transfer.record({
    idempotencyKey: newKey(),
    purpose: 'position',
    on,
    description: 'First tranche',
    positionId,
    draws: [{ poolId, amount }],
  });
}

describe('a decision that takes the place of another', () => {
  test('gives back what that one reserved before it reserves again, from another pool too', async () => {
    const fund = await open();
    const before = await freeOf(fund, 'e-islands');
    const first = await reserve(fund, '145000.00', 'e-islands', { reference: 'SC-T/1' });
    // The year is paid for: without the release nothing more could be reserved for it.
    const second = await reserve(fund, '20000.00', 'unearmarked', { reference: 'SC-T/2', supersedesId: first });
    expect(await freeOf(fund, 'e-islands')).toBe(before);
    const { row, released, unsent } = await positionOf(fund.as('auditor'), POST);
    expect(row).toMatchObject({ state: 'approved', allocated: { amount: '20000.00' } });
    expect(unsent.amount).toBe('20000.00');
    const { entries, decision } = await fund.as('auditor').decisions.get({ id: second });
    expect(decision?.supersedes?.reference).toBe('SC-T/1');
    expect(entries).toHaveLength(2);
    expect(released).toMatchObject([{ entryNumber: entries[0], amount: { amount: '145000.00' }, on: TODAY }]);
    const earlier = await fund.as('auditor').decisions.get({ id: first });
    expect(earlier.released).toEqual(released);
    const { row: entry } = await fund.as('auditor').ledger.get({ id: String(entries[0]) });
    expect(entry).toMatchObject({ kind: 'release', reference: 'SC-T/2' });
  });

  test('shows what it will release and post before it is adopted, and keeps within what is free afterwards', async () => {
    const fund = await open();
    const first = await reserve(fund, '145000.00', 'e-islands');
    const { row } = await positionOf(fund.as('auditor'), POST);
    const meetingId = await sit(fund);
    const lines = [{ positionId: row.id, year: 1, poolId: 'e-islands', amount: '145000.00' }];
    const id = await putOnTable(fund, meetingId, { kind: 'allocation', lines, supersedesId: first });
    const { draft } = await fund.as('member').decisions.get({ id });
    expect(draft?.release).toMatchObject({ kind: 'release', postings: [{ account: 'allocations-control' }, {}] });
    expect(draft?.posting).toMatchObject({ kind: 'allocation' });
    const poor = await putOnTable(fund, meetingId, {
      kind: 'allocation',
      lines: [{ positionId: row.id, year: 1, poolId: 'e-women', amount: '145000.00' }],
      supersedesId: first,
    });
    expect((await fund.as('member').decisions.get({ id: poor })).draft).toMatchObject({
      posting: null,
      release: { kind: 'release' },
      shortage: { pool: 'Women in science' },
    });
  });

  test('leaves what was sent where it is, and releases the rest', async () => {
    const fund = await open();
    const first = await reserve(fund, '145000.00', 'e-islands');
    const { row } = await positionOf(fund.as('auditor'), POST);
    await send(fund, row.id, 'e-islands', '45000.00');
    const second = await decide(fund, { supersedesId: first, reference: 'SC-T/2' });
    const after = await positionOf(fund.as('auditor'), POST);
    expect(after).toMatchObject({
      row: { allocated: { amount: '45000.00' } },
      unsent: { amount: '0.00' },
      released: [{ amount: { amount: '100000.00' } }],
    });
    const { entries, allocations } = await fund.as('auditor').decisions.get({ id: second });
    expect([entries.length, allocations.length]).toEqual([1, 0]);
    // As it stood the day before, nothing of this had happened.
    const past = await fund.as('auditor').positions.get({ id: row.id, asOf: '2026-11-21' });
    expect(past).toMatchObject({ row: { allocated: { amount: '0.00' } }, released: [] });
  });

  test('of nothing that is left releases nothing, and one that is not adopted neither', async () => {
    const fund = await open();
    const first = await reserve(fund, '45000.00', 'e-islands');
    const { row } = await positionOf(fund.as('auditor'), POST);
    const meetingId = await sit(fund);
    const id = await putOnTable(fund, meetingId, { supersedesId: first });
    for (const member of [LYCEUM, FAIRWORK, OCEANS]) await vote(fund, member, id, 'against');
    await fund.as('chair').decisions.close(closeByVote(id));
    expect((await positionOf(fund.as('auditor'), POST)).unsent.amount).toBe('45000.00');
    await send(fund, row.id, 'e-islands', '45000.00');
    const last = await decide(fund, { supersedesId: first });
    expect((await fund.as('auditor').decisions.get({ id: last })).entries).toEqual([]);
  });

  test('recuses the hosts of what it takes the money from', async () => {
    const fund = await open();
    const first = await reserve(fund, '45000.00', 'e-islands');
    const id = await putOnTable(fund, await sit(fund), { supersedesId: first });
    expect(await violationOf(vote(fund, MERIDIAN, id))).toMatchObject({ kind: 'RecusedFromDecision' });
  });
});

describe('at once', () => {
  const ended = (results: readonly PromiseSettledResult<unknown>[]) => results.map(({ status }) => status).toSorted();

  test('two decisions that take the place of one: one does and releases, the other is told', async () => {
    const fund = await open();
    const first = await reserve(fund, '145000.00', 'e-islands');
    const meetingId = await sit(fund);
    const ids = [
      await putOnTable(fund, meetingId, { supersedesId: first }),
      await putOnTable(fund, meetingId, { supersedesId: first }),
    ];
    for (const id of ids) await vote(fund, LYCEUM, id);
    const closings = ids.map((id) => fund.as('chair').decisions.close(closeByVote(id)));
    const results = await Promise.allSettled(closings);
    expect(ended(results)).toEqual(['fulfilled', 'rejected']);
    const told = await Promise.all(
      closings.map((closing) =>
        closing.then(
          () => null,
          () => violationOf(closing),
        ),
      ),
    );
    expect(told).toContainEqual(expect.objectContaining({ kind: 'AlreadySuperseded' }));
    expect((await positionOf(fund.as('auditor'), POST)).released).toHaveLength(1);
  });

  test('a transfer and the decision that frees its money: never both the whole of it', async () => {
    const fund = await open();
    const first = await reserve(fund, '145000.00', 'e-islands');
    const { row } = await positionOf(fund.as('auditor'), POST);
    const id = await putOnTable(fund, await sit(fund), { supersedesId: first });
    await vote(fund, LYCEUM, id);
    await Promise.allSettled([
      fund.as('chair').decisions.close(closeByVote(id)),
      send(fund, row.id, 'e-islands', '145000.00'),
    ]);
    const { figures, released, unsent } = await positionOf(fund.as('auditor'), POST);
    const [sent, freed] = [Number(figures.transferred.amount.amount), Number(released[0]?.amount.amount ?? 0)];
    expect([sent + freed, unsent.amount]).toEqual([145_000, '0.00']);
  });
});

describe('a post that ends', () => {
  const step = (positionId: string, from: string, to: string, change: object = {}) =>
    ({ idempotencyKey: newKey(), positionId, from, to, on: TODAY, note: 'Took a post elsewhere.', ...change }) as never;

  test('withdrawn, gives back what was reserved and not sent, in the transaction of its step', async () => {
    const fund = await open();
    await reserve(fund, '145000.00', 'e-islands');
    const { row, story } = await positionOf(fund.as('auditor'), POST);
    const free = await freeOf(fund, 'e-islands');
    const secretariat = fund.as('secretariat');
    const unreasoned = step(row.id, 'approved', 'withdrawn', { note: '' });
    // What the step lacks is said before anything is shown.
    expect(await violationOf(secretariat.positions.release.byStep(unreasoned))).toMatchObject({
      kind: 'GateClosed',
      missing: [{ what: 'reason' }],
    });
    const shown = await secretariat.positions.release.byStep(step(row.id, 'approved', 'withdrawn'));
    expect(shown).toMatchObject({
      kind: 'release',
      effectiveOn: TODAY,
      postings: [{ debit: { amount: '145000.00' } }, {}],
    });
    const { entryNumber } = await secretariat.positions.advance(step(row.id, 'approved', 'withdrawn'));
    const { row: entry } = await fund.as('auditor').ledger.get({ id: String(entryNumber) });
    expect(entry.reference).toBe(
      `Position ${row.number}, step ${story.filter(({ what }) => what === 'step').length + 1}`,
    );
    expect(await freeOf(fund, 'e-islands')).not.toBe(free);
    expect(await positionOf(fund.as('auditor'), POST)).toMatchObject({
      row: { state: 'withdrawn', allocated: { amount: '0.00' } },
      unsent: { amount: '0.00' },
      over: true,
      claim: null,
    });
    expect(
      await violationOf(
        secretariat.ledger.reversal.record({
          idempotencyKey: newKey(),
          entryId: String(entryNumber),
          effectiveOn: TODAY,
          reason: 'x',
        }),
      ),
    ).toEqual({
      kind: 'ReversalRefused',
      reason: 'only-by-decision',
    });
  });

  test('early, releases the rest and claims what its host holds, until the refund arrives', async () => {
    const fund = await open();
    const secretariat = fund.as('secretariat');
    const before = await positionOf(secretariat, IN_POST);
    expect(Number(before.unsent.amount)).toBeGreaterThan(0);
    await secretariat.positions.advance(step(before.row.id, 'in-post-year-1', 'separated'));
    const after = await positionOf(secretariat, IN_POST);
    const held = Number(before.figures.transferred.amount.amount) - Number(before.figures.spent.amount.amount);
    expect(after).toMatchObject({ unsent: { amount: '0.00' }, claim: { amount: held.toFixed(2) } });
    const refund = {
      organizationId: before.row.organization.id,
      poolId: 'e-islands',
      currency: 'USD',
      amount: held.toFixed(2),
    };
    await secretariat.movements.refund.record({
      idempotencyKey: newKey(),
      on: TODAY,
      description: 'Unspent',
      positionId: before.row.id,
      ...refund,
    });
    expect((await positionOf(secretariat, IN_POST)).claim).toBeNull();
  });

  test('on its day, keeps what may still be owed until it is released apart', async () => {
    const fund = await open();
    const secretariat = fund.as('secretariat');
    const { row, unsent } = await positionOf(secretariat, IN_POST);
    const give = { idempotencyKey: newKey(), positionId: row.id };
    expect(await violationOf(secretariat.positions.release.record(give))).toMatchObject({ kind: 'PositionNotOver' });
    fund.setTime('2027-05-01T12:00:00.000Z');
    const end = step(row.id, 'in-post-year-1', 'separated', { on: '2027-04-30' });
    expect(await secretariat.positions.release.byStep(end)).toBeNull();
    await secretariat.positions.advance(end);
    expect((await positionOf(secretariat, IN_POST)).unsent).toEqual(unsent);
    expect(await secretariat.positions.release.preview(give)).toMatchObject({
      kind: 'release',
      effectiveOn: '2027-05-01',
    });
    await secretariat.positions.release.record(give);
    expect((await positionOf(secretariat, IN_POST)).unsent.amount).toBe('0.00');
    const again = secretariat.positions.release.record({ ...give, idempotencyKey: newKey() });
    expect(await violationOf(again)).toEqual({ kind: 'NothingReserved' });
    const none = secretariat.positions.release.record({ idempotencyKey: newKey(), positionId: 'none' });
    expect(await violationOf(none)).toEqual({ kind: 'NotFound', subject: 'position' });
  });

  test('in a year that is closed meanwhile, releases on the first day that is open', async () => {
    const fund = await open();
    await reserve(fund, '145000.00', 'e-islands');
    const { row } = await positionOf(fund.as('auditor'), POST);
    fund.setTime('2027-02-01T12:00:00.000Z');
    await fund.db.write.insertInto('financial_year').values({ year: 2026n, state: 'closed' }).execute();
    const { entryNumber } = await fund.as('secretariat').positions.advance(step(row.id, 'approved', 'withdrawn'));
    const { row: entry } = await fund.as('auditor').ledger.get({ id: String(entryNumber) });
    expect(entry.effectiveOn).toBe('2027-01-01');
    await fund.db.write.deleteFrom('financial_year').where('year', '=', 2026n).execute();
  });

  test('before its last reservation took effect, releases on the day of that one', async () => {
    const fund = await open();
    await reserve(fund, '100000.00', 'e-islands');
    const { row } = await positionOf(fund.as('auditor'), POST);
    fund.setTime('2026-12-10T12:00:00.000Z');
    await reserve(fund, '45000.00', 'e-islands');
    const { entryNumber } = await fund.as('secretariat').positions.advance(step(row.id, 'approved', 'withdrawn'));
    const { row: entry } = await fund.as('auditor').ledger.get({ id: String(entryNumber) });
    expect(entry.effectiveOn).toBe('2026-12-10');
  });
});
