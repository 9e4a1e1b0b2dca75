import { decideAllocation } from '@dcc/domain/allocations/allocation';
import { type CalendarDate, date } from '@dcc/domain/calendar-date';
import { signAgreement } from '@dcc/domain/contributions/agreement';
import { depositEntry } from '@dcc/domain/contributions/deposit';
import { pledgeEntry } from '@dcc/domain/contributions/pledge';
import { BOOK_CURRENCY, type Currency, parseCurrency } from '@dcc/domain/currency';
import { toBookCurrency } from '@dcc/domain/exchange-rate';
import type { EntryDraft } from '@dcc/domain/ledger/entry';
import { transferForPosition } from '@dcc/domain/ledger/movements';
import { type Money, money } from '@dcc/domain/money';
import type { Result } from '@dcc/domain/result';
import type { Database } from '../open-database.ts';
import {
  findContribution,
  findInstalment,
  saveContributions,
  saveContributors,
  saveInstalments,
  savePool,
} from '../stores/contribution-store.ts';
import { beginFund, COMMAND_LINE } from '../stores/fund-store.ts';
import { appendEntries } from '../stores/ledger-store.ts';
import { saveDutyStations, saveOrganizations } from '../stores/reference-store.ts';
import { poolFunds } from '../stores/pool-store.ts';
import { findPosition, movePosition, saveDecision, savePosition } from '../stores/position-store.ts';
import { rateInForce, saveRates } from '../stores/rate-store.ts';
import { type Tx, withTransaction } from '../with-transaction.ts';

export const AT = '2026-11-22T09:00:00.000Z';
export const STAMP = { recordedAt: AT, recordedBy: COMMAND_LINE };

export function usd(cents: bigint | number): Money {
  return money(BigInt(cents), BOOK_CURRENCY);
}

export function currency(code: string): Currency {
  const parsed = parseCurrency(code);
  if (parsed === null) throw new Error(`No such currency: ${code}`);
  return parsed;
}

/** The value of what has to have been accepted. */
export function granted<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(`Refused: ${result.violation.kind}`);
  return result.value;
}

/** Begins a fund with two contributors, three pools, two hosts, rates of two currencies and two positions of two years. */
export async function beginWorkedFund(db: Database): Promise<void> {
  await db.write.transaction().execute(async (tx) => {
    await beginFund(tx, { name: 'Worked fund', demonstration: false, at: AT });
    await saveContributors(tx, AT, [
      { id: 'c-1', name: 'Aurelia', type: 'country', countryCode: 'NO' },
      { id: 'c-2', name: 'Borealis 100 % _Fund!', type: 'foundation', countryCode: null },
    ]);
    await savePool(tx, AT, { id: 'e-1', name: 'Islands', earmarking: 'earmarked', description: '' });
    await savePool(tx, AT, { id: 'e-2', name: 'Women', earmarking: 'tightly', description: '' });
    await saveOrganizations(tx, AT, [
      { id: 'o-1', name: 'Meridian Programme', shortName: 'Meridian' },
      { id: 'o-2', name: 'Lyceum for Learning', shortName: 'Lyceum' },
    ]);
    await saveDutyStations(tx, AT, [{ id: 's-1', name: 'Suva', countryCode: 'FJ' }]);
    await saveRates(
      tx,
      AT,
      [
        ['CHF', '2023-01-01', '0.90'],
        ['CHF', '2024-07-01', '0.88'],
        ['JPY', '2023-01-01', '145'],
      ].map(([code = '', effectiveOn = '', unitsPerDollar = '']) => ({
        id: `r-${code}-${effectiveOn}`,
        currency: code,
        effectiveOn,
        publishedOn: effectiveOn,
        unitsPerDollar,
        source: 'A test',
      })),
    );
    for (const number of [1, 2]) await propose(tx, number);
  });
}

async function propose(tx: Tx, number: number): Promise<void> {
  await savePosition(
    tx,
    {
      id: `p-${number}`,
      title: `Analyst ${number}`,
      organizationId: `o-${number}`,
      dutyStationId: 's-1',
      state: 'scored',
      startsOn: date('2027-01-01'),
      endsOn: date('2028-12-31'),
      description: '',
      years: [
        { year: 1, startsOn: date('2027-01-01'), endsOn: date('2027-12-31'), cost: usd(1_000_000) },
        { year: 2, startsOn: date('2028-01-01'), endsOn: date('2028-12-31'), cost: usd(1_100_000) },
      ],
    },
    { id: `step-${number}`, on: date('2025-01-01'), note: '', ...STAMP },
  );
}

export function append(db: Database, ...entries: EntryDraft[]): Promise<number[]> {
  return withTransaction(db, (tx) => appendEntries(tx, STAMP, entries));
}

type Begin = {
  readonly id: string;
  readonly on: CalendarDate;
  readonly currency: Currency;
  readonly from?: string;
  readonly pool?: string;
};

async function rateOf(tx: Tx, of: Currency, on: CalendarDate) {
  const rate = await rateInForce(tx, of, on);
  if (rate === null) throw new Error(`No rate of ${of} on ${on}`);
  return rate;
}

