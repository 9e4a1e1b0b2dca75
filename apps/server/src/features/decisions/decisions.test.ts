import { verifyDatabase } from '@dcc/db/integrity-checks';
import { describe, expect, test } from 'vitest';
import {
  ALTERNATE,
  attend,
  closeByVote,
  draftOf,
  FAIRWORK,
  LYCEUM,
  MERIDIAN,
  OCEANS,
  personOf,
  putOnTable,
  sit,
  vote,
} from '../../testing/committee.ts';
import { newKey, openTestFund, rowCounts, type TestFund, TODAY, violationOf } from '../../testing/test-fund.ts';

// Hosted by Meridian, scored, and not paid for; its first year costs 145,000.00.
const POST = 'Climate finance analyst';

async function positionId(fund: TestFund, title = POST): Promise<string> {
  return (await fund.as('auditor').positions.list({ text: title })).rows[0]?.id ?? '';
}

async function allocation(fund: TestFund, amount = '145000.00', poolId = 'e-islands') {
  const lines = [{ positionId: await positionId(fund), year: 1, poolId, amount }];
  return { kind: 'allocation' as const, lines };
}

const act = (decisionId: string) => ({ idempotencyKey: newKey(), decisionId });
const say = (decisionId: string) => ({ ...act(decisionId), reason: 'Own project' });
const consensus = (decisionId: string, outcome: 'adopt' | 'defer' | 'reject', conditions = '') =>
  ({ ...act(decisionId), by: 'consensus', outcome, conditions, reason: 'As discussed' }) as const;

describe('a decision that allocates', () => {
  test('posts to the ledger, approves its position and stands in the register, all with one act', async () => {
    const fund = await openTestFund();
    const meetingId = await sit(fund);
    const lines = await allocation(fund);
    const positions = [
      { positionId: await positionId(fund), verdict: 'approve' as const, reason: 'Best of its round' },
    ];
    const id = await putOnTable(fund, meetingId, { ...lines, positions, reference: 'SC-T/1', title: 'One year' });
    for (const member of [LYCEUM, FAIRWORK]) await vote(fund, member, id);
    await vote(fund, OCEANS, id, 'against');
    const { entryNumber } = await fund.as('chair').decisions.close(closeByVote(id));
    expect(entryNumber).not.toBeNull();
    const decision = await fund.as('auditor').decisions.get({ id });
    expect(decision).toMatchObject({
      entries: [entryNumber],
      decision: { reference: 'SC-T/1', mode: 'vote', outcome: 'adopted', decidedOn: TODAY },
      resolution: { seated: 4, present: 3, quorumNeeded: 2, inFavour: 2, against: 1, abstained: 0, votesNeeded: 2 },
      allocations: [{ position: POST, year: 1, amount: { amount: '145000.00', currency: 'USD' } }],
      draft: { recusals: [{ organization: 'Meridian', forced: true }], posting: null, shortage: null },
    });
    const position = await fund.as('auditor').positions.get({ id: await positionId(fund) });
    expect(position.row.state).toBe('approved');
    expect(position.story).toContainEqual(
      expect.objectContaining({
        to: 'approved',
        note: 'SC-T/1: Best of its round',
        decision: { id, reference: 'SC-T/1', supersededBy: null },
      }),
    );
    const { findings } = await verifyDatabase(fund.db);
    expect(findings).toEqual([]);
  });

  test('above what a pool holds is refused with the numbers, and nothing is written', async () => {
    const fund = await openTestFund();
    const meetingId = await sit(fund);
    const id = await putOnTable(fund, meetingId, await allocation(fund, '145000.00', 'e-women'));
    await vote(fund, LYCEUM, id);
    const shown = await fund.as('member').decisions.get({ id });
    expect(shown.draft).toMatchObject({
      posting: null,
      shortage: { pool: 'Women in science', available: { amount: '5655.17' }, requested: { amount: '145000.00' } },
    });
    const before = await rowCounts(fund.db);
    expect(await violationOf(fund.as('chair').decisions.close(closeByVote(id)))).toEqual({
      kind: 'InsufficientFunds',
      pool: 'Women in science',
      available: { minor: 565_517n, currency: 'USD' },
      requested: { minor: 14_500_000n, currency: 'USD' },
    });
    expect(await rowCounts(fund.db)).toEqual(before);
    // It stays on the table, where the committee can still defer it.
    await fund.as('chair').decisions.close(consensus(id, 'defer'));
    expect((await fund.as('member').decisions.get({ id })).decision?.outcome).toBe('deferred');
  });

  test('shows beforehand what it would post', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund), await allocation(fund));
    const { draft } = await fund.as('member').decisions.get({ id });
    expect(draft?.posting?.postings).toMatchObject([
      { account: 'allocations-open' },
      { account: 'allocations-control' },
    ]);
    expect(draft).toMatchObject({ quorum: { present: 3, needed: 2, recused: 1 }, votesNeeded: 1 });
  });
});

