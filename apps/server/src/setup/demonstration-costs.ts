import { saveAllowanceRate } from '@dcc/db/stores/allowance-store';
import { saveCostTable } from '@dcc/db/stores/cost-store';
import type { Tx } from '@dcc/db/with-transaction';
import { date } from '@dcc/domain/calendar-date';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import { parseMoney } from '@dcc/domain/money';
import type { CostLine } from '@dcc/domain/positions/cost-table';
import type { Shell } from '../use-case/context.ts';
import { orRefuse } from '../use-case/refusal.ts';

const SOURCE = 'Invented for the demonstration';

const usd = (amount: string) => ({ amount: orRefuse(parseMoney(amount, BOOK_CURRENCY)) });
const yearly = (component: CostComponent, cost: CostLine['cost'], dutyStationId: string | null = null): CostLine => ({
  dutyStationId,
  component,
  frequency: 'yearly',
  cost,
});
const once = (component: CostComponent, amount: string): CostLine => ({
  dutyStationId: null,
  component,
  frequency: 'once',
  cost: usd(amount),
});

/** Round numbers that no real post has. */
const LINES: readonly CostLine[] = [
  yearly('salary', usd('50000.00')),
  yearly('post-adjustment', { percent: '50.00', of: 'salary' }),
  yearly('post-adjustment', { percent: '40.00', of: 'salary' }, 's-dakar'),
  yearly('post-adjustment', { percent: '60.00', of: 'salary' }, 's-apia'),
  yearly('rental-subsidy', usd('9000.00')),
  yearly('pension', { percent: '20.00', of: 'salary' }),
  yearly('insurance', usd('6000.00')),
  yearly('training-and-duty-travel', usd('2000.00')),
  yearly('support-cost', { percent: '10.00', of: 'direct-cost' }),
  once('travel-and-shipment', '8000.00'),
  once('settling-in-grant', '7000.00'),
  once('repatriation-grant', '5000.00'),
  once('support-cost', '2000.00'),
];

/** An invented cost table and an invented yearly allowance. */
export async function setDemonstrationCosts(tx: Tx, shell: Shell, at: string): Promise<void> {
  const stamp = { recordedAt: at, recordedBy: 'p-secretariat' };
  const [effectiveOn, publishedOn] = [date('2022-01-01'), date('2021-12-15')];
  const table = { id: shell.newId(), version: 'Invented 2022', effectiveOn, publishedOn, source: SOURCE };
  await saveCostTable(tx, { ...table, lines: LINES }, stamp);
  await saveAllowanceRate(tx, { effectiveOn, ...usd('2000.00'), source: SOURCE }, stamp);
}
