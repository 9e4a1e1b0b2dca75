import type { Database } from '@dcc/db/open-database';
import { type CalendarDate, dateOfInstant } from '@dcc/domain/calendar-date';
import type { Role } from '@dcc/domain/people/capability';

/** What the shell lends to use cases: the database, the clock and new identifiers. */
export type Shell = { readonly db: Database; readonly now: () => Date; readonly newId: () => string };

/** The person on whose behalf a use case runs. */
export type Actor = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly organizationId: string | null;
  readonly contributorId: string | null;
};

export type Context = { readonly shell: Shell; readonly actor: Actor };

/** Today in UTC: the day the ledger lives in. */
export function today(shell: Pick<Shell, 'now'>): CalendarDate {
  return dateOfInstant(shell.now().toISOString());
}

/** The one contributor whose records the person may see, or `null` for all of them. */
export function onlyContributor(actor: Actor): string | null {
  const widest = actor.roles.some((role) => role !== 'contributor' && role !== 'administrator');
  return widest ? null : (actor.contributorId ?? 'none');
}
