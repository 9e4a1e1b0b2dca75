import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { type Shell, today } from './context.ts';

/** What every read says of where it stands, and of the day on which it was asked. */
export function standsAt(shell: Pick<Shell, 'now'>, { asOf, knownOn }: Standpoint) {
  return { asOf, knownOn, today: today(shell) };
}

/** Whether a standpoint sees less than what is there today. */
export function isPast(shell: Pick<Shell, 'now'>, { asOf, knownOn }: Standpoint): boolean {
  const now = today(shell);
  return asOf < now || (knownOn !== null && knownOn < now);
}

/** Where a reader stands: today, knowing everything, unless the request says otherwise. Of a day to come today is all there is. */
export function standpointOf(shell: Pick<Shell, 'now'>, { asOf, knownOn }: StandpointInput): Standpoint {
  const now = today(shell);
  return { asOf: asOf === undefined || asOf > now ? now : asOf, knownOn: knownOn ?? null };
}