const refOf = ({ id, from = 'c-1', pool = 'e-1' }: Begin) => ({
  id,
  contributorId: from,
  poolId: pool,
  reference: `REF-${id}`,
});

export async function pledge(db: Database, begin: Begin, minor: bigint): Promise<void> {
  await withTransaction(db, async (tx) => {
    const rate = await rateOf(tx, begin.currency, begin.on);
    const amount = money(minor, begin.currency);
    const contribution = refOf(begin);
    const entry = pledgeEntry({
      contribution,
      pledgedOn: begin.on,
      amount,
      value: toBookCurrency(amount, rate),
      rate,
      description: 'A pledge',
    });
    await saveContributions(tx, AT, [
      {
        ref: contribution,
        currency: begin.currency,
        stage: 'pledged',
        on: begin.on,
        supportCostPercent: null,
        rateId: null,
        description: '',
      },
    ]);
    await appendEntries(tx, STAMP, [granted(entry)]);
  });
}

/** Signs an agreement that was never pledged; its instalments are `<id>-1`, `<id>-2` … and due a year apart. */
export async function sign(db: Database, begin: Begin, ...minors: bigint[]): Promise<void> {
  await withTransaction(db, async (tx) => {
    const rate = await rateOf(tx, begin.currency, begin.on);
    const contribution = refOf(begin);
    const instalments = minors.map((minor, index) => ({
      id: `${begin.id}-${index + 1}`,
      contributionId: begin.id,
      dueOn: date(`${2025 + index}-06-01`),
      amount: money(minor, begin.currency),
    }));
    const signed = granted(
      signAgreement({
        contribution,
        pledge: null,
        signedOn: begin.on,
        currency: begin.currency,
        instalments,
        rate,
        value: null,
        description: 'Signed',
      }),
    );
    await saveContributions(tx, AT, [
      {
        ref: contribution,
        currency: begin.currency,
        stage: 'signed',
        on: begin.on,
        supportCostPercent: '8',
        rateId: rate.id,
        description: 'Signed',
      },
    ]);
    await saveInstalments(tx, instalments);
    await appendEntries(tx, STAMP, [signed.entry]);
  });
}

export async function deposit(db: Database, instalmentId: string, on: CalendarDate, minor: bigint): Promise<void> {
  await withTransaction(db, async (tx) => {
    const found = await findInstalment(tx, instalmentId);
    if (found === null) throw new Error(`No instalment ${instalmentId}`);
    const { contribution, instalment, signedOn } = found;
    const rate = await rateOf(tx, contribution.currency, on);
    const amount = money(minor, contribution.currency);
    const entry = depositEntry({
      contribution: contribution.ref,
      signedOn,
      instalment,
      receivedOn: on,
      amount,
      rate,
      description: 'Received',
    });
    await appendEntries(tx, STAMP, [granted(entry)]);
  });
}

export async function mustFind(db: Database, id: string) {
  const found = await findContribution(db.read, id);
  if (found === null) throw new Error(`No contribution ${id}`);
  return found;
}

/** Entries 1 to 6: an agreement, two deposits, a pledge, a decision, a transfer. */
export async function enterSome(db: Database): Promise<void> {
  await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: currency('CHF') }, 90_000_000n, 45_000_000n);
  await deposit(db, 'k-1-1', date('2025-06-01'), 90_000_000n);
  await deposit(db, 'k-1-2', date('2025-07-01'), 5_000_000n);
  await pledge(db, { id: 'k-2', on: date('2025-08-01'), currency: currency('JPY') }, 1_000_000n);
  const position = await findPosition(db.read, 'p-1');
  if (position === null) throw new Error('No position');
  const target = {
    positionId: 'p-1',
    positionTitle: position.title,
    organizationId: 'o-1',
    organizationName: '',
    state: position.state,
  };
  const lines = position.years.map((year) => ({ target: { ...target, ...year }, poolId: 'e-1', amount: year.cost }));
  const decision = { decidedOn: date('2025-09-01'), reference: 'SC-1', title: 'One position' };
  const reserved = granted(
    decideAllocation({
      ...decision,
      decisionId: 'd-1',
      deciderOrganizationId: null,
      lines,
      pools: await poolFunds(db.read),
      reserve: usd(0),
    }),
  );
  await withTransaction(db, async (tx) => {
    const saved = lines.map(({ target: { year }, amount }) => ({ positionId: 'p-1', year, poolId: 'e-1', amount }));
    await saveDecision(tx, { ...decision, id: 'd-1', text: '', ...STAMP, lines: saved });
    await movePosition(tx, 'p-1', 'scored', 'approved', { id: 'step-3', on: decision.decidedOn, note: '', ...STAMP });
    await appendEntries(tx, STAMP, [reserved]);
  });
  const draws = [{ poolId: 'e-1', amount: usd(1_000_000) }];
  const paid = {
    effectiveOn: date('2025-10-01'),
    description: 'First year',
    organizationId: 'o-1',
    positionId: 'p-1',
    draws,
  };
  await append(db, granted(transferForPosition(paid)));
}
