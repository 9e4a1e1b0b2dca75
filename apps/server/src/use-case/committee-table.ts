import type { Reader } from '@dcc/db/open-database';
import { listRules, listSeats, type RecordedRules } from '@dcc/db/stores/committee-store';
import { attendanceOf, findMeeting, type Meeting } from '@dcc/db/stores/meeting-store';
import { findMotion, hostsOf, type Motion, recusalsOn } from '@dcc/db/stores/motion-store';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { type Recusal, recusals } from '@dcc/domain/committee/ballot';
import { type Delegation, delegations } from '@dcc/domain/committee/quorum';
import { requireRules, rulesOn } from '@dcc/domain/committee/rules';
import { type Context, today } from './context.ts';
import { orRefuse, Refusal } from './refusal.ts';

/** Who recorded something now. */
export function stampOf({ shell, actor }: Context) {
  return { recordedAt: shell.now().toISOString(), recordedBy: actor.personId };
}

export async function requireFound(db: Reader, id: string): Promise<Motion> {
  const motion = await findMotion(db, id);
  if (motion === null) throw new Refusal({ kind: 'NotFound', subject: 'decision' });
  return motion;
}

export async function requireMeetingFound(db: Reader, id: string): Promise<Meeting> {
  const meeting = await findMeeting(db, id);
  if (meeting === null) throw new Refusal({ kind: 'NotFound', subject: 'meeting' });
  return meeting;
}

/** The rules of the committee in force on a day, or the refusal of what needs them. */
export async function rulesInForce(db: Reader, on: CalendarDate): Promise<RecordedRules> {
  const rules = rulesOn(await listRules(db), on);
  return orRefuse(requireRules(rules, on));
}

/** The organizations at a meeting's table today, with who of them is here. */
export async function tableOf(context: Context, db: Reader, meetingId: string): Promise<readonly Delegation[]> {
  const here = (await attendanceOf(db, meetingId)).filter(({ present }) => present);
  return delegations(await listSeats(db), today(context.shell), new Set(here.map(({ personId }) => personId)));
}

/** The organizations with a seat on a day, all of them reached: what is circulated in writing reaches everybody. */
export async function everybody(db: Reader, on: CalendarDate): Promise<readonly Delegation[]> {
  const seats = await listSeats(db);
  return delegations(seats, on, new Set(seats.map(({ personId }) => personId)));
}

/** Who takes no part in a draft decision: the hosts of what it is about, and who said so. */
export async function recusalsOf(db: Reader, motionId: string): Promise<readonly Recusal[]> {
  const hosts = await hostsOf(db, [motionId]);
  const declared = await recusalsOn(db, [motionId]);
  return recusals(
    hosts.map(({ organizationId }) => organizationId),
    declared.map(({ organizationId }) => organizationId),
  );
}

export function organizationsOf(given: readonly Recusal[]): ReadonlySet<string> {
  return new Set(given.map(({ organizationId }) => organizationId));
}
