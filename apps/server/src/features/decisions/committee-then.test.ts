import { expect, test } from 'vitest';
import { draftOf, MERIDIAN, OCEANS, personOf, putOnTable, sit, vote } from '../../testing/committee.ts';
import { goodInputs, type Ids } from '../../testing/procedures.ts';
import { demoIds } from '../../testing/real-ids.ts';
import { type Caller, newKey, openTestFund, type TestFund, violationOf } from '../../testing/test-fund.ts';

// What the committee and its rounds looked like on a day is asked on that day, and again from it when much has happened since.

type Then = { readonly asOf?: string; readonly knownOn?: string };
const act = (decisionId: string) => ({ idempotencyKey: newKey(), decisionId });
const adopt = (decisionId: string) =>
  ({ ...act(decisionId), by: 'consensus', outcome: 'adopt', conditions: '', reason: 'As discussed' }) as const;

/** A draft without what is said of today alone: what it would post, and the quorum of the moment. */
function draftThen<D extends object>(draft: D) {
  const {
    posting: _posting,
    shortage: _shortage,
    quorum: _quorum,
    votesNeeded: _needed,
    ...rest
  } = draft as D & Record<'posting' | 'shortage' | 'quorum' | 'votesNeeded', unknown>;
  return rest;
}

/** Everything the screens of the committee say from a standpoint. */
async function said(reader: Caller, then: Then, decisionIds: readonly string[]) {
  const { pending, decided } = await reader.decisions.list(then);
  const pages = [];
  for (const id of decisionIds) {
    const page = await reader.decisions.get({ id, ...then }).catch(() => null);
    if (page === null) continue;
    const { asOf: _asOf, knownOn: _knownOn, today: _today, draft, ...rest } = page;
    pages.push({ ...rest, draft: draft === null ? null : draftThen(draft) });
  }
  const { meetings, openPoints } = await reader.meetings.list(then);
  const { seats, rules, ruleHistory } = await reader.committee.get(then);
  const { rounds } = await reader.rounds.list(then);
  const { sets } = await reader.criteria.list(then);
  const { asOf: _asOf, knownOn: _knownOn, today: _today, ...eligibility } = await reader.eligibility.get(then);
  return {
    pending: pending.map(draftThen),
    decided,
    pages,
    meetings,
    openPoints,
    seats,
    rules,
    ruleHistory,
    rounds,
    sets,
    eligibility,
  };
}

type Said = Awaited<ReturnType<typeof said>>;

/** Days on each of which the committee does something to what it did before. */
async function live(fund: TestFund, ids: Ids, atTheEndOf: (day: string) => Promise<void>): Promise<void> {
  const [secretariat, chair] = [fund.as('secretariat'), fund.as('chair')];
  const good = <T>(name: string): T => goodInputs(ids)[name] as T;
  const draft = async (reference: string): Promise<string> =>
    (await secretariat.decisions.draft.record(draftOf({ reference }))).id;
  await atTheEndOf('2026-11-22');
  fund.setTime('2026-11-24T09:00:00.000Z');
  const written = await draft('T-1');
  await chair.decisions.circulate(act(written));
  const silent = await draft('T-2');
  const meetingId = await sit(fund);
  const spoken = await putOnTable(fund, meetingId, { reference: 'T-3' });
  await vote(fund, OCEANS, spoken);
  const point = { idempotencyKey: newKey(), meetingId, text: 'Ask', owner: 'Test', dueOn: null };
  const { id: actionPointId } = await secretariat.meetings.addActionPoint(point);
  await atTheEndOf('2026-11-24');
  fund.setTime('2026-11-26T09:00:00.000Z');
  await fund.as(personOf(OCEANS)).decisions.object({ ...act(written), reason: 'Own project' });
  await chair.decisions.circulate(act(silent));
  await vote(fund, MERIDIAN, spoken);
  await chair.decisions.close(adopt(spoken));
  await chair.committee.seats.record(good('committee.seats.record'));
  await chair.committee.rules.set(good('committee.rules.set'));
  await secretariat.criteria.set(good('criteria.set'));
  await secretariat.eligibility.set(good('eligibility.set'));
  await secretariat.eligibility.setEarmark(good('eligibility.setEarmark'));
  await secretariat.rounds.create(good('rounds.create'));
  await atTheEndOf('2026-11-26');
  fund.setTime('2026-11-28T09:00:00.000Z');
  await secretariat.decisions.table({ ...act(written), meetingId });
  const second = await putOnTable(fund, meetingId, { reference: 'T-4', supersedesId: spoken });
  await atTheEndOf('2026-11-28');
  fund.setTime('2026-12-01T09:00:00.000Z');
  await secretariat.decisions.withdraw(act(written));
  await chair.decisions.close(adopt(second));
  await secretariat.meetings.completeActionPoint({
    idempotencyKey: newKey(),
    actionPointId,
    doneOn: '2026-11-30',
    note: '',
  });
  await chair.meetings.close({ idempotencyKey: newKey(), meetingId });
  await chair.committee.seats.end(good('committee.seats.end'));
  await secretariat.rounds.advance(good('rounds.advance'));
  await atTheEndOf('2026-12-01');
}

test('what the committee decided, planned and set is asked of any day as it was on that day', async () => {
  const fund = await openTestFund();
  const reader = fund.as('auditor');
  const known = new Set<string>();
  const answers = new Map<string, Said>();
  await live(fund, await demoIds(reader), async (day) => {
    const { pending, decided } = await reader.decisions.list({});
    for (const { id } of [...pending, ...decided]) known.add(id);
    answers.set(day, await said(reader, {}, [...known]));
  });
  fund.setTime('2026-12-05T09:00:00.000Z');
  for (const [day, answer] of answers)
    expect({ day, ...(await said(reader, { asOf: day, knownOn: day }, [...known])) }).toEqual({ day, ...answer });
  const waited = [...answers.values()].map(({ pending }) => pending.map(({ state }) => state));
  expect(new Set(waited.flat())).toEqual(new Set(['drafted', 'circulated', 'open']));
  expect(new Set([...answers.values()].map((answer) => JSON.stringify(answer))).size).toBe(answers.size);
});

test('what silence decided stands in the register from its last day on, though it is entered later', async () => {
  const fund = await openTestFund();
  const [reader, secretariat] = [fund.as('auditor'), fund.as('secretariat')];
  const { id } = await secretariat.decisions.draft.record(draftOf({ reference: 'T-1' }));
  // On 2026-11-22, with ten days to object.
  await fund.as('chair').decisions.circulate(act(id));
  fund.setTime('2026-12-08T09:00:00.000Z');
  await secretariat.decisions.draft.record(draftOf({ reference: 'T-2' }));
  const registered = async (then: Then): Promise<string> => {
    const { pending, decided } = await reader.decisions.list(then);
    const [waits, taken] = [pending, decided].map((rows) => rows.some((row) => row.id === id));
    return `${waits === true ? 'waits' : ''} ${taken === true ? 'taken' : ''}`.trim();
  };
  expect(await registered({ asOf: '2026-12-01' })).toBe('waits');
  expect(await registered({ asOf: '2026-12-02' })).toBe('taken');
  expect(await registered({ asOf: '2026-12-02', knownOn: '2026-12-07' })).toBe('waits');
  expect((await reader.decisions.get({ id, asOf: '2026-12-05', knownOn: '2026-12-05' })).draft).toMatchObject({
    state: 'circulated',
    consented: true,
  });
  expect(await violationOf(reader.decisions.get({ id, asOf: '2026-11-21' }))).toEqual({
    kind: 'NotFound',
    subject: 'decision',
  });
});
