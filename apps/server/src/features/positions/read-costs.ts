import type { Reader } from '@dcc/db/open-database';
import { allowanceRates, allowanceUses } from '@dcc/db/stores/allowance-store';
import { type CostTable, costLines, costTables, spentByComponent } from '@dcc/db/stores/cost-store';
import { hostPension } from '@dcc/db/stores/pension-store';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { sum, zero } from '@dcc/domain/money';
import { type ComponentOutcome, estimateAgainstActual, estimateOf } from '@dcc/domain/positions/cost-table';
import {
  allowanceAgainstReport,
  allowanceOn,
  allowanceRateOn,
  grantOf,
  lastDayOfUse,
} from '@dcc/domain/positions/allowance';
import type { Standpoint } from '@dcc/domain/standpoint';
import { begunYears, type Contract } from './record-allowance.ts';

/** The table that a version names, else the newest that had taken effect. */
function chosen(tables: readonly CostTable[], standpoint: Standpoint, version: string | undefined): CostTable | null {
  return (
    tables.find((table) => table.version === version) ??
    tables.find(({ effectiveOn }) => effectiveOn <= standpoint.asOf) ??
    null
  );
}

/** What a post is estimated to cost by a cost table, against what its host reports as spent. */
export async function costOf(
  db: Reader,
  standpoint: Standpoint,
  position: {
    readonly id: string;
    readonly organizationId: string;
    readonly dutyStationId: string;
    readonly years: number;
  },
  version: string | undefined,
) {
  const tables = await costTables(db, standpoint);
  const table = chosen(tables, standpoint, version);
  const pension = await hostPension(db, standpoint, position.organizationId);
  const lines = table === null ? [] : await costLines(db, table.id);
  const estimate = estimateOf(lines, position.dutyStationId, pension?.covered ?? null);
  const spent = await spentByComponent(db, standpoint, position.id);
  const components = estimateAgainstActual(estimate, position.years, spent);
  const total = (of: keyof Omit<ComponentOutcome, 'component'>) =>
    sum(
      components.map((one) => one[of]),
      BOOK_CURRENCY,
    );
  return {
    table:
      table === null
        ? null
        : {
            version: table.version,
            effectiveOn: table.effectiveOn,
            source: table.source,
            publishedOn: table.publishedOn,
          },
    pension,
    versions: tables.map((one) => one.version),
    years: position.years,
    components,
    total: {
      yearly: total('yearly'),
      once: total('once'),
      term: total('term'),
      spent: total('spent'),
      left: total('left'),
    },
  };
}

/** The allowance account of a position on a day, with the yearly amount in force. */
export async function allowanceView(db: Reader, standpoint: Standpoint, contract: Contract) {
  const years = begunYears(contract);
  const rates = await allowanceRates(db, standpoint);
  const uses = await allowanceUses(db, standpoint, contract.id);
  const reported = (await spentByComponent(db, standpoint, contract.id)).get('training-and-duty-travel');
  const account = allowanceOn({ years, rates, uses }, standpoint.asOf);
  const inForce = allowanceRateOn(rates, standpoint.asOf);
  return {
    rate: rates.find(({ effectiveOn }) => effectiveOn === inForce?.effectiveOn) ?? null,
    grants: years.map((year) => ({ year: year.year, startsOn: year.startsOn, amount: grantOf(year, rates) })),
    ...account,
    ...allowanceAgainstReport(account.used, reported ?? zero(BOOK_CURRENCY)),
    lastDay: lastDayOfUse(years),
    uses,
  };
}