describe('a vote', () => {
  test('is not for the host of what is decided: its member is recused by force', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund), await allocation(fund));
    const forced = { kind: 'RecusedFromDecision', organization: 'Meridian', forced: true };
    expect(await violationOf(vote(fund, MERIDIAN, id))).toEqual(forced);
    expect(await violationOf(fund.as(personOf(MERIDIAN)).decisions.recuse(say(id)))).toEqual(forced);
  });

  test('after a recusal is refused, and a vote before it counts no more', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund));
    await vote(fund, OCEANS, id);
    await vote(fund, LYCEUM, id, 'against');
    for (const member of [OCEANS, FAIRWORK]) await fund.as(personOf(member)).decisions.recuse(say(id));
    const own = { kind: 'RecusedFromDecision', organization: 'Fair Work', forced: false };
    expect(await violationOf(vote(fund, FAIRWORK, id))).toEqual(own);
    expect(await violationOf(fund.as(personOf(FAIRWORK)).decisions.recuse(say(id)))).toEqual(own);
    const { draft } = await fund.as('auditor').decisions.get({ id });
    expect(draft?.tally).toEqual({ inFavour: 0, against: 1, abstained: 0 });
    expect(draft?.votes.map(({ organization, counts }) => [organization, counts])).toEqual([
      ['Lyceum', true],
      ['Oceans', false],
    ]);
    await fund.as('chair').decisions.close(closeByVote(id));
    expect((await fund.as('auditor').decisions.get({ id })).resolution).toMatchObject({
      outcome: 'rejected',
      present: 2,
      inFavour: 0,
      against: 1,
    });
  });

  test('twice is refused, whoever speaks for the organization', async () => {
    const fund = await openTestFund();
    const meetingId = await sit(fund, [MERIDIAN, ALTERNATE, LYCEUM]);
    const id = await putOnTable(fund, meetingId);
    expect(await violationOf(vote(fund, ALTERNATE, id))).toEqual({
      kind: 'MemberPresent',
      organization: 'Meridian',
      member: 'Mira Halden',
    });
    await vote(fund, MERIDIAN, id);
    await attend(fund.as('secretariat'), meetingId, MERIDIAN, false);
    expect(await violationOf(vote(fund, ALTERNATE, id))).toEqual({ kind: 'AlreadyVoted', organization: 'Meridian' });
  });

  test('of an alternate counts in the absence of the member', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund, [ALTERNATE, LYCEUM]));
    await vote(fund, ALTERNATE, id);
    expect((await fund.as('auditor').decisions.get({ id })).draft?.votes).toMatchObject([
      { organization: 'Meridian', asAlternate: true, by: 'Alma Reyes', counts: true },
    ]);
  });

  test('without a quorum is refused with the numbers', async () => {
    const fund = await openTestFund();
    const meetingId = await sit(fund, [LYCEUM, FAIRWORK]);
    const id = await putOnTable(fund, meetingId);
    await vote(fund, FAIRWORK, id);
    await attend(fund.as('secretariat'), meetingId, FAIRWORK, false);
    const missing = { kind: 'NoQuorum', seated: 4, present: 1, needed: 2 };
    expect(await violationOf(vote(fund, LYCEUM, id))).toEqual(missing);
    expect(await violationOf(fund.as('chair').decisions.close(closeByVote(id)))).toEqual(missing);
    const { id: next } = await fund.as('secretariat').decisions.draft.record(draftOf({ meetingId }));
    expect(await violationOf(fund.as('chair').decisions.open(act(next)))).toEqual(missing);
  });

  test('is for who sits and is here', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund, [LYCEUM, FAIRWORK]));
    expect(await violationOf(vote(fund, OCEANS, id))).toEqual({ kind: 'NotPresent', organization: 'Oceans' });
    expect(await violationOf(vote(fund, 'p-chair', id))).toEqual({ kind: 'NotSeated' });
  });

  test('is for what is on the table', async () => {
    const fund = await openTestFund();
    const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ reference: 'D-9' }));
    const drafted = { kind: 'DecisionState', reference: 'D-9', state: 'drafted' };
    expect(await violationOf(vote(fund, LYCEUM, id))).toEqual(drafted);
    expect(await violationOf(fund.as('chair').decisions.close(closeByVote(id)))).toEqual(drafted);
    expect(await violationOf(fund.as('chair').decisions.open(act(id)))).toEqual({
      kind: 'DecisionNotTabled',
      reference: 'D-9',
    });
    expect(await violationOf(vote(fund, LYCEUM, 'none'))).toEqual({ kind: 'NotFound', subject: 'decision' });
  });
});

