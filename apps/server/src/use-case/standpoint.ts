import type { Standpoint } from '@dcc/domain/standpoint';
import type { StandpointInput } from '@dcc/domain/wire';
import { type Shell, today } from './context.ts';

/** Where a reader stands: today, knowing everything, unless the request says otherwise. */
export function standpointOf(shell: Pick<Shell, 'now'>, input: StandpointInput): Standpoint {
  return { asOf: input.asOf ?? today(shell), knownOn: input.knownOn ?? null };
}
