import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BOOK_CURRENCY } from '../currency.ts';
import { always, usd } from '../laws.arbitrary.ts';
import { COST_COMPONENTS, type CostComponent } from '../ledger/cost-component.ts';
import { sum } from '../money.ts';
import { type CostLine, estimateAgainstActual, estimateOf } from './cost-table.ts';

function line(component: CostComponent, cents: number, change: Partial<CostLine> = {}): CostLine {
  return { dutyStationId: null, component, frequency: 'yearly', cost: { amount: usd(cents) }, ...change };
}
const share = (component: CostComponent, percent: string, of: 'salary' | 'direct-cost'): CostLine =>
  line(component, 0, { cost: { percent, of } });

describe('an estimate', () => {
  test('adds post adjustment to the salary and support cost to all of it', () => {
    const lines = [
      share('support-cost', '13', 'direct-cost'),
      line('salary', 10_000),
      share('post-adjustment', '50', 'salary'),
    ];
    expect(estimateOf(lines, 's-1', null)).toEqual([
      { component: 'salary', yearly: usd(10_000), once: usd(0) },
      { component: 'post-adjustment', yearly: usd(5000), once: usd(0) },
      { component: 'support-cost', yearly: usd(1950), once: usd(0) },
    ]);
  });

  test('takes the line of the duty station where it has one, and the general one where it has none', () => {
    const lines = [
      line('salary', 1),
      line('salary', 2, { dutyStationId: 's-1' }),
      line('induction', 3, { frequency: 'once' }),
    ];
    expect(estimateOf(lines, 's-1', null).map(({ yearly, once }) => [yearly, once])).toEqual([
      [usd(2), usd(0)],
      [usd(0), usd(3)],
    ]);
    expect(estimateOf(lines, 's-2', null)[0]?.yearly).toEqual(usd(1));
  });

  test('a percentage of a salary that the table does not have is nothing', () => {
    const components = (covered: boolean | null) =>
      estimateOf([share('pension', '15.8', 'salary'), share('support-cost', '7', 'direct-cost')], 's-1', covered).map(
        ({ component }) => component,
      );
    expect([null, true, false].map(components)).toEqual([
      ['pension', 'support-cost'],
      ['pension', 'support-cost'],
      ['support-cost'],
    ]);
    expect(estimateOf([share('pension', '15.8', 'salary')], 's-1', null)).toEqual([
      { component: 'pension', yearly: usd(0), once: usd(0) },
    ]);
  });

  test('support cost is the percentage of the sum of all other costs, whatever they are', () => {
    const anyAmounts = fc.array(fc.nat({ max: 10_000_000 }), { minLength: 1, maxLength: 15 });
    always(
      fc.property(anyAmounts, (cents) => {
        const direct = COST_COMPONENTS.filter((component) => component !== 'support-cost').slice(0, cents.length);
        const lines = direct.map((component, index) => line(component, cents[index] ?? 0));
        const all = estimateOf([...lines, share('support-cost', '100', 'direct-cost')], 's-1', null);
        const others = all.filter(({ component }) => component !== 'support-cost').map(({ yearly }) => yearly);
        expect(all.at(-1)?.yearly).toEqual(sum(others, BOOK_CURRENCY));
      }),
    );
  });
});

describe('the estimate against what was spent', () => {
  test('counts the years and what comes once, and keeps what nobody estimated', () => {
    const estimate = [{ component: 'salary' as const, yearly: usd(100), once: usd(7) }];
    const spent = new Map<CostComponent, ReturnType<typeof usd>>([
      ['salary', usd(120)],
      ['other', usd(9)],
    ]);
    expect(estimateAgainstActual(estimate, 2, spent)).toEqual([
      { component: 'salary', yearly: usd(100), once: usd(7), term: usd(207), spent: usd(120), left: usd(87) },
      { component: 'other', yearly: usd(0), once: usd(0), term: usd(0), spent: usd(9), left: usd(-9) },
    ]);
  });
});