describe('closing', () => {
  test('happens once: the second is told how it ended', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund), { reference: 'D-1' });
    await fund.as('chair').decisions.close(consensus(id, 'adopt', 'A report by March'));
    expect(await violationOf(fund.as('chair').decisions.close(consensus(id, 'reject')))).toEqual({
      kind: 'DecisionState',
      reference: 'D-1',
      state: 'adopted-with-conditions',
    });
    expect((await fund.as('auditor').decisions.get({ id })).resolution).toMatchObject({
      mode: 'consensus',
      conditions: 'A report by March',
      reason: 'As discussed',
    });
  });

  test('by vote needs votes, and by consensus nobody against', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund));
    expect(await violationOf(fund.as('chair').decisions.close(closeByVote(id)))).toEqual({ kind: 'NoVotesCast' });
    await vote(fund, OCEANS, id, 'against');
    expect(await violationOf(fund.as('chair').decisions.close(consensus(id, 'adopt')))).toEqual({
      kind: 'NoConsensus',
      opposed: 1,
    });
  });

  test('by consensus is not for a chair whose organization is the host', async () => {
    const fund = await openTestFund();
    const id = await putOnTable(fund, await sit(fund), await allocation(fund));
    const chair = { ...personOf('p-chair'), organizationId: 'o-meridian' };
    expect(await violationOf(fund.as(chair).decisions.close(consensus(id, 'adopt')))).toEqual({
      kind: 'Recused',
      organization: 'Meridian Development Programme',
    });
    await vote(fund, LYCEUM, id);
    await fund.as(chair).decisions.close(closeByVote(id));
  });

  test('moves positions to what was decided of them, with the reason', async () => {
    const fund = await openTestFund();
    const ids = [await positionId(fund), await positionId(fund, 'Sports for peace officer')];
    const positions = [
      { positionId: ids[0] ?? '', verdict: 'defer' as const, reason: 'No duty station yet' },
      { positionId: ids[1] ?? '', verdict: 'reject' as const, reason: 'Asked twice' },
    ];
    const meetingId = await sit(fund);
    const id = await putOnTable(fund, meetingId, { kind: 'positions', positions, reference: 'D-2' });
    await fund.as('chair').decisions.close(consensus(id, 'adopt'));
    const states = await Promise.all(
      ids.map(async (each) => (await fund.as('auditor').positions.get({ id: each })).story.at(-1)),
    );
    expect(states).toMatchObject([
      { to: 'deferred', note: 'D-2: No duty station yet' },
      { to: 'rejected', note: 'D-2: Asked twice' },
    ]);
    const again = await putOnTable(fund, meetingId, { kind: 'positions', positions: positions.slice(0, 1) });
    expect(await violationOf(fund.as('chair').decisions.close(consensus(again, 'adopt')))).toEqual({
      kind: 'StepNotAllowed',
      from: 'deferred',
      to: 'deferred',
    });
  });

  test('takes the place of an earlier decision once', async () => {
    const fund = await openTestFund();
    const meetingId = await sit(fund);
    const first = await putOnTable(fund, meetingId, { reference: 'D-3' });
    await fund.as('chair').decisions.close(consensus(first, 'adopt'));
    const both = [
      await putOnTable(fund, meetingId, { reference: 'D-4', supersedesId: first }),
      await putOnTable(fund, meetingId, { supersedesId: first }),
    ] as const;
    await fund.as('chair').decisions.close(consensus(both[0], 'adopt'));
    const taken = { kind: 'AlreadySuperseded', reference: 'D-3', by: 'D-4' };
    expect(await violationOf(fund.as('chair').decisions.close(consensus(both[1], 'adopt')))).toEqual(taken);
    expect(await violationOf(fund.as('secretariat').decisions.draft.record(draftOf({ supersedesId: first })))).toEqual(
      taken,
    );
    const { decided } = await fund.as('auditor').decisions.list({});
    expect(decided.find(({ id }) => id === first)?.supersededBy?.reference).toBe('D-4');
  });
});

