import { date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { MotionHappening } from '../committee-tables.ts';
import type { Reader } from '../open-database.ts';
import { happenedBefore } from './known-entries.ts';
import { type Motion, withParts } from './motion-store.ts';

type Standing = Pick<Motion, 'state' | 'closesOn'>;
const DRAFTED: Standing = { state: 'drafted', closesOn: null };

/** Where a happening leads a draft, and the last day to object while it is circulated. */
function after({ state, closesOn }: Motion, what: MotionHappening, note: string): Standing {
  switch (what) {
    // What is closed stays as it was decided.
    case 'closed':
      return { state, closesOn };
    case 'withdrawn':
      return { state: 'withdrawn', closesOn: null };
    case 'opened':
      return { state: 'open', closesOn: null };
    case 'circulated':
      return { state: 'circulated', closesOn: date(note) };
    default:
      return DRAFTED;
  }
}

/** Draft decisions as they stood, out of what had happened to them and was written by then; the oldest first. */
export async function motionsAt(db: Reader, standpoint: Standpoint, id: string | null): Promise<Motion[]> {
  const before = happenedBefore(standpoint);
  let drafts = db.selectFrom('motion').selectAll().where('recorded_at', '<', before);
  if (id !== null) drafts = drafts.where('id', '=', id);
  const events = await db
    .selectFrom('motion_event')
    .select(['motion_id', 'what', 'note'])
    .where('recorded_at', '<', before)
    .orderBy('number')
    .execute();
  const tabled = await db
    .selectFrom('agenda_item')
    .select(['motion_id', 'meeting_id'])
    .where('motion_id', 'is not', null)
    .where('recorded_at', '<', before)
    .orderBy('recorded_at')
    .execute();
  const versions = await db
    .selectFrom('motion_version')
    .selectAll()
    .where('recorded_at', '<', before)
    .orderBy('version')
    .execute();
  const rows = (await drafts.orderBy('recorded_at').orderBy('reference').execute()).map((row) => ({
    ...row,
    ...versions.findLast(({ motion_id: of }) => of === row.id),
    recorded_at: row.recorded_at,
    recorded_by: row.recorded_by,
  }));
  return (await withParts(db, rows)).map((motion) => {
    const own = events.filter(({ motion_id: of }) => of === motion.id);
    return {
      ...motion,
      ...own.reduce((_, { what, note }) => after(motion, what, note), DRAFTED),
      meetingId: tabled.findLast(({ motion_id: of }) => of === motion.id)?.meeting_id ?? null,
    };
  });
}
