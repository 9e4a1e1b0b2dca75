import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { Reader } from '../open-database.ts';
import type { Tx } from '../with-transaction.ts';

/** A support-cost rate of an agreement: percent of reported expenditure from a day on, and which paper sets it. */
export type SupportCostRate = {
  readonly number: number;
  readonly effectiveOn: CalendarDate;
  readonly percent: string;
  readonly source: string;
  readonly recordedAt: string;
};

/** The rates of an agreement in the order in which they were recorded. */
export async function supportCostRates(db: Reader, contributionId: string): Promise<SupportCostRate[]> {
  const rows = await db
    .selectFrom('support_cost_rate')
    .selectAll()
    .where('contribution_id', '=', contributionId)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: Number(row.number),
    effectiveOn: date(row.effective_on),
    percent: row.percent,
    source: row.source,
    recordedAt: row.recorded_at,
  }));
}

/** The rate in force on a day: the last one recorded that had taken effect. An agreement signed anew begins anew with it. */
export function rateOn(rates: readonly SupportCostRate[], on: CalendarDate): SupportCostRate | null {
  return rates.findLast(({ effectiveOn }) => effectiveOn <= on) ?? null;
}

/** Adds a rate; the earlier ones stay for their days. */
export async function saveSupportCostRate(
  tx: Tx,
  contributionId: string,
  rate: Pick<SupportCostRate, 'effectiveOn' | 'percent' | 'source' | 'recordedAt'> & { readonly recordedBy: string },
): Promise<void> {
  const last = await tx
    .selectFrom('support_cost_rate')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('contribution_id', '=', contributionId)
    .executeTakeFirst();
  await tx
    .insertInto('support_cost_rate')
    .values({
      contribution_id: contributionId,
      number: (last?.number ?? 0n) + 1n,
      effective_on: rate.effectiveOn,
      percent: rate.percent,
      source: rate.source,
      recorded_at: rate.recordedAt,
      recorded_by: rate.recordedBy,
    })
    .execute();
}

/** Every signed agreement with its rates, for a form that charges one. */
export async function ratesByAgreement(
  db: Reader,
): Promise<{ id: string; reference: string; contributor: string; rates: SupportCostRate[] }[]> {
  const agreements = await db
    .selectFrom('contribution')
    .innerJoin('contributor', 'contributor.id', 'contribution.contributor_id')
    .innerJoin('support_cost_rate as rate', 'rate.contribution_id', 'contribution.id')
    .select([
      'contribution.id',
      'contribution.reference',
      'contributor.name',
      'rate.number',
      'rate.effective_on',
      'rate.percent',
      'rate.source',
      'rate.recorded_at',
    ])
    .where('contribution.stage', '=', 'signed')
    .orderBy('contribution.reference')
    .orderBy('rate.number')
    .execute();
  const found = new Map<string, { id: string; reference: string; contributor: string; rates: SupportCostRate[] }>();
  for (const row of agreements) {
    const rate = {
      number: Number(row.number),
      effectiveOn: date(row.effective_on),
      percent: row.percent,
      source: row.source,
      recordedAt: row.recorded_at,
    };
    const known = found.get(row.id);
    if (known !== undefined) known.rates.push(rate);
    else found.set(row.id, { id: row.id, reference: row.reference, contributor: row.name, rates: [rate] });
  }
  return [...found.values()];
}
