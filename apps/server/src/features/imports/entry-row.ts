import type { OpenAgreement, PositionRef } from '@dcc/db/stores/open-amounts';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY, type Currency } from '@dcc/domain/currency';
import { type ExchangeRate, toBookCurrency } from '@dcc/domain/exchange-rate';
import { type Charge, chargedAmount, PERCENT } from '@dcc/domain/ledger/charge';
import { COST_COMPONENTS, type CostComponent } from '@dcc/domain/ledger/cost-component';
import { formatDecimal, type Money } from '@dcc/domain/money';
import type { OpenDays, RowReader } from './cells.ts';
import {
  ENTRY_FILE_KINDS,
  type EntryColumn,
  type EntryFileKind,
  EXTRA_ENTRY_COLUMNS,
  mayFill,
} from './entry-columns.ts';
import { type EntryNames, namedAgreement, namedId, namedPosition } from './entry-names.ts';

type Reader = RowReader<EntryColumn>;

/** One row whose cells are each right and which names what is on record. Whether its money may move is judged after. */
export type EntryRow = {
  readonly reader: Reader;
  readonly kind: EntryFileKind;
  readonly effectiveOn: CalendarDate;
  /** In its own currency, and in US dollars at the rate in force. */
  readonly amount: Money;
  readonly value: Money;
  readonly rate: ExchangeRate;
  readonly description: string;
  readonly contributorId: string | null;
  readonly organizationId: string | null;
  readonly position: PositionRef | null;
  readonly poolId: string | null;
  readonly component: CostComponent | null;
  readonly agreement: OpenAgreement | null;
  readonly instalment: number | null;
  readonly charge: Charge | null;
};

export type EntryRules = {
  readonly names: EntryNames;
  readonly days: OpenDays;
  readonly rateOf: (currency: Currency, on: CalendarDate) => ExchangeRate | null;
};

/** The percentage of a row and what it is of; `undefined` where that is noted as wrong. */
function readCharge(reader: Reader): Charge | null | undefined {
  const [percent, base] = [reader.text('percent'), reader.text('base')];
  if (percent === '' && base === '') return null;
  if (!PERCENT.test(percent)) {
    reader.problem('percent', `“${percent}” is not a percentage of 0 to 100 with at most two decimals`);
    return undefined;
  }
  const of = reader.positiveAmount('base', BOOK_CURRENCY);
  return of === null ? undefined : { percent, base: of };
}

/** The amount of a row: as it says, or what its percentage comes to. */
function readAmount(reader: Reader, currency: Currency, charge: Charge | null): Money | null {
  if (charge === null) return reader.positiveAmount('amount', currency);
  if (currency !== BOOK_CURRENCY) return reader.problem('currency', 'a percentage is taken of US dollars');
  const charged = chargedAmount(charge);
  if (reader.text('amount') === '') return charged;
  const given = reader.positiveAmount('amount', currency);
  if (given === null || given.minor === charged.minor) return given;
  return reader.problem(
    'amount',
    `“${reader.text('amount')}” is not ${charge.percent} % of ${formatDecimal(charge.base)}, which is ${formatDecimal(charged)}`,
  );
}

/** The number of an instalment; `undefined` where that is noted as wrong. */
function readInstalment(reader: Reader, agreement: OpenAgreement | null | undefined): number | null | undefined {
  const text = reader.text('instalment');
  if (text === '') return null;
  if (/^[1-9]\d{0,3}$/u.test(text) && (agreement == null || agreement.instalments.has(Number(text)))) {
    if (agreement !== null) return Number(text);
    reader.problem('contribution', 'is empty, and an instalment belongs to one');
    return undefined;
  }
  reader.problem('instalment', `“${text}” is not the number of an instalment of this contribution`);
  return undefined;
}

/** The host of a row: the one it names, which must be the position's, or the position's. */
function readHost(
  reader: Reader,
  organizations: EntryNames['organizations'],
  position: PositionRef | null | undefined,
): string | null | undefined {
  const named = namedId(reader, 'organization', organizations);
  if (position == null || named === undefined) return named;
  if (named === null || named === position.organizationId) return position.organizationId;
  reader.problem('organization', `position ${position.number} is hosted by ${position.organizationName}`);
  return undefined;
}

/** Notes every extra cell that has no meaning for the kind of its row. */
function checkExtras(reader: Reader, kind: EntryFileKind): void {
  for (const column of EXTRA_ENTRY_COLUMNS)
    if (reader.text(column) !== '' && !mayFill(column, kind)) reader.problem(column, `has no meaning for ${kind}`);
}

function valueOf(reader: Reader, amount: Money, on: CalendarDate, rateOf: EntryRules['rateOf']) {
  const rate = rateOf(amount.currency, on);
  if (rate === null)
    return reader.problem('currency', `no ${amount.currency} rate is in force on ${on}: import rates first`);
  const value = toBookCurrency(amount, rate);
  // A percentage of little, or none at all, may come to nothing; an amount may not.
  if (value.minor === 0n && amount.minor !== 0n) return reader.problem('amount', 'is worth less than a cent');
  return { rate, value };
}

/** What moves and when; `null` where any of it is noted as wrong. */
function readMoney(reader: Reader, days: OpenDays) {
  const effectiveOn = reader.pastDate('effective_on', days);
  const kind = reader.choice('kind', ENTRY_FILE_KINDS);
  const currency = reader.currency('currency');
  if (kind !== null) checkExtras(reader, kind);
  const charge = readCharge(reader);
  const amount = currency === null || charge === undefined ? null : readAmount(reader, currency, charge);
  if (effectiveOn === null || kind === null || amount === null || charge === undefined) return null;
  return { effectiveOn, kind, amount, charge };
}

/** What a row is about; `null` where any of it is noted as wrong. */
function readAbout(reader: Reader, names: EntryNames) {
  const contributorId = namedId(reader, 'contributor', names.contributors);
  const position = namedPosition(reader, names.positions);
  const organizationId = readHost(reader, names.organizations, position);
  const poolId = namedId(reader, 'pool', names.pools);
  const agreement = namedAgreement(reader, names);
  const instalment = readInstalment(reader, agreement);
  if (contributorId === undefined || position === undefined || organizationId === undefined) return null;
  if (poolId === undefined || agreement === undefined || instalment === undefined) return null;
  if (agreement !== null && contributorId !== null && contributorId !== agreement.ref.contributorId)
    return reader.problem('contributor', `“${agreement.ref.reference}” is somebody else's contribution`);
  return { contributorId, position, organizationId, poolId, agreement, instalment };
}

/** Reads a row cell by cell; `null` where anything is wrong, which is noted. */
export function readEntryRow(reader: Reader, { names, days, rateOf }: EntryRules): EntryRow | null {
  const before = reader.problemCount;
  const money = readMoney(reader, days);
  const about = readAbout(reader, names);
  const component = reader.text('cost_component') === '' ? null : reader.choice('cost_component', COST_COMPONENTS);
  const description = reader.note('description');
  if (money === null || about === null || description === null || reader.problemCount > before) return null;
  const valued = valueOf(reader, money.amount, money.effectiveOn, rateOf);
  return valued === null ? null : { reader, ...money, ...valued, ...about, component, description };
}
