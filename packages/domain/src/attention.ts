import type { CalendarDate } from './calendar-date.ts';
import type { Role } from './people/capability.ts';

/** What happens if nobody acts, the worst first. It is the first rule by which what waits is put in order. */
export const CONSEQUENCES = ['promise-broken', 'money-missing', 'chance-lost', 'time-lost', 'record-gap'] as const;
export type Consequence = (typeof CONSEQUENCES)[number];

/** Each kind of thing that waits: what happens if nobody acts, and the roles whose turn it is. Others read it. */
export const ATTENTION = {
  'pool-overdrawn': { consequence: 'promise-broken', whose: ['chair', 'secretariat'] },
  'year-not-funded': { consequence: 'promise-broken', whose: ['chair', 'secretariat'] },
  'candidates-expired': { consequence: 'promise-broken', whose: ['secretariat'] },
  'instalment-overdue': { consequence: 'money-missing', whose: ['secretariat'] },
  'host-claim': { consequence: 'money-missing', whose: ['secretariat'] },
  'reserve-below-mark': { consequence: 'money-missing', whose: ['chair', 'secretariat'] },
  'reserve-not-covered': { consequence: 'money-missing', whose: ['chair', 'secretariat'] },
  'window-closing': { consequence: 'chance-lost', whose: ['member', 'chair'] },
  'extension-due': { consequence: 'chance-lost', whose: ['chair', 'secretariat'] },
  'vacancy-closing': { consequence: 'chance-lost', whose: ['secretariat'] },
  'group-leaving': { consequence: 'chance-lost', whose: ['chair', 'secretariat'] },
  'position-to-decide': { consequence: 'time-lost', whose: ['member', 'chair'] },
  'vacancy-missing': { consequence: 'time-lost', whose: ['secretariat'] },
  'action-point-due': { consequence: 'time-lost', whose: ['chair', 'secretariat'] },
  'terms-stale': { consequence: 'time-lost', whose: ['secretariat'] },
  'instalment-due-soon': { consequence: 'time-lost', whose: ['secretariat'] },
  'reserved-after-end': { consequence: 'time-lost', whose: ['secretariat'] },
  'expenditure-due': { consequence: 'record-gap', whose: ['secretariat'] },
  'retention-due': { consequence: 'record-gap', whose: ['secretariat'] },
  'candidate-retention-unset': { consequence: 'record-gap', whose: ['secretariat'] },
  'certification-pending': { consequence: 'record-gap', whose: ['certifier'] },
} as const satisfies Readonly<Record<string, { readonly consequence: Consequence; readonly whose: readonly Role[] }>>;

export type AttentionKind = keyof typeof ATTENTION;

/** What puts a thing in its place: its kind, the day it is about (`null`: none), and cents of US dollars (0: none). */
export type Weight = { readonly kind: AttentionKind; readonly on: CalendarDate | null; readonly minor: bigint };

const rank = ({ kind }: Weight): number => CONSEQUENCES.indexOf(ATTENTION[kind].consequence);

/** By what happens if nobody acts; then by day, the earliest first and what has none last; then by amount, the largest first. */
export function byConsequence(left: Weight, right: Weight): number {
  const worse = rank(left) - rank(right);
  if (worse !== 0) return worse;
  if (left.on !== right.on) {
    if (left.on === null || right.on === null) return left.on === null ? 1 : -1;
    return left.on < right.on ? -1 : 1;
  }
  return left.minor > right.minor ? -1 : left.minor < right.minor ? 1 : 0;
}

/** Whether it is the turn of any of these roles. */
export function waitsFor(kind: AttentionKind, roles: readonly Role[]): boolean {
  const whose: readonly Role[] = ATTENTION[kind].whose;
  return whose.some((role) => roles.includes(role));
}
