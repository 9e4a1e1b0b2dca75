import { currenciesWithRate } from '@dcc/db/stores/reference-store';
import { countRates, ratesInForce, ratesOfCurrency, type RecordedRate } from '@dcc/db/stores/rate-store';
import { date } from '@dcc/domain/calendar-date';
import { formatUnitsPerDollar } from '@dcc/domain/exchange-rate';
import type { ListRates } from '@dcc/domain/ledger/inputs';
import { assertMay } from '../../use-case/command.ts';
import type { Context } from '../../use-case/context.ts';
import { standpointOf, standsAt } from '../../use-case/standpoint.ts';

const LAST_DAY = date('2199-12-31');

function rateState(rate: RecordedRate, asOf: string, inForce: readonly RecordedRate[]) {
  if (rate.effectiveOn > asOf) return 'to-come' as const;
  return inForce.some(({ id }) => id === rate.id) ? ('in-force' as const) : ('superseded' as const);
}

/** UN operational rates: of every currency the one in force, or of one currency all that are on record. */
export async function listRates(context: Context, input: ListRates) {
  assertMay(context, 'ledger.read');
  const db = context.shell.db.read;
  const standpoint = standpointOf(context.shell, input);
  const inForce = await ratesInForce(db, standpoint);
  const rates = input.currency === undefined ? inForce : await ratesOfCurrency(db, standpoint, input.currency);
  return {
    ...standsAt(context.shell, standpoint),
    rows: rates.map((rate) => ({
      currency: rate.currency,
      unitsPerDollar: formatUnitsPerDollar(rate),
      effectiveOn: rate.effectiveOn,
      publishedOn: rate.publishedOn,
      source: rate.source,
      recordedAt: rate.recordedAt === '' ? null : rate.recordedAt,
      state: rateState(rate, standpoint.asOf, inForce),
    })),
    recorded: await countRates(db, standpoint),
    currencies: [...(await currenciesWithRate(db, LAST_DAY))].toSorted(),
  };
}
