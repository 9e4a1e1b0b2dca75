import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Standpoint } from '@dcc/domain/standpoint';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';
import { recordsBefore } from './known-entries.ts';

/** Whether the agreement with a host covers the pension of its officers, from a day on, and where that is said. */
export type HostPension = { readonly effectiveOn: CalendarDate; readonly covered: boolean; readonly source: string };

/** What is in force for a host at a standpoint: the newest day, and of one day what was recorded last; `null` while nothing is. */
export async function hostPension(
  db: Reader,
  standpoint: Standpoint,
  organizationId: string,
): Promise<HostPension | null> {
  const row = await db
    .selectFrom('host_pension')
    .select(['effective_on', 'covered', 'source'])
    .where('organization_id', '=', organizationId)
    .where('effective_on', '<=', standpoint.asOf)
    .where('recorded_at', '<', recordsBefore(standpoint))
    .orderBy('effective_on', 'desc')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined
    ? null
    : { effectiveOn: date(row.effective_on), covered: row.covered === 1n, source: row.source };
}

export async function saveHostPension(
  tx: Tx,
  organizationId: string,
  pension: HostPension,
  stamp: { readonly recordedAt: string; readonly recordedBy: string },
): Promise<void> {
  const last = await tx
    .selectFrom('host_pension')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('organization_id', '=', organizationId)
    .executeTakeFirst();
  await tx
    .insertInto('host_pension')
    .values({
      organization_id: organizationId,
      number: (last?.number ?? 0n) + 1n,
      effective_on: pension.effectiveOn,
      covered: pension.covered ? 1n : 0n,
      source: pension.source,
      recorded_at: stamp.recordedAt,
      recorded_by: stamp.recordedBy,
    })
    .execute();
}
