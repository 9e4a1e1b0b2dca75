import type { Reader } from '@dcc/db/open-database';
import { balancesAt } from '@dcc/db/stores/balance-store';
import { listContributors } from '@dcc/db/stores/contribution-store';
import { positionNames } from '@dcc/db/stores/position-reads';
import { listOrganizations } from '@dcc/db/stores/reference-store';
import { type CalendarDate, date, yearOf } from '@dcc/domain/calendar-date';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { Money } from '@dcc/domain/money';
import { SIGNATURE_ACCOUNTS, type SignatureToCash, signatureToCash } from '@dcc/domain/reports/signature-to-cash';
import { type SourceAndUse, sourceAndUse } from '@dcc/domain/reports/statement';
import {
  type ColumnBalance,
  type ColumnKind,
  movedSince,
  NOT_ATTRIBUTED,
  statementByColumn,
  statementByYear,
} from '@dcc/domain/reports/statement-columns';
import type { Standpoint } from '@dcc/domain/standpoint';
import { type Counted, countedBefore } from './statement.ts';

/** What a statement is asked for. */
export type StatementChoice = {
  /** First day of its period; absent: since the fund began. */
  readonly from?: CalendarDate | undefined;
  readonly by?: ColumnKind | undefined;
  /** `only`: without what nobody else has certified. */
  readonly certified?: 'all' | 'only' | undefined;
};

/** One column, or the whole. */
export type ReportPart = {
  readonly counted: Counted;
  readonly statement: SourceAndUse;
  readonly signature: SignatureToCash;
};
export type ReportColumn = ReportPart & {
  /** A year or an id; empty for what names none. */
  readonly key: string;
  /** Empty for what names none. */
  readonly name: string;
  /** The host organization of a position. */
  readonly of: string | null;
};
export type StatementReport = {
  readonly from: CalendarDate | null;
  readonly whole: ReportPart;
  readonly columns: readonly ReportColumn[];
};

const ACCOUNTS: readonly Account[] = ['cash', 'organization-funds', ...SIGNATURE_ACCOUNTS];
const KEYS = {
  year: 'year',
  contributor: 'contributor_id',
  organization: 'organization_id',
  position: 'position_id',
} as const;

/** Nothing was before the calendar of the program begins. */
const FIRST_DAY = date('1900-01-01');

async function sumsAt(
  db: Reader,
  standpoint: Standpoint,
  { by, certified }: StatementChoice,
): Promise<ColumnBalance[]> {
  const options = { certifiedOnly: certified === 'only' };
  if (by === undefined) {
    const rows = await balancesAt(db, standpoint, ACCOUNTS, ['account', 'kind'], options);
    return rows.map((row) => ({ ...row, column: NOT_ATTRIBUTED }));
  }
  const key = KEYS[by];
  const rows = await balancesAt(db, standpoint, ACCOUNTS, ['account', 'kind', key], options);
  return rows.map(({ account, kind, amount, ...row }) => ({
    account,
    kind,
    amount,
    column: (row as unknown as Record<string, string>)[key] ?? NOT_ATTRIBUTED,
  }));
}

/** The years of the period, without gaps: from its first day, or from the first year in which anything moved. */
function yearsOf(movements: readonly ColumnBalance[], from: string | undefined, asOf: CalendarDate): string[] {
  const first = Math.min(...movements.map(({ column }) => Number(column)));
  const begins = from === undefined ? first : Number(from.slice(0, 4));
  const ends = yearOf(asOf);
  return begins > ends ? [] : Array.from({ length: ends - begins + 1 }, (_, index) => String(begins + index));
}

/** The part of the period that lies in a year. */
function countedIn(year: string, { from, to, ...counted }: Counted): Counted {
  const [begins, ends] = [date(`${year}-01-01`), date(`${year}-12-31`)];
  return { ...counted, from: from !== undefined && from > begins ? from : begins, to: to < ends ? to : ends };
}

const SUBJECT_IDS = {
  contributor: 'contributorId',
  organization: 'organizationId',
  position: 'positionId',
} as const;

function countedOf(by: Exclude<ColumnKind, 'year'>, id: string, counted: Counted): Counted {
  return id === NOT_ATTRIBUTED ? { ...counted, without: [by] } : { ...counted, [SUBJECT_IDS[by]]: id };
}

