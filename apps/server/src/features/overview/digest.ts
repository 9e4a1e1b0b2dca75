import { claimDigest, releaseDigest } from '@dcc/db/stores/digest-store';
import { findFund } from '@dcc/db/stores/fund-store';
import { listPeople } from '@dcc/db/stores/person-store';
import { withTransaction } from '@dcc/db/with-transaction';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { may } from '@dcc/domain/people/capability';
import { waitsFor } from '@dcc/domain/attention';
import type { Context, Shell } from '../../use-case/context.ts';
import { digestText } from './digest-words.ts';
import { getOverview } from './read-overview.ts';

/** A mail to one person. */
export type Message = {
  readonly id: string;
  readonly personId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
};

/** Hands a mail over to whoever carries it; throws where that fails. */
export type Carry = (message: Message) => Promise<void>;

export type DigestReport = {
  readonly sent: number;
  readonly before: number;
  readonly nothing: number;
  readonly failed: string[];
};

/**
 * Sends each person what waits for their roles on a day, once. The day is claimed before the mail leaves and given back if it could
 * not: a mail lost with a machine that stops in between is made good by the next day's, and nobody gets one twice.
 * Each digest is read with the roles of its person, so it holds nothing that the person could not read on the Overview.
 */
export async function sendDigests(
  shell: Shell,
  on: CalendarDate,
  address: string,
  carry: Carry,
): Promise<DigestReport> {
  const fund = (await findFund(shell.db.read))?.name ?? '';
  let [sent, before, nothing] = [0, 0, 0];
  const failed: string[] = [];
  for (const person of await listPeople(shell.db.read)) {
    if (person.disabled || !may(person.roles, 'overview.read')) continue;
    const { id: personId, name, email, roles } = person;
    const actor = { personId, name, email, roles, organizationId: null, contributorId: null };
    const context: Context = { shell, actor };
    const { attention } = await getOverview(context, { asOf: on });
    const items = attention.filter((item) => waitsFor(item.kind, roles));
    if (items.length === 0) {
      nothing += 1;
      continue;
    }
    const claim = { personId, on, items: items.length, at: shell.now().toISOString() };
    if (!(await withTransaction(shell.db, (tx) => claimDigest(tx, claim)))) {
      before += 1;
      continue;
    }
    try {
      const message = digestText({ fund, name, on, address }, items);
      await carry({ id: `digest-${on}-${personId}`, personId, to: email, ...message });
      sent += 1;
    } catch (error) {
      await withTransaction(shell.db, (tx) => releaseDigest(tx, personId, on));
      failed.push(`${email}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { sent, before, nothing, failed };
}