describe('a draft', () => {
  test('names what is there', async () => {
    const fund = await openTestFund();
    const { kind, lines } = await allocation(fund);
    const [line] = lines;
    const record = (of: Parameters<typeof draftOf>[0]) =>
      violationOf(fund.as('secretariat').decisions.draft.record(draftOf(of)));
    const positions = [{ positionId: 'none', verdict: 'defer' as const, reason: 'x' }];
    expect(line === undefined ? null : await record({ kind, lines: [{ ...line, year: 4 }] })).toEqual({
      kind: 'NotFound',
      subject: 'position-year',
    });
    expect(line === undefined ? null : await record({ kind, lines: [{ ...line, poolId: 'none' }] })).toEqual({
      kind: 'NotFound',
      subject: 'pool',
    });
    expect(line === undefined ? null : await record({ kind, lines: [{ ...line, amount: '0.00' }] })).toEqual({
      kind: 'AmountNotPositive',
    });
    expect(await record({ kind: 'positions', positions })).toEqual({ kind: 'NotFound', subject: 'position' });
    expect(await record({ supersedesId: 'none' })).toEqual({ kind: 'NotFound', subject: 'decision' });
    expect(await record({ meetingId: 'none' })).toEqual({ kind: 'NotFound', subject: 'meeting' });
    expect(await record({ reference: 'SC-2026/31' })).toEqual({ kind: 'ReferenceTaken', reference: 'SC-2026/31' });
    const past = (await fund.as('auditor').meetings.list({})).meetings.find(({ state }) => state === 'closed');
    expect(await record({ meetingId: past?.id ?? '' })).toMatchObject({ kind: 'MeetingInState', state: 'closed' });
  });

  test('is withdrawn, and then neither tabled nor decided', async () => {
    const fund = await openTestFund();
    const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ reference: 'D-5' }));
    await fund.as('secretariat').decisions.withdraw(act(id));
    const withdrawn = { kind: 'DecisionState', reference: 'D-5', state: 'withdrawn' };
    const meetingId = await sit(fund);
    expect(await violationOf(fund.as('secretariat').decisions.table({ ...act(id), meetingId }))).toEqual(withdrawn);
    expect(await violationOf(fund.as('chair').decisions.circulate(act(id)))).toEqual(withdrawn);
    expect(await violationOf(fund.as(personOf(OCEANS)).decisions.recuse(say(id)))).toEqual(withdrawn);
    expect((await fund.as('auditor').decisions.list({})).pending.map((each) => each.id)).not.toContain(id);
  });

  test('chooses from positions with what they lack, pools with what they hold, and meetings to come', async () => {
    const fund = await openTestFund();
    const choices = await fund.as('secretariat').decisions.draft.choices({});
    expect(choices.meetings).toMatchObject([{ reference: 'SCM-2026-2' }]);
    expect(choices.positions.find(({ title }) => title === POST)).toMatchObject({
      organization: 'Meridian',
      years: [{ short: { amount: '145000.00' } }, { short: { amount: '149000.00' } }],
    });
    expect(choices.pools.find(({ id }) => id === 'e-women')?.available).toEqual({ amount: '5655.17', currency: 'USD' });
    expect(choices.decisions.length).toBeGreaterThan(5);
  });
});

test('the register says of a decision taken outside of the program that it was', async () => {
  const fund = await openTestFund();
  const { decided } = await fund.as('auditor').decisions.list({});
  const [latest] = decided;
  expect(new Set(decided.map(({ mode }) => mode))).toEqual(new Set(['on-paper']));
  const decision = await fund.as('auditor').decisions.get({ id: latest?.id ?? '' });
  expect(decision).toMatchObject({ draft: null, resolution: null, story: [], decision: { outcome: 'adopted' } });
  expect(decision.entries).toHaveLength(1);
  expect(decision.allocations.length).toBeGreaterThan(0);
  expect(await violationOf(fund.as('auditor').decisions.get({ id: 'none' }))).toEqual({
    kind: 'NotFound',
    subject: 'decision',
  });
});
