import type { CalendarDate } from '../calendar-date.ts';
import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';
import type { SeatKind } from './kinds.ts';

/** One person's term in one seat; both days belong to it, and without a last day it runs on. */
export type Seat = {
  readonly id: string;
  readonly kind: SeatKind;
  /** The organization that a member or an alternate speaks for; `null` for the chair, who as such speaks for none. */
  readonly organizationId: string | null;
  readonly organizationName: string | null;
  readonly personId: string;
  readonly personName: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate | null;
};

/** Whether a term runs on a day. */
export function runsOn({ startsOn, endsOn }: Pick<Seat, 'startsOn' | 'endsOn'>, on: CalendarDate): boolean {
  return startsOn <= on && (endsOn === null || on <= endsOn);
}

/** The terms that run on a day. */
export function seatedOn<S extends Pick<Seat, 'startsOn' | 'endsOn'>>(seats: readonly S[], on: CalendarDate): S[] {
  return seats.filter((seat) => runsOn(seat, on));
}

function overlap(left: Seat, right: Seat): boolean {
  const leftBeforeRight = left.endsOn !== null && left.endsOn < right.startsOn;
  const rightBeforeLeft = right.endsOn !== null && right.endsOn < left.startsOn;
  return !leftBeforeRight && !rightBeforeLeft;
}

/** Whether two terms cannot both be: the same seat twice, or one person voting for two organizations. */
function collide(left: Seat, right: Seat): boolean {
  if (!overlap(left, right)) return false;
  if (left.kind === right.kind && left.organizationId === right.organizationId) return true;
  return left.personId === right.personId && left.kind !== 'chair' && right.kind !== 'chair';
}

/** Fills a seat for a term: one person a seat and one organization a person at any time. */
export function fillSeat(seats: readonly Seat[], seat: Seat): Result<Seat, RuleViolation> {
  const { startsOn, endsOn } = seat;
  if (endsOn !== null && endsOn < startsOn) return refused({ kind: 'TermEndsBeforeStart', startsOn, endsOn });
  const other = seats.find((each) => collide(each, seat));
  if (other === undefined) return accepted(seat);
  return refused({
    kind: 'TermsOverlap',
    person: other.personName,
    organization: other.organizationName,
    from: other.startsOn,
    until: other.endsOn,
  });
}

/** Ends a term on a day, which still belongs to it: no earlier than it began, and never to make it longer. */
export function endTerm(seat: Seat, on: CalendarDate): Result<CalendarDate, RuleViolation> {
  const { startsOn, endsOn } = seat;
  if (on < startsOn) return refused({ kind: 'TermEndsBeforeStart', startsOn, endsOn: on });
  if (endsOn !== null && endsOn <= on) return refused({ kind: 'TermEnded', endsOn });
  return accepted(on);
}