type Name = { readonly name: string; readonly of: string | null };

async function namesOf(db: Reader, by: Exclude<ColumnKind, 'year'>): Promise<Map<string, Name>> {
  if (by === 'position') {
    const positions = await positionNames(db);
    return new Map([...positions].map(([id, { title, organization }]) => [id, { name: title, of: organization }]));
  }
  const records =
    by === 'contributor'
      ? (await listContributors(db)).map(({ id, name }) => [id, name] as const)
      : (await listOrganizations(db)).map(({ id, shortName }) => [id, shortName] as const);
  return new Map(records.map(([id, name]) => [id, { name, of: null }]));
}

/** Largest first, then by name; what names none is last. */
function inOrder(left: ReportColumn, right: ReportColumn): number {
  const size = ({ statement }: ReportColumn): bigint =>
    [
      statement.fundsWithAdministrativeAgent.contributionsFromDonors,
      statement.fundsWithAdministrativeAgent.subTotalTransfers,
    ].reduce((total, { minor }) => total + minor, 0n);
  if ((left.key === NOT_ATTRIBUTED) !== (right.key === NOT_ATTRIBUTED)) return left.key === NOT_ATTRIBUTED ? 1 : -1;
  if (size(left) !== size(right)) return size(left) > size(right) ? -1 : 1;
  return left.name < right.name ? -1 : 1;
}

/** Whether anything in it is not nought. */
function saysSomething({ statement, signature }: ReportPart): boolean {
  const { fundsWithAdministrativeAgent: agent, fundsWithParticipatingOrganizations: hosts } = statement;
  return [agent, hosts, signature].some((lines) =>
    Object.values(lines).some((value: Money | string | null) => typeof value === 'object' && value?.minor !== 0n),
  );
}

type Sums = {
  readonly movements: readonly ColumnBalance[];
  readonly before: readonly ColumnBalance[];
  readonly counted: Counted;
};

function yearColumns({ movements, before, counted }: Sums): ReportColumn[] {
  const years = yearsOf(movements, counted.from, counted.to);
  const statements = statementByYear(years, movements, before);
  return [...statements].map(([year, statement]) => ({
    key: year,
    name: year,
    of: null,
    counted: countedIn(year, counted),
    statement,
    signature: signatureToCash(
      movements.filter(({ column }) => column === year),
      [...before, ...movements.filter(({ column }) => column < year)],
    ),
  }));
}

async function entityColumns(db: Reader, by: Exclude<ColumnKind, 'year'>, sums: Sums): Promise<ReportColumn[]> {
  const { movements, before, counted } = sums;
  const names = await namesOf(db, by);
  const [moved, earlier] = [
    Map.groupBy(movements, ({ column }) => column),
    Map.groupBy(before, ({ column }) => column),
  ];
  return [...statementByColumn(movements, before)]
    .map(([id, statement]) => ({
      key: id,
      name: names.get(id)?.name ?? '',
      of: names.get(id)?.of ?? null,
      counted: countedOf(by, id, counted),
      statement,
      signature: signatureToCash(moved.get(id) ?? [], earlier.get(id) ?? []),
    }))
    .filter(saysSomething)
    .toSorted(inOrder);
}

/** The statement of a period from a standpoint, whole and in columns that add up to it to the cent. */
export async function statementReport(
  db: Reader,
  standpoint: Standpoint,
  choice: StatementChoice,
): Promise<StatementReport> {
  const from = choice.from === undefined || choice.from <= FIRST_DAY ? undefined : choice.from;
  const counted: Counted = {
    ...(from === undefined ? {} : { from }),
    ...(choice.certified === 'only' ? { certification: 'certified' } : {}),
    to: standpoint.asOf,
  };
  const earlier = countedBefore(counted);
  const sums = await sumsAt(db, standpoint, choice);
  const before = earlier === null ? [] : await sumsAt(db, { ...standpoint, asOf: earlier.to }, choice);
  const movements = movedSince(sums, before);
  const all = { movements, before, counted };
  const whole = {
    counted,
    statement: sourceAndUse(movements, before),
    signature: signatureToCash(movements, before),
  };
  if (choice.by === undefined) return { from: from ?? null, whole, columns: [] };
  const columns = choice.by === 'year' ? yearColumns(all) : await entityColumns(db, choice.by, all);
  return { from: from ?? null, whole, columns };
}
