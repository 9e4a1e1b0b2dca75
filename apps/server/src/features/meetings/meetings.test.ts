import { date } from '@dcc/domain/calendar-date';
import { expect, test } from 'vitest';
import { ALTERNATE, attend, LYCEUM, MERIDIAN, OCEANS, personOf, putOnTable, sit } from '../../testing/committee.ts';
import { newKey, openTestFund, TODAY, violationOf } from '../../testing/test-fund.ts';

test('a meeting runs from its plan to its minutes', async () => {
  const fund = await openTestFund();
  const [secretariat, chair] = [fund.as('secretariat'), fund.as('chair')];
  const meetingId = await sit(fund, [MERIDIAN, LYCEUM]);
  const key = () => ({ idempotencyKey: newKey(), meetingId });
  await secretariat.meetings.addAgendaItem({ ...key(), title: 'Status of the fund', note: '' });
  await secretariat.meetings.recordMinutes({ ...key(), text: 'First.' });
  await secretariat.meetings.recordMinutes({ ...key(), text: 'First.\nSecond.' });
  await secretariat.meetings.addActionPoint({
    ...key(),
    text: 'Ask the hosts',
    owner: 'Sena',
    dueOn: date('2026-11-01'),
  });
  await chair.meetings.close(key());
  const page = await fund.as('auditor').meetings.get({ id: meetingId });
  expect(page).toMatchObject({
    meeting: { state: 'closed', openedAt: `${TODAY}T12:00:00.000Z` },
    agenda: [{ number: 1, title: 'Status of the fund' }],
    minutes: { text: 'First.\nSecond.', by: 'Sena Bright', version: 2 },
    actionPoints: [{ text: 'Ask the hosts', late: true, doneOn: null }],
    quorum: { seated: 4, present: 2, needed: 2, reached: true },
  });
  expect(page.openPoints).toMatchObject([{ meetingReference: 'SCM-2026-1', late: true }]);
  const point = { idempotencyKey: newKey(), actionPointId: page.actionPoints[0]?.id ?? '', doneOn: TODAY, note: '' };
  await secretariat.meetings.completeActionPoint(point);
  expect(await violationOf(secretariat.meetings.completeActionPoint({ ...point, idempotencyKey: newKey() }))).toEqual({
    kind: 'ActionPointDone',
    doneOn: TODAY,
  });
  const unknown = { ...point, idempotencyKey: newKey(), actionPointId: 'none' };
  expect(await violationOf(secretariat.meetings.completeActionPoint(unknown))).toEqual({
    kind: 'NotFound',
    subject: 'action-point',
  });
  expect((await secretariat.meetings.list({})).meetings.map(({ reference }) => reference).slice(1)).toContain(
    'SCM-2026-1',
  );
});

test('the quorum counts who is here: organizations, by member or alternate', async () => {
  const fund = await openTestFund();
  const meetingId = await sit(fund, [ALTERNATE]);
  const count = async () => (await fund.as('member').meetings.get({ id: meetingId })).quorum;
  expect(await count()).toMatchObject({ present: 1, reached: false });
  await attend(fund.as(personOf(MERIDIAN)), meetingId, MERIDIAN, true);
  expect(await count()).toMatchObject({ present: 1, reached: false });
  await attend(fund.as(personOf(OCEANS)), meetingId, OCEANS, true);
  expect(await count()).toMatchObject({ present: 2, reached: true });
  await attend(fund.as(personOf(OCEANS)), meetingId, OCEANS, false);
  await attend(fund.as('secretariat'), meetingId, 'p-auditor', true);
  expect(await count()).toMatchObject({ present: 1, reached: false });
  const { delegations, others } = await fund.as('member').meetings.get({ id: meetingId });
  expect(delegations.find(({ organization }) => organization === 'Meridian')?.voterId).toBe(MERIDIAN);
  expect(others).toEqual([{ personId: 'p-auditor', name: 'Ada Marlowe', present: true }]);
});

test('a member records only themselves', async () => {
  const fund = await openTestFund();
  const meetingId = await sit(fund, []);
  expect(await violationOf(attend(fund.as(personOf(MERIDIAN)), meetingId, OCEANS, true))).toEqual({
    kind: 'NotPermitted',
    action: 'meeting.prepare',
  });
  expect(await violationOf(attend(fund.as('secretariat'), meetingId, 'p-nobody', true))).toEqual({
    kind: 'NotFound',
    subject: 'person',
  });
});

test('a meeting does only what its state allows', async () => {
  const fund = await openTestFund();
  const [secretariat, chair] = [fund.as('secretariat'), fund.as('chair')];
  const planned = (await secretariat.meetings.list({})).meetings.find(({ state }) => state === 'planned');
  const meetingId = planned?.id ?? '';
  const key = () => ({ idempotencyKey: newKey(), meetingId });
  const wrong = (state: string) => ({ kind: 'MeetingInState', reference: 'SCM-2026-2', state });
  expect(await violationOf(chair.meetings.close(key()))).toEqual(wrong('planned'));
  expect(await violationOf(attend(secretariat, meetingId, MERIDIAN, true))).toEqual(wrong('planned'));
  expect(await violationOf(secretariat.meetings.recordMinutes({ ...key(), text: 'x' }))).toEqual(wrong('planned'));
  await chair.meetings.open(key());
  expect(await violationOf(chair.meetings.open(key()))).toEqual(wrong('open'));
  await chair.meetings.close(key());
  expect(await violationOf(secretariat.meetings.addAgendaItem({ ...key(), title: 'x', note: '' }))).toEqual(
    wrong('closed'),
  );
  const again = { idempotencyKey: newKey(), reference: 'SCM-2026-2', title: 'x', plannedOn: TODAY, place: 'x' };
  expect(await violationOf(secretariat.meetings.plan(again))).toEqual({
    kind: 'ReferenceTaken',
    reference: 'SCM-2026-2',
  });
  expect(await violationOf(secretariat.meetings.get({ id: 'none' }))).toEqual({ kind: 'NotFound', subject: 'meeting' });
});

test('a meeting closes only once nothing is left on its table', async () => {
  const fund = await openTestFund();
  const meetingId = await sit(fund);
  await putOnTable(fund, meetingId);
  expect(await violationOf(fund.as('chair').meetings.close({ idempotencyKey: newKey(), meetingId }))).toEqual({
    kind: 'DecisionsOpen',
    count: 1,
  });
});
