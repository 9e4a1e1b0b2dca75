import { describe, expect, test } from 'vitest';
import { ALTERNATE, draftOf, LYCEUM, MERIDIAN, OCEANS, personOf, sit } from '../../testing/committee.ts';
import { newKey, openTestFund, type TestFund, violationOf } from '../../testing/test-fund.ts';

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

describe('a written decision', () => {
  async function circulated(of: Parameters<typeof draftOf>[0] = {}) {
    const fund = await openTestFund();
    const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ reference: 'W-1', ...of }));
    await fund.as('chair').decisions.circulate(act(id));
    return { fund, id };
  }
  // Circulated on 2026-11-22 with ten days to object.
  const LAST = '2026-12-02';
  const after = (fund: TestFund) => fund.setTime('2026-12-03T08:00:00.000Z');
  const nextAct = (fund: TestFund) => fund.as('secretariat').decisions.draft.record(draftOf());

  test('is adopted by silence: the day says so, and the next act enters it as of that day', async () => {
    const { fund, id } = await circulated();
    expect((await fund.as('member').decisions.get({ id })).draft).toMatchObject({ closesOn: LAST, consented: false });
    fund.setTime(`${LAST}T23:59:59.000Z`);
    await nextAct(fund);
    expect((await fund.as('member').decisions.get({ id })).decision).toBeNull();
    after(fund);
    expect((await fund.as('member').decisions.get({ id })).draft?.consented).toBe(true);
    await nextAct(fund);
    expect(await fund.as('member').decisions.get({ id })).toMatchObject({
      decision: { decidedOn: LAST, mode: 'no-objection', outcome: 'adopted' },
      resolution: { seated: 4, present: 4 },
    });
    expect(await violationOf(fund.as(personOf(OCEANS)).decisions.object(say(id)))).toEqual({
      kind: 'DecisionState',
      reference: 'W-1',
      state: 'adopted',
    });
  });

  test('goes to a meeting by one objection', async () => {
    const { fund, id } = await circulated();
    fund.setTime(`${LAST}T23:59:59.000Z`);
    await fund.as(personOf(ALTERNATE)).decisions.object(say(id));
    after(fund);
    await nextAct(fund);
    const { draft, story } = await fund.as('member').decisions.get({ id });
    expect(draft).toMatchObject({ state: 'drafted', closesOn: null });
    expect(story.at(-1)).toMatchObject({ what: 'objected', organization: 'Meridian', note: 'Own project' });
    const meetingId = await sit(fund);
    await fund.as('secretariat').decisions.table({ ...act(id), meetingId });
    await fund.as('chair').decisions.open(act(id));
    await fund.as('chair').decisions.close(consensus(id, 'adopt'));
    expect((await fund.as('member').decisions.get({ id })).decision?.mode).toBe('consensus');
  });

  test('is not objected to by the host, nor by who sits for nobody', async () => {
    const fund = await openTestFund();
    const { id } = await fund.as('secretariat').decisions.draft.record(draftOf(await allocation(fund)));
    await fund.as('chair').decisions.circulate(act(id));
    expect(await violationOf(fund.as(personOf(MERIDIAN)).decisions.object(say(id)))).toMatchObject({
      kind: 'RecusedFromDecision',
      forced: true,
    });
    expect(await violationOf(fund.as('chair').decisions.object(say(id)))).toEqual({ kind: 'NotSeated' });
    after(fund);
    await nextAct(fund);
    expect(await fund.as('member').decisions.get({ id })).toMatchObject({ resolution: { present: 3, seated: 4 } });
    expect((await fund.as('auditor').positions.get({ id: await positionId(fund) })).row.state).toBe('approved');
  });

  test('whose money is gone by then goes to a meeting, with the numbers, and writes nothing else', async () => {
    const fund = await openTestFund();
    const lines = await allocation(fund);
    const two = [draftOf({ ...lines, reference: 'W-2' }), draftOf({ ...lines, reference: 'W-3' })] as const;
    for (const draft of two) {
      const { id } = await fund.as('secretariat').decisions.draft.record(draft);
      await fund.as('chair').decisions.circulate(act(id));
    }
    after(fund);
    await nextAct(fund);
    const { pending, decided } = await fund.as('member').decisions.list({});
    expect(decided[0]).toMatchObject({ reference: 'W-2', outcome: 'adopted' });
    const returned = pending.find(({ reference }) => reference === 'W-3');
    expect(returned?.state).toBe('drafted');
    const { story } = await fund.as('member').decisions.get({ id: returned?.id ?? '' });
    expect(story.at(-1)).toMatchObject({ what: 'returned', note: expect.stringContaining('needs only 0.00 USD more') });
  });

  test('is not circulated among too few who may decide it', async () => {
    const fund = await openTestFund();
    const { id } = await fund.as('secretariat').decisions.draft.record(draftOf());
    for (const member of [MERIDIAN, LYCEUM, OCEANS]) await fund.as(personOf(member)).decisions.recuse(say(id));
    expect(await violationOf(fund.as('chair').decisions.circulate(act(id)))).toEqual({
      kind: 'NoQuorum',
      seated: 4,
      present: 1,
      needed: 2,
    });
  });
});
