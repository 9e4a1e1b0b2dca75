import { BOOK_CURRENCY } from '../currency.ts';
import { chargedAmount } from '../ledger/charge.ts';
import { COST_COMPONENTS, type CostComponent } from '../ledger/cost-component.ts';
import { type Money, subtract, sum, zero } from '../money.ts';

/** Whether a cost comes with every contract year, or once in the life of a post (travel, settling in, repatriation). */
export const COST_FREQUENCIES = ['yearly', 'once'] as const;
export type CostFrequency = (typeof COST_FREQUENCIES)[number];

/** What a percentage is of: the salary (as post adjustment and pension are), or all other costs (as support cost is). */
export const PERCENT_BASES = ['salary', 'direct-cost'] as const;
export type PercentBase = (typeof PERCENT_BASES)[number];

/** One line of a cost table. Amounts in US dollars, of one year or of one time. */
export type CostLine = {
  /** `null`: at every duty station that has no line of its own. */
  readonly dutyStationId: string | null;
  readonly component: CostComponent;
  readonly frequency: CostFrequency;
  readonly cost: { readonly amount: Money } | { readonly percent: string; readonly of: PercentBase };
};

/** What one component of a post costs: each year, and once. */
export type ComponentEstimate = { readonly component: CostComponent; readonly yearly: Money; readonly once: Money };

/** The lines that hold at a duty station: its own, and the general ones that it has no line of its own for. */
function linesAt(lines: readonly CostLine[], dutyStationId: string): CostLine[] {
  const own = lines.filter((line) => line.dutyStationId === dutyStationId);
  const general = lines.filter(
    (line) =>
      line.dutyStationId === null &&
      !own.some(({ component, frequency }) => component === line.component && frequency === line.frequency),
  );
  return [...own, ...general];
}

/** The amounts of one frequency by component: plain ones first, then what is a percentage of the salary, then of all of these. */
function amounts(lines: readonly CostLine[]): Map<CostComponent, Money> {
  const found = new Map<CostComponent, Money>();
  for (const { component, cost } of lines) if ('amount' in cost) found.set(component, cost.amount);
  for (const of of PERCENT_BASES) {
    const base =
      of === 'salary' ? (found.get('salary') ?? zero(BOOK_CURRENCY)) : sum([...found.values()], BOOK_CURRENCY);
    for (const { component, cost } of lines)
      if ('percent' in cost && cost.of === of) found.set(component, chargedAmount({ percent: cost.percent, base }));
  }
  return found;
}

/**
 * What a post at a duty station costs by a cost table, by component in their usual order. A host whose agreement does not cover
 * the pension costs none; where nobody has said so it is counted, since a year that costs less can be corrected.
 */
export function estimateOf(
  lines: readonly CostLine[],
  dutyStationId: string,
  pensionCovered: boolean | null,
): ComponentEstimate[] {
  const here = linesAt(lines, dutyStationId).filter(
    ({ component }) => component !== 'pension' || pensionCovered !== false,
  );
  const yearly = amounts(here.filter(({ frequency }) => frequency === 'yearly'));
  const once = amounts(here.filter(({ frequency }) => frequency === 'once'));
  return COST_COMPONENTS.filter((component) => yearly.has(component) || once.has(component)).map((component) => ({
    component,
    yearly: yearly.get(component) ?? zero(BOOK_CURRENCY),
    once: once.get(component) ?? zero(BOOK_CURRENCY),
  }));
}

/** One component over the whole term: what was estimated, what the host reports as spent, and what of the estimate is left. */
export type ComponentOutcome = ComponentEstimate & {
  readonly term: Money;
  readonly spent: Money;
  readonly left: Money;
};

/**
 * The estimate of a term of so many years against what was spent, by component. What was spent on no component that the table
 * has, or on none at all, stands beside an estimate of nothing.
 */
export function estimateAgainstActual(
  estimate: readonly ComponentEstimate[],
  years: number,
  spent: ReadonlyMap<CostComponent, Money>,
): ComponentOutcome[] {
  const nothing = zero(BOOK_CURRENCY);
  return COST_COMPONENTS.flatMap((component) => {
    const { yearly, once } = estimate.find((one) => one.component === component) ?? { yearly: nothing, once: nothing };
    const actual = spent.get(component) ?? nothing;
    const term = sum([...Array.from({ length: years }, () => yearly), once], BOOK_CURRENCY);
    if (term.minor === 0n && actual.minor === 0n) return [];
    return [{ component, yearly, once, term, spent: actual, left: subtract(term, actual) }];
  });
}
