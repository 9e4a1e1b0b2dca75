import { date } from '@dcc/domain/calendar-date';
import type { PositionState } from '@dcc/domain/positions/states';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { AT, beginWorkedFund, STAMP, usd } from '../test-support/worked-fund.ts';
import { listRules, listSeats, saveRules, saveSeat, saveSeatEnd } from './committee-store.ts';
import { subjectExists } from './document-store.ts';
import { COMMAND_LINE } from './fund-store.ts';
import {
  agendaOf,
  attendanceOf,
  findMeeting,
  listActionPoints,
  listMeetings,
  meetingReferenceTaken,
  minutesOf,
  saveActionPoint,
  saveActionPointDone,
  saveAgendaItem,
  saveAttendance,
  saveMeeting,
  saveMinutes,
  setMeetingState,
} from './meeting-store.ts';
import {
  consentedMotions,
  findMotion,
  hostsOf,
  listMotions,
  type Motion,
  motionEvents,
  positionsNamedBy,
  positionsToDecide,
  recusalsOn,
  saveMotion,
  saveMotionEvent,
  saveRecusal,
  saveVote,
  setMotionState,
  votesOn,
} from './motion-store.ts';
import { decisionReferenceTaken, movePosition, saveDecision } from './position-store.ts';
import {
  allocationsOf,
  decisionThatApproved,
  entriesOfDecision,
  findDecision,
  findResolution,
  listDecisions,
  type Resolution,
  savePaperSupersession,
  saveResolution,
  supersededBy,
} from './resolution-store.ts';
import { type Tx, withTransaction } from '../with-transaction.ts';

const ON = date('2026-11-22');
const NOW = { asOf: ON, knownOn: null };
const RULES = {
  effectiveOn: date('2026-01-01'),
  quorum: { bound: 'at-least', numerator: 1, denominator: 2 },
  majority: { bound: 'more-than', numerator: 1, denominator: 2 },
  majorityOf: 'cast',
  windowDays: 10,
  source: 'Test',
} as const;

const motion = (id: string, of: Partial<Motion> = {}) => ({
  id,
  reference: `D ${id}`,
  title: 'Title',
  text: 'Text',
  options: '',
  kind: 'other' as const,
  meetingId: null,
  supersedesId: null,
  criteriaSetId: null,
  lines: [],
  positions: [],
  ...of,
});

const resolution = (decisionId: string, of: Partial<Resolution> = {}): Resolution => ({
  decisionId,
  mode: 'vote',
  outcome: 'adopted',
  conditions: '',
  reason: 'Why',
  rulesNumber: 1,
  seated: 2,
  present: 2,
  quorumNeeded: 1,
  inFavour: 2,
  against: 0,
  abstained: 0,
  votesNeeded: 2,
  supersedesId: null,
  ...of,
});

