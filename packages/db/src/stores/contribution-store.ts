import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import type { ContributionStage, ContributorType, Earmarking } from '@dcc/domain/contributions/kinds';
import type { OpenInstalment } from '@dcc/domain/contributions/deposit';
import type { ContributionRef, OpenPledge } from '@dcc/domain/contributions/pledge';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type Money, money } from '@dcc/domain/money';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type Insertable, type Selectable, sql } from 'kysely';
import { batches } from '../batches.ts';
import { insertRows } from '../insert-rows.ts';
import type { Reader } from '../open-database.ts';
import type { Tables } from '../tables.ts';
import type { Tx } from '../with-transaction.ts';
import { runWritten } from '../written-queries.ts';
import { recordsBefore } from './known-entries.ts';

/** Names are compared without case, accents' composition or runs of spaces, so that one contributor is not entered twice. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

export type Contributor = {
  readonly id: string;
  readonly name: string;
  readonly type: ContributorType;
  readonly countryCode: string | null;
};
export type Pool = {
  readonly id: string;
  readonly name: string;
  readonly earmarking: Earmarking;
  readonly description: string;
};

/** Whether what a new contribution names is there, and its reference is free. */
export async function newContributionFits(
  db: Reader,
  names: { readonly contributorId: string; readonly poolId: string; readonly reference: string },
): Promise<{ readonly contributor: boolean; readonly pool: boolean; readonly referenceFree: boolean }> {
  const { contributorId, poolId, reference } = names;
  const [row] = await runWritten(
    db,
    'names of a new contribution',
    { contributorId, poolId, reference },
    (given) => sql<{ contributor: string | null; pool: string | null; taken: string | null }>`
      select (select id from contributor where id = ${given.contributorId}) as contributor,
        (select id from pool where id = ${given.poolId}) as pool,
        (select id from contribution where reference = ${given.reference}) as taken`,
  );
  return { contributor: row?.contributor != null, pool: row?.pool != null, referenceFree: row?.taken == null };
}

export async function poolExists(db: Reader, id: string): Promise<boolean> {
  const found = await runWritten(db, 'a pool', { id }, (given) =>
    db.selectFrom('pool').select('id').where('id', '=', given.id),
  );
  return found.length > 0;
}

/** Contributors by name; with a standpoint those that were on record. */
export async function listContributors(db: Reader, standpoint: Standpoint | null = null): Promise<Contributor[]> {
  const before = recordsBefore(standpoint);
  const rows = await runWritten(db, 'contributors', { before }, (given) =>
    db.selectFrom('contributor').selectAll().where('recorded_at', '<', given.before).orderBy('name'),
  );
  return rows.map((row) => ({ id: row.id, name: row.name, type: row.type, countryCode: row.country_code }));
}

/** Pools by name; with a standpoint those that were on record. */
export async function listPools(db: Reader, standpoint: Standpoint | null = null): Promise<Pool[]> {
  const before = recordsBefore(standpoint);
  const rows = await runWritten(db, 'pools', { before }, (given) =>
    db.selectFrom('pool').selectAll().where('recorded_at', '<', given.before).orderBy('name'),
  );
  return rows.map((row) => ({ id: row.id, name: row.name, earmarking: row.earmarking, description: row.description }));
}

export async function contributorNamed(db: Reader, name: string): Promise<Contributor | null> {
  const row = await db.selectFrom('contributor').selectAll().where('name_key', '=', nameKey(name)).executeTakeFirst();
  return row === undefined ? null : { id: row.id, name: row.name, type: row.type, countryCode: row.country_code };
}

export async function poolNamed(db: Reader, name: string): Promise<Pool | null> {
  const row = await db.selectFrom('pool').selectAll().where('name_key', '=', nameKey(name)).executeTakeFirst();
  return row === undefined
    ? null
    : { id: row.id, name: row.name, earmarking: row.earmarking, description: row.description };
}

export async function saveContributors(tx: Tx, at: string, contributors: readonly Contributor[]): Promise<void> {
  const rows = contributors.map(({ id, name, type, countryCode }) => ({
    id,
    name,
    name_key: nameKey(name),
    type,
    country_code: countryCode,
    recorded_at: at,
  }));
  await insertRows(tx, 'contributor', rows);
}

export async function savePool(tx: Tx, at: string, pool: Pool): Promise<void> {
  await tx
    .insertInto('pool')
    .values({ ...pool, name_key: nameKey(pool.name), recorded_at: at })
    .execute();
}

