import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import { beforeEach, expect, test } from 'vitest';
import type { MotionHappening } from '../committee-tables.ts';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { beginWorkedFund } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { saveRules } from './committee-store.ts';
import { COMMAND_LINE } from './fund-store.ts';
import {
  listActionPoints,
  listMeetings,
  saveActionPoint,
  saveActionPointDone,
  saveAgendaItem,
  saveMeeting,
  setMeetingState,
} from './meeting-store.ts';
import { motionEvents, saveMotion, saveMotionEvent, setMotionState } from './motion-store.ts';
import { motionsAt } from './motions-at.ts';
import { saveDecision } from './position-store.ts';
import { findDecision, listDecisions, saveResolution } from './resolution-store.ts';
import { rounds, saveRound, saveRoundStep } from './round-store.ts';
import { criteriaSets, saveCriteriaSet } from './criteria-store.ts';

const day = (of: number): CalendarDate => date(`2026-11-${of}`);
const at = (of: number): string => `${day(of)}T09:00:00.000Z`;
const by = (of: number) => ({ recordedAt: at(of), recordedBy: COMMAND_LINE });
/** What had happened by the end of a day, and was known then. */
const then = (of: number): Standpoint => ({ asOf: day(of), knownOn: day(of) });

onBothEngines('the committee of a day', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  const draft = (id: string, on: number) => ({
    motion: {
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
    },
    stamp: by(on),
  });

  test('a draft stands where what had happened by then had led it', async () => {
    const happened: readonly [MotionHappening, number, string][] = [
      ['circulated', 12, '2026-11-22'],
      ['objected', 13, 'No'],
      ['opened', 14, ''],
      ['closed', 15, ''],
    ];
    await withTransaction(db, async (tx) => {
      for (const id of ['d-1', 'd-2']) await saveMotion(tx, draft(id, 11).motion, draft(id, 11).stamp);
      for (const [what, on, note] of happened)
        await saveMotionEvent(tx, 'd-1', { what, note, organizationId: null }, by(on));
      await setMotionState(tx, 'd-1', { state: 'rejected' });
      await saveMotionEvent(tx, 'd-2', { what: 'withdrawn', note: '', organizationId: null }, by(12));
      const place = { reference: 'M 1', title: 'First', plannedOn: day(20), place: 'Suva' };
      await saveMeeting(tx, { ...place, id: 'm-1' }, by(10));
      await saveAgendaItem(tx, 'm-1', { title: 'One', note: '', motionId: 'd-1' }, by(13));
    });
    const standing = async (of: number, id: string | null = 'd-1') =>
      (await motionsAt(db.read, then(of), id)).map(({ state, closesOn, meetingId }) => [state, closesOn, meetingId]);
    expect(await standing(10)).toEqual([]);
    expect(await standing(11)).toEqual([['drafted', null, null]]);
    expect(await standing(12, null)).toEqual([
      ['circulated', '2026-11-22', null],
      ['withdrawn', null, null],
    ]);
    expect(await standing(13)).toEqual([['drafted', null, 'm-1']]);
    expect(await standing(14)).toEqual([['open', null, 'm-1']]);
    expect(await standing(15)).toEqual([['rejected', null, 'm-1']]);
    expect((await motionEvents(db.read, 'd-1', then(12))).map(({ what }) => what)).toEqual(['drafted', 'circulated']);
  });

  test('a decision is superseded from the day on which the later one was taken and known', async () => {
    await withTransaction(db, async (tx) => {
      const share = { bound: 'at-least', numerator: 1, denominator: 2 } as const;
      const rules = { quorum: share, majority: share, majorityOf: 'cast', windowDays: 10, source: 'Test' } as const;
      await saveRules(tx, { ...rules, effectiveOn: day(10) }, by(10));
      for (const [id, on, recorded, supersedesId] of [
        ['d-1', 11, 11, null],
        ['d-2', 13, 15, 'd-1'],
      ] as const) {
        const { motion } = draft(id, on);
        await saveMotion(tx, { ...motion, supersedesId }, by(on));
        const decision = { id, reference: `D ${id}`, title: 'Title', decidedOn: day(on), text: '' };
        await saveDecision(tx, { ...decision, ...by(recorded), lines: [] });
        await saveResolution(
          tx,
          {
            decisionId: id,
            mode: 'consensus',
            outcome: 'adopted',
            conditions: '',
            reason: '',
            rulesNumber: 1,
            seated: 2,
            present: 2,
            quorumNeeded: 1,
            inFavour: 0,
            against: 0,
            abstained: 0,
            votesNeeded: 0,
            supersedesId,
          },
          by(recorded),
        );
      }
    });
    const register = async (standpoint: Standpoint) =>
      (await listDecisions(db.read, standpoint)).map(({ id, supersededBy }) => [id, supersededBy?.id ?? null]);
    expect(await register(then(10))).toEqual([]);
    expect(await register(then(14))).toEqual([['d-1', null]]);
    expect(await register({ asOf: day(12), knownOn: null })).toEqual([['d-1', null]]);
    expect(await register({ asOf: day(13), knownOn: null })).toEqual([
      ['d-2', null],
      ['d-1', 'd-2'],
    ]);
    expect(await findDecision(db.read, 'd-2', then(14))).toBeNull();
  });

  test('meetings, action points, rounds and criteria stand as they stood', async () => {
    await withTransaction(db, async (tx) => {
      const place = { reference: 'M 1', title: 'First', plannedOn: day(20), place: 'Suva' };
      await saveMeeting(tx, { ...place, id: 'm-1' }, by(11));
      await setMeetingState(tx, 'm-1', 'open', at(12));
      await saveActionPoint(tx, { id: 'p-1', meetingId: 'm-1', text: 'Ask', owner: 'A', dueOn: null }, by(12));
      await setMeetingState(tx, 'm-1', 'closed', at(13));
      await saveActionPointDone(tx, 'p-1', { on: day(13), note: '' }, by(14));
      const set = { id: 'k-1', name: 'K', decision: 'D', scale: 10, priorities: [], criteria: [] };
      await saveCriteriaSet(tx, { ...set, decidedOn: day(11), criteria: [{ name: 'One', weight: 100 }] }, by(12));
      await saveRound(tx, { id: 'r-1', name: 'R', criteriaSetId: 'k-1', eligibilitySetId: null }, by(12));
      await saveRoundStep(tx, 'r-1', 'open', by(13));
    });
    const said = async (standpoint: Standpoint) => ({
      meetings: (await listMeetings(db.read, standpoint)).map(({ state }) => state),
      open: (await listActionPoints(db.read, standpoint)).map(({ doneOn }) => doneOn),
      rounds: (await rounds(db.read, standpoint)).map(({ state }) => state),
      criteria: (await criteriaSets(db.read, standpoint)).length,
    });
    expect(await said(then(10))).toEqual({ meetings: [], open: [], rounds: [], criteria: 0 });
    expect(await said(then(11))).toEqual({ meetings: ['planned'], open: [], rounds: [], criteria: 0 });
    expect(await said(then(12))).toEqual({ meetings: ['open'], open: [null], rounds: ['planned'], criteria: 1 });
    expect(await said(then(13))).toEqual({ meetings: ['closed'], open: [null], rounds: ['open'], criteria: 1 });
    expect(await said({ asOf: day(13), knownOn: null })).toMatchObject({ open: ['2026-11-13'] });
  });
});