onBothEngines('the committee', (bench) => {
  let db: Database;
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => withTransaction(db, work);
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  const meet = (id = 'm-1', reference = 'M 1') =>
    write((tx) => saveMeeting(tx, { id, reference, title: 'First', plannedOn: ON, place: 'Suva' }, STAMP));
  const draft = (id: string, of: Partial<Motion> = {}) => write((tx) => saveMotion(tx, motion(id, of), STAMP));
  const decide = (id: string) =>
    write((tx) =>
      saveDecision(tx, { id, reference: `D ${id}`, title: 'Title', decidedOn: ON, text: 'Text', ...STAMP, lines: [] }),
    );

  test('keeps terms as they were given, and ends them with the earliest end', async () => {
    const seat = { personId: COMMAND_LINE, startsOn: date('2026-01-01'), endsOn: null };
    await write(async (tx) => {
      await saveSeat(tx, { ...seat, id: 's-1', kind: 'member', organizationId: 'o-1' }, STAMP);
      await saveSeat(
        tx,
        { ...seat, id: 's-2', kind: 'chair', organizationId: null, endsOn: date('2027-12-31') },
        STAMP,
      );
      for (const endsOn of ['2026-09-30', '2026-06-30'])
        await saveSeatEnd(tx, { seatId: 's-1', endsOn: date(endsOn), reason: 'Moved' }, STAMP);
    });
    const [member, chair] = await listSeats(db.read);
    expect(member).toEqual({
      id: 's-1',
      kind: 'member',
      organizationId: 'o-1',
      organizationName: 'Meridian',
      personId: COMMAND_LINE,
      personName: 'Command line',
      startsOn: '2026-01-01',
      endsOn: '2026-06-30',
    });
    expect(chair).toMatchObject({ organizationId: null, organizationName: null, endsOn: '2027-12-31' });
    await write((tx) => saveSeat(tx, { ...seat, id: 's-3', kind: 'member', organizationId: 'o-2' }, STAMP));
    expect((await listSeats(db.read)).find(({ id }) => id === 's-3')?.endsOn).toBeNull();
  });

  test('keeps its rules in the order in which they were set', async () => {
    expect(await write((tx) => saveRules(tx, RULES, STAMP))).toBe(1);
    expect(await write((tx) => saveRules(tx, { ...RULES, windowDays: 14 }, STAMP))).toBe(2);
    const [first, second] = await listRules(db.read);
    expect(first).toEqual({ ...RULES, number: 1, setBy: 'Command line', setAt: AT });
    expect(second?.windowDays).toBe(14);
  });

  test('meets: agenda, who is here, minutes and action points', async () => {
    await meet();
    await meet('m-2', 'M 2');
    expect(await meetingReferenceTaken(db.read, 'M 1')).toBe(true);
    expect(await meetingReferenceTaken(db.read, 'M 9')).toBe(false);
    expect(await findMeeting(db.read, 'm-9')).toBeNull();
    expect(await minutesOf(db.read, 'm-1')).toBeNull();
    await write(async (tx) => {
      for (const title of ['One', 'Two']) await saveAgendaItem(tx, 'm-1', { title, note: '', motionId: null }, STAMP);
      await setMeetingState(tx, 'm-1', 'open', AT);
      for (const present of [true, false, true]) await saveAttendance(tx, 'm-1', COMMAND_LINE, present, STAMP);
      for (const text of ['First', 'Second']) await saveMinutes(tx, 'm-1', text, STAMP);
      const point = { meetingId: 'm-1', text: 'Ask', owner: 'Somebody' };
      await saveActionPoint(tx, { ...point, id: 'p-1', dueOn: ON }, STAMP);
      await saveActionPoint(tx, { ...point, id: 'p-2', dueOn: null }, STAMP);
      await saveActionPointDone(tx, 'p-2', { on: ON, note: 'Asked' }, STAMP);
      await setMeetingState(tx, 'm-1', 'closed', AT);
    });
    expect((await listMeetings(db.read)).map(({ reference, state }) => [reference, state])).toEqual([
      ['M 2', 'planned'],
      ['M 1', 'closed'],
    ]);
    expect((await agendaOf(db.read, 'm-1')).map(({ number, title }) => [number, title])).toEqual([
      [1, 'One'],
      [2, 'Two'],
    ]);
    expect(await attendanceOf(db.read, 'm-1')).toEqual([
      { personId: COMMAND_LINE, personName: 'Command line', present: true, since: AT },
    ]);
    expect(await minutesOf(db.read, 'm-1')).toEqual({ text: 'Second', by: 'Command line', at: AT, version: 2 });
    expect(await listActionPoints(db.read)).toMatchObject([
      { id: 'p-1', meetingReference: 'M 1', dueOn: ON, doneOn: null, doneNote: '' },
      { id: 'p-2', dueOn: null, doneOn: ON, doneNote: 'Asked' },
    ]);
  });

  test('keeps a draft with all that it would do, and knows the hosts it concerns', async () => {
    const [position] = await positionsToDecide(db.read);
    const positionId = position?.id ?? '';
    const lines = [{ positionId, year: 1, poolId: 'e-1', amount: usd(100) }];
    const positions = [{ positionId, verdict: 'approve' as const, reason: 'Best' }];
    await draft('d-1', { kind: 'allocation', lines, positions });
    const found = await findMotion(db.read, 'd-1');
    expect(found).toMatchObject({ ...motion('d-1', { kind: 'allocation', lines, positions }), state: 'drafted' });
    expect(await findMotion(db.read, 'd-9')).toBeNull();
    const hosts = await hostsOf(db.read, ['d-1']);
    expect(hosts.map(({ organization }) => organization)).toEqual([position?.organization]);
    expect(found === null ? null : (await positionsNamedBy(db.read, found)).get(positionId)).toMatchObject({
      title: position?.title,
    });
    expect((await positionsNamedBy(db.read, motion('x'))).size).toBe(0);
    expect([await hostsOf(db.read, []), await votesOn(db.read, []), await recusalsOn(db.read, [])]).toEqual([
      [],
      [],
      [],
    ]);
    expect(await decisionReferenceTaken(db.read, 'D d-1')).toBe(true);
    expect(await subjectExists(db.read, { kind: 'decision', id: 'd-1' })).toBe(true);
    expect(await subjectExists(db.read, { kind: 'decision', id: 'd-9' })).toBe(false);
    expect(await subjectExists(db.read, { kind: 'contribution', id: 'd-1' })).toBe(false);
  });

  test('follows a draft over a meeting’s table and through a window for objections', async () => {
    await meet();
    await draft('d-1');
    await draft('d-2');
    await write(async (tx) => {
      await setMotionState(tx, 'd-1', { state: 'open', meetingId: 'm-1' });
      await setMotionState(tx, 'd-2', { state: 'circulated', closesOn: ON });
      await saveMotionEvent(tx, 'd-2', { what: 'circulated', note: ON, organizationId: null }, STAMP);
      await saveMotionEvent(tx, 'd-2', { what: 'objected', note: 'No', organizationId: 'o-1' }, STAMP);
    });
    expect((await listMotions(db.read, { meetingId: 'm-1' })).map(({ id }) => id)).toEqual(['d-1']);
    expect((await listMotions(db.read, { states: ['open', 'circulated'] })).map(({ id }) => id)).toEqual([
      'd-1',
      'd-2',
    ]);
    expect(await listMotions(db.read, { states: ['rejected'] })).toEqual([]);
    expect(await consentedMotions(db.read, ON)).toEqual([]);
    expect((await consentedMotions(db.read, date('2026-11-23'))).map(({ closesOn }) => closesOn)).toEqual([ON]);
    expect((await motionEvents(db.read, 'd-2')).map(({ what, organization }) => [what, organization])).toEqual([
      ['drafted', null],
      ['circulated', null],
      ['objected', 'Meridian'],
    ]);
  });

  test('keeps one vote and one recusal of an organization', async () => {
    await draft('d-1');
    const vote = { motionId: 'd-1', organizationId: 'o-1', choice: 'for', note: '', asAlternate: true } as const;
    const recusal = { motionId: 'd-1', organizationId: 'o-2', forced: false, reason: 'Own' };
    await write((tx) => saveVote(tx, vote, STAMP));
    await write((tx) => saveRecusal(tx, recusal, STAMP));
    expect(await votesOn(db.read, ['d-1'])).toEqual([
      { ...vote, organization: 'Meridian', by: 'Command line', at: AT },
    ]);
    expect(await recusalsOn(db.read, ['d-1'])).toEqual([{ ...recusal, organization: 'Lyceum' }]);
    await expect(write((tx) => saveVote(tx, { ...vote, choice: 'against' }, STAMP))).rejects.toThrow(/unique/iu);
    await expect(write((tx) => saveRecusal(tx, recusal, STAMP))).rejects.toThrow(/unique/iu);
  });

  describe('the register', () => {
    beforeEach(() => write((tx) => saveRules(tx, RULES, STAMP)));

    test('says how each decision was taken and what took its place', async () => {
      await meet();
      await draft('d-1', { meetingId: 'm-1' });
      await decide('d-1');
      await write((tx) => saveResolution(tx, resolution('d-1'), STAMP));
      await draft('d-2', { supersedesId: 'd-1' });
      await decide('d-2');
      await write((tx) => saveResolution(tx, resolution('d-2', { mode: 'consensus', supersedesId: 'd-1' }), STAMP));
      await decide('d-3');
      expect(await findResolution(db.read, 'd-1')).toEqual(resolution('d-1'));
      expect(await findResolution(db.read, 'd-3')).toBeNull();
      expect(await findDecision(db.read, 'd-9')).toBeNull();
      expect(await findDecision(db.read, 'd-1')).toMatchObject({
        mode: 'vote',
        outcome: 'adopted',
        meetingReference: 'M 1',
        supersedes: null,
        supersededBy: { id: 'd-2', reference: 'D d-2' },
      });
      const decisions = await listDecisions(db.read);
      expect(decisions.map(({ id, mode }) => [id, mode])).toEqual([
        ['d-3', 'on-paper'],
        ['d-2', 'consensus'],
        ['d-1', 'vote'],
      ]);
      expect(decisions[1]?.supersedes).toEqual({ id: 'd-1', reference: 'D d-1' });
      await write((tx) => savePaperSupersession(tx, 'd-3', 'd-2'));
      expect((await findDecision(db.read, 'd-3'))?.supersedes).toEqual({ id: 'd-2', reference: 'D d-2' });
      expect(await supersededBy(db.read, NOW, ['d-1', 'd-2'])).toEqual(
        new Map([
          ['d-1', { id: 'd-2', reference: 'D d-2' }],
          ['d-2', { id: 'd-3', reference: 'D d-3' }],
        ]),
      );
      expect(await supersededBy(db.read, NOW, [])).toEqual(new Map());
      expect([await allocationsOf(db.read, 'd-1'), await entriesOfDecision(db.read, NOW, 'd-1')]).toEqual([[], []]);
    });

    test('knows the decision that approved a post, or what has come in its place', async () => {
      const post = (await positionsToDecide(db.read))[0]?.id ?? '';
      const move = (from: PositionState, to: PositionState, note: string) =>
        write((tx) => movePosition(tx, post, from, to, { id: note, on: ON, note, ...STAMP }));
      expect(await decisionThatApproved(db.read, post)).toBeNull();
      await decide('d-1');
      await decide('d-1: bis');
      await move('scored', 'approved', 'D d-1');
      expect(await decisionThatApproved(db.read, post)).toMatchObject({ id: 'd-1' });
      await move('approved', 'deferred', 'D d-2: Late');
      // Of two references that begin alike the note names the longer one.
      await move('deferred', 'approved', 'D d-1: bis: Now');
      expect(await decisionThatApproved(db.read, post)).toMatchObject({ id: 'd-1: bis' });
      await draft('d-2', { supersedesId: 'd-1: bis' });
      await decide('d-2');
      await write((tx) => saveResolution(tx, resolution('d-2', { supersedesId: 'd-1: bis' }), STAMP));
      expect(await decisionThatApproved(db.read, post)).toMatchObject({ id: 'd-2' });
    });

    test.each([
      ['without a quorum', { present: 1, quorumNeeded: 2, inFavour: 1, votesNeeded: 1 }],
      ['with more votes than organizations', { inFavour: 3 }],
      ['adopted by a vote that was not carried', { inFavour: 1, votesNeeded: 2 }],
      ['rejected by a vote that was', { outcome: 'rejected' as const }],
      ['with conditions that are none', { outcome: 'adopted-with-conditions' as const }],
      ['of more than sit there', { present: 3 }],
    ])('keeps no decision %s', async (_what, of) => {
      await draft('d-1');
      await decide('d-1');
      await expect(write((tx) => saveResolution(tx, resolution('d-1', of), STAMP))).rejects.toThrow(/check/iu);
    });
  });

  test.each([
    'committee_seat',
    'committee_seat_end',
    'committee_rules',
    'agenda_item',
    'attendance',
    'minutes',
    'action_point',
    'action_point_done',
    'motion_version',
    'motion_line',
    'motion_position',
    'motion_event',
    'motion_recusal',
    'vote',
    'resolution',
    'paper_supersession',
  ])('%s is append-only', async (table) => {
    await meet();
    await write((tx) => saveRules(tx, RULES, STAMP));
    const [position] = await positionsToDecide(db.read);
    const positionId = position?.id ?? '';
    await draft('d-1', {
      lines: [{ positionId, year: 1, poolId: 'e-1', amount: usd(1) }],
      positions: [{ positionId, verdict: 'approve', reason: 'x' }],
    });
    await decide('d-1');
    await decide('d-2');
    await write(async (tx) => {
      await savePaperSupersession(tx, 'd-2', 'd-1');
      const seat = { kind: 'chair', organizationId: null, personId: COMMAND_LINE, startsOn: ON, endsOn: null } as const;
      await saveSeat(tx, { ...seat, id: 's-1' }, STAMP);
      await saveSeatEnd(tx, { seatId: 's-1', endsOn: ON, reason: 'x' }, STAMP);
      await saveAgendaItem(tx, 'm-1', { title: 'x', note: '', motionId: 'd-1' }, STAMP);
      await saveAttendance(tx, 'm-1', COMMAND_LINE, true, STAMP);
      await saveMinutes(tx, 'm-1', 'x', STAMP);
      await saveActionPoint(tx, { id: 'p-1', meetingId: 'm-1', text: 'x', owner: 'x', dueOn: null }, STAMP);
      await saveActionPointDone(tx, 'p-1', { on: ON, note: '' }, STAMP);
      const vote = { motionId: 'd-1', organizationId: 'o-1', choice: 'for', note: '', asAlternate: false } as const;
      await saveVote(tx, vote, STAMP);
      await saveRecusal(tx, { motionId: 'd-1', organizationId: 'o-2', forced: true, reason: '' }, STAMP);
      await saveResolution(tx, resolution('d-1'), STAMP);
    });
    await expect(sql`delete from ${sql.table(table)}`.execute(db.write)).rejects.toThrow('append-only');
  });
});