/** Those of the references that are taken. */
export async function takenReferences(db: Reader, references: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (const batch of batches(references)) {
    const rows = await db.selectFrom('contribution').select('reference').where('reference', 'in', batch).execute();
    for (const row of rows) taken.add(row.reference);
  }
  return taken;
}

/** A contribution as rules need it. */
export type StoredContribution = {
  readonly ref: ContributionRef;
  readonly currency: Currency;
  readonly stage: ContributionStage;
  readonly pledgedOn: CalendarDate | null;
  readonly signedOn: CalendarDate | null;
  readonly pledge: OpenPledge | null;
  /** In its own currency, net of refunds. */
  readonly received: Money;
  /** In its own currency: signed and not yet received. */
  readonly outstanding: Money;
  readonly hasInstalments: boolean;
};

/** The day the present amount of a pledge was announced: an amendment that came before it would leave a wrong amount between the two. */
async function announcedOn(db: Reader, id: string): Promise<CalendarDate | null> {
  const row = await db
    .selectFrom('posting')
    .select((eb) => eb.fn.max('effective_on').as('on'))
    .where('contribution_id', '=', id)
    .where('kind', 'in', ['pledge', 'pledge-amendment'])
    .executeTakeFirst();
  return row?.on == null ? null : date(row.on);
}

function readContribution(
  row: Selectable<Tables['contribution']>,
  announced: CalendarDate | null,
  hasInstalments: boolean,
): StoredContribution {
  const currency = row.currency as Currency;
  const ref = { id: row.id, contributorId: row.contributor_id, poolId: row.pool_id, reference: row.reference };
  const pledgedOn = row.pledged_on === null ? null : date(row.pledged_on);
  const pledge =
    row.stage === 'pledged' && pledgedOn !== null
      ? {
          ...ref,
          pledgedOn: announced ?? pledgedOn,
          original: money(row.pledged_original, currency),
          value: money(row.pledged_value, BOOK_CURRENCY),
        }
      : null;
  return {
    ref,
    currency,
    stage: row.stage,
    pledgedOn,
    signedOn: row.signed_on === null ? null : date(row.signed_on),
    pledge,
    received: money(row.received_original, currency),
    outstanding: money(row.outstanding_original, currency),
    hasInstalments,
  };
}

export async function findContribution(db: Reader, id: string): Promise<StoredContribution | null> {
  const row = await db.selectFrom('contribution').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return null;
  const instalment = await db
    .selectFrom('instalment')
    .select('id')
    .where('contribution_id', '=', id)
    .where('cancelled', '=', 0n)
    .limit(1)
    .executeTakeFirst();
  const announced = row.stage === 'pledged' ? await announcedOn(db, id) : null;
  return readContribution(row, announced, instalment !== undefined);
}

/** The least that a contribution had brought, net of refunds and in its own currency, on any day from `from` on. */
export async function leastReceivedFrom(
  db: Reader,
  contribution: StoredContribution,
  from: CalendarDate,
): Promise<Money> {
  const days = await db
    .selectFrom('posting')
    .select(['effective_on', sql<bigint>`cast(sum(original_amount) as bigint)`.as('received')])
    .where('contribution_id', '=', contribution.ref.id)
    .where('account', '=', 'cash')
    .groupBy('effective_on')
    .orderBy('effective_on')
    .execute();
  let balance = days.filter((day) => day.effective_on <= from).reduce((sum, { received }) => sum + received, 0n);
  let least = balance;
  for (const day of days.filter(({ effective_on: on }) => on > from)) {
    balance += day.received;
    if (balance < least) least = balance;
  }
  return money(least, contribution.currency);
}

/** An instalment that may still be paid, with the agreement it belongs to. */
export async function findInstalment(
  db: Reader,
  id: string,
): Promise<{ contribution: StoredContribution; instalment: OpenInstalment; signedOn: CalendarDate } | null> {
  const row = await db
    .selectFrom('instalment')
    .selectAll()
    .where('id', '=', id)
    .where('cancelled', '=', 0n)
    .executeTakeFirst();
  if (row === undefined) return null;
  const contribution = await findContribution(db, row.contribution_id);
  if (contribution === null || contribution.signedOn === null) return null;
  const instalment = {
    id,
    outstanding: money(row.outstanding_original, contribution.currency),
    outstandingValue: money(row.outstanding_value, BOOK_CURRENCY),
  };
  return { contribution, instalment, signedOn: contribution.signedOn };
}

export type NewContribution = {
  readonly ref: ContributionRef;
  readonly currency: Currency;
  readonly stage: ContributionStage;
  readonly on: CalendarDate;
  readonly supportCostPercent: string | null;
  readonly rateId: string | null;
  readonly description: string;
};

