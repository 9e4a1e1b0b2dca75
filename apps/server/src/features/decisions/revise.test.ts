import { verifyDatabase } from '@dcc/db/integrity-checks';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { draftOf, putOnTable, sit } from '../../testing/committee.ts';
import { newKey, openTestFund, rowCounts, type TestFund, violationOf } from '../../testing/test-fund.ts';
import { settleByClock } from '../../use-case/settle-by-clock.ts';
import { settleConsented } from '../../use-case/settle-consented.ts';
import { demoActor } from '../../testing/test-fund.ts';

async function line(fund: TestFund, amount: string) {
  const positionId = (await fund.as('auditor').positions.list({ text: 'Climate finance analyst' })).rows[0]?.id ?? '';
  return { positionId, year: 1, poolId: 'e-islands', amount };
}

const said = (of: object = {}) => {
  const { reference: _reference, meetingId: _meeting, ...rest } = draftOf();
  return { ...rest, ...of };
};

test('a draft is written anew until it is put to the vote, and every version stays on record', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const meetingId = await sit(fund);
  const first = draftOf({ kind: 'allocation', lines: [await line(fund, '1000.00')], title: 'First', meetingId });
  const { id } = await secretariat.decisions.draft.record(first);
  fund.setTime('2026-11-22T13:00:00.000Z');
  const second = said({
    decisionId: id,
    version: 1,
    kind: 'allocation',
    title: 'Second',
    lines: [await line(fund, '2000.00')],
  });
  await secretariat.decisions.draft.revise(second as never);
  const { draft, earlier, story } = await fund.as('member').decisions.get({ id });
  expect(draft).toMatchObject({ version: 2, title: 'Second', lines: [{ amount: { amount: '2000.00' } }] });
  expect(earlier).toMatchObject([{ version: 1, title: 'First', lines: [{ amount: { amount: '1000.00' } }] }]);
  expect(story.map(({ what }) => what)).toEqual(['drafted', 'revised']);
  expect((await fund.as('member').meetings.get({ id: meetingId })).agenda.map(({ title }) => title)).toEqual([
    'Second',
  ]);
  await fund.as('chair').decisions.open({ idempotencyKey: newKey(), decisionId: id });
  const late = said({ decisionId: id, version: 2 });
  expect(await violationOf(secretariat.decisions.draft.revise(late as never))).toMatchObject({
    kind: 'DecisionState',
    state: 'open',
  });
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('of two who write a draft anew at once the second is told, and nothing of it is written', async () => {
  const fund = await openTestFund();
  const { id, reference } = {
    ...(await fund.as('secretariat').decisions.draft.record(draftOf({ reference: 'R-1' }))),
    reference: 'R-1',
  };
  const write = (as: 'secretariat' | 'chair') =>
    fund.as(as).decisions.draft.revise(said({ decisionId: id, version: 1, title: as }) as never);
  await write('chair');
  const before = await rowCounts(fund.db);
  expect(await violationOf(write('secretariat'))).toEqual({ kind: 'DraftChanged', reference, version: 2 });
  expect(await rowCounts(fund.db)).toEqual(before);
});

test('what recuses a host is what the last version names', async () => {
  const fund = await openTestFund();
  const lines = [await line(fund, '1000.00')];
  const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ kind: 'allocation', lines }));
  const recused = async () =>
    (await fund.as('member').decisions.get({ id })).draft?.recusals.map((each) => each.organization);
  expect(await recused()).toEqual(['Meridian']);
  await fund.as('secretariat').decisions.draft.revise(said({ decisionId: id, version: 1 }) as never);
  expect(await recused()).toEqual([]);
});

test('the mark of a meeting changes with what its page shows, and with nothing else', async () => {
  const fund = await openTestFund();
  const meetingId = await sit(fund);
  const mark = async () => (await fund.as('member').meetings.pulse({ id: meetingId })).mark;
  const before = await mark();
  expect((await fund.as('member').meetings.get({ id: meetingId })).mark).toBe(before);
  await fund
    .as('secretariat')
    .reference.createDutyStation({ idempotencyKey: newKey(), name: 'Elsewhere', countryCode: 'FJ' });
  expect(await mark()).toBe(before);
  await putOnTable(fund, meetingId);
  const after = await mark();
  expect(after).not.toBe(before);
  fund.setTime('2026-11-23T08:00:00.000Z');
  expect(await mark()).not.toBe(after);
});

async function circulated(): Promise<{ fund: TestFund; id: string }> {
  const fund = await openTestFund();
  const { id } = await fund.as('secretariat').decisions.draft.record(draftOf());
  await fund.as('chair').decisions.circulate({ idempotencyKey: newKey(), decisionId: id });
  fund.setTime('2026-12-03T00:00:30.000Z');
  return { fund, id };
}

test('a written decision is settled once its last day is over, though nobody acts', async () => {
  const { fund, id } = await circulated();
  const stop = settleByClock(fund.shell, pino({ level: 'silent' }), 5);
  await expect.poll(async () => (await fund.as('member').decisions.get({ id })).decision?.decidedOn).toBe('2026-12-02');
  await stop();
});

test('of two that settle at once one does, and nothing is entered twice', async () => {
  const { fund, id } = await circulated();
  const context = { shell: fund.shell, actor: demoActor('chair') };
  const settled = await Promise.all([settleConsented(context), settleConsented(context), settleConsented(context)]);
  expect(settled.flat()).toHaveLength(1);
  expect((await fund.as('member').decisions.get({ id })).story.filter(({ what }) => what === 'closed')).toHaveLength(1);
});