/** Saves contributions that begin; their sums follow from the entries that are appended after. */
export async function saveContributions(tx: Tx, at: string, contributions: readonly NewContribution[]): Promise<void> {
  const rows: Insertable<Tables['contribution']>[] = contributions.map((contribution) => ({
    id: contribution.ref.id,
    reference: contribution.ref.reference,
    contributor_id: contribution.ref.contributorId,
    pool_id: contribution.ref.poolId,
    currency: contribution.currency,
    stage: contribution.stage,
    pledged_on: contribution.stage === 'pledged' ? contribution.on : null,
    signed_on: contribution.stage === 'signed' ? contribution.on : null,
    latest_on: contribution.on,
    support_cost_percent: contribution.supportCostPercent,
    signed_rate_id: contribution.stage === 'signed' ? contribution.rateId : null,
    description: contribution.description,
    recorded_at: at,
  }));
  await insertRows(tx, 'contribution', rows);
}

/** Writes down what was on record of a letter of agreement, before its first terms take the place of it. */
async function keepLetter(tx: Tx, id: string): Promise<void> {
  const letter = await tx
    .selectFrom('contribution')
    .select(['signed_on', 'pool_id', 'currency', 'description'])
    .where('id', '=', id)
    .where('stage', '=', 'signed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('posting')
            .select('posting.line')
            .where('posting.contribution_id', '=', id)
            .where('posting.kind', '=', 'agreement'),
        ),
      ),
    )
    .executeTakeFirst();
  if (letter === undefined || letter.signed_on === null) return;
  await tx
    .insertInto('contribution_letter')
    .values({ ...letter, signed_on: letter.signed_on, contribution_id: id })
    .execute();
}

/** Turns a pledge or a letter into a signed agreement; its terms may be in another currency. */
export async function markSigned(
  tx: Tx,
  ref: ContributionRef,
  terms: {
    readonly signedOn: CalendarDate;
    readonly currency: Currency;
    readonly supportCostPercent: string | null;
    readonly rateId: string | null;
    readonly description: string;
  },
): Promise<void> {
  await keepLetter(tx, ref.id);
  await tx
    .updateTable('contribution')
    .set({
      stage: 'signed',
      signed_on: terms.signedOn,
      latest_on: terms.signedOn,
      pool_id: ref.poolId,
      currency: terms.currency,
      support_cost_percent: terms.supportCostPercent,
      signed_rate_id: terms.rateId,
      description: terms.description,
    })
    .where('id', '=', ref.id)
    .execute();
}

/**
 * Takes the terms of a signature back after its entry was reversed. What was pledged before is a pledge again, as it was
 * pledged; what was never pledged stays a letter of its day, whose terms are to be entered anew.
 */
export async function markUnsigned(
  tx: Tx,
  id: string,
  pledge: { readonly currency: Currency; readonly poolId: string } | null,
): Promise<void> {
  await tx
    .updateTable('contribution')
    .set((eb) => ({
      signed_rate_id: null,
      support_cost_percent: null,
      ...(pledge === null
        ? {}
        : {
            stage: 'pledged' as const,
            signed_on: null,
            latest_on: eb.fn.coalesce('pledged_on', 'latest_on'),
            currency: pledge.currency,
            pool_id: pledge.poolId,
          }),
    }))
    .where('id', '=', id)
    .execute();
  await tx.updateTable('instalment').set({ cancelled: 1n }).where('contribution_id', '=', id).execute();
}

export async function saveInstalments(
  tx: Tx,
  instalments: readonly {
    readonly id: string;
    readonly contributionId: string;
    readonly dueOn: CalendarDate;
    readonly amount: Money;
  }[],
): Promise<void> {
  const counts = new Map<string, bigint>();
  for (const id of new Set(instalments.map(({ contributionId }) => contributionId))) counts.set(id, 0n);
  if (counts.size === 1) {
    const [id = ''] = counts.keys();
    const last = await tx
      .selectFrom('instalment')
      .select((eb) => eb.fn.max('number').as('number'))
      .where('contribution_id', '=', id)
      .executeTakeFirst();
    counts.set(id, last?.number ?? 0n);
  }
  const rows = instalments.map(({ id, contributionId, dueOn, amount }) => {
    const number = (counts.get(contributionId) ?? 0n) + 1n;
    counts.set(contributionId, number);
    return { id, contribution_id: contributionId, number, due_on: dueOn, amount: amount.minor };
  });
  await insertRows(tx, 'instalment', rows);
}
