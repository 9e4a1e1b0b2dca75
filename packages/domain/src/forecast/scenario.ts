import { addMonths, type CalendarDate } from '../calendar-date.ts';
import { BOOK_CURRENCY } from '../currency.ts';
import { divideHalfEven } from '../money.ts';
import { dueOf, type Facts, HORIZON, type Receipt, USUAL_YEARS, usualYearCost, type Year } from './facts.ts';

/** What somebody supposes beside the records. Months count from the day of the facts. */
export type Scenario = {
  /** Every pledge is paid after so many months; `null`: none is. */
  readonly pledges: number | null;
  /** Every overdue instalment is paid after so many months; `null`: none is. */
  readonly overdue: number | null;
  /** What is expected comes so many months later, of one contributor or of all. */
  readonly slip: { readonly months: number; readonly contributorId: string | null } | null;
  /** This contributor pays nothing more. */
  readonly leaves: string | null;
  /** Percent by which the dollar gains on other currencies; less is due in dollars then. */
  readonly dollar: number;
  /** Percent by which whatever is still to be paid costs more. */
  readonly costs: number;
  /** So many more positions for the usual two years, the first year of each due after so many months. */
  readonly posts: { readonly count: number; readonly months: number } | null;
};

/** The records as they are. */
export const AS_RECORDED: Scenario = {
  pledges: null,
  overdue: null,
  slip: null,
  leaves: null,
  dollar: 0,
  costs: 0,
  posts: null,
};

/** From least to most that each part of a scenario takes. */
export const SCENARIO_LIMITS = {
  months: [0, HORIZON],
  slip: [1, HORIZON],
  dollar: [-50, 100],
  costs: [-50, 100],
  posts: [1, 50],
} as const satisfies Record<string, readonly [number, number]>;

const ID = /^[0-9a-zA-Z-]{1,40}$/u;

/** A scenario as short text that an address can hold: `slip.6.c-1_costs.5`; empty for the records as they are. */
export function scenarioText({ pledges, overdue, slip, leaves, dollar, costs, posts }: Scenario): string {
  return [
    pledges === null ? '' : `pledges.${pledges}`,
    overdue === null ? '' : `overdue.${overdue}`,
    slip === null ? '' : `slip.${slip.months}${slip.contributorId === null ? '' : `.${slip.contributorId}`}`,
    leaves === null ? '' : `leaves.${leaves}`,
    dollar === 0 ? '' : `dollar.${dollar}`,
    costs === 0 ? '' : `costs.${costs}`,
    posts === null ? '' : `posts.${posts.count}.${posts.months}`,
  ]
    .filter((each) => each !== '')
    .join('_');
}

function whole(text: string | undefined, [least, most]: readonly [number, number]): number | null {
  if (text === undefined || !/^(?:0|-?[1-9]\d{0,2})$/u.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}

/** Reads the values of one part of a scenario's text; `null` where they are none. */
type PartReader = (first: string, second: string | undefined) => Partial<Scenario> | null;

function single(name: 'pledges' | 'overdue' | 'dollar' | 'costs', limits: readonly [number, number]): PartReader {
  return (first, second) => {
    const value = whole(first, limits);
    return value === null || second !== undefined ? null : { [name]: value };
  };
}

const PARTS: ReadonlyMap<string, PartReader> = new Map<string, PartReader>([
  ['pledges', single('pledges', SCENARIO_LIMITS.months)],
  ['overdue', single('overdue', SCENARIO_LIMITS.months)],
  ['dollar', single('dollar', SCENARIO_LIMITS.dollar)],
  ['costs', single('costs', SCENARIO_LIMITS.costs)],
  ['leaves', (first, second) => (ID.test(first) && second === undefined ? { leaves: first } : null)],
  [
    'slip',
    (first, contributorId: string | null = null) => {
      const months = whole(first, SCENARIO_LIMITS.slip);
      const known = contributorId === null || ID.test(contributorId);
      return months === null || !known ? null : { slip: { months, contributorId } };
    },
  ],
  [
    'posts',
    (first, second) => {
      const [count, months] = [whole(first, SCENARIO_LIMITS.posts), whole(second, SCENARIO_LIMITS.months)];
      return count === null || months === null ? null : { posts: { count, months } };
    },
  ],
]);

/** Reads what `scenarioText` wrote; anything else is `null`. */
export function parseScenario(text: string): Scenario | null {
  const parts = (text === '' ? [] : text.split('_')).map((each) => {
    const [name, first = '', second, ...more] = each.split('.');
    return more.length > 0 ? null : (PARTS.get(String(name))?.(first, second) ?? null);
  });
  if (parts.includes(null)) return null;
  const scenario: Scenario = Object.assign({}, AS_RECORDED, ...parts);
  return scenarioText(scenario) === text ? scenario : null;
}

/** When a receipt is expected in a scenario; `null`: nobody says when. */
function expectedOn(receipt: Receipt, { asOf }: Facts, scenario: Scenario): CalendarDate | null {
  const { pledges, overdue, slip } = scenario;
  const late = receipt.dueOn !== null && receipt.dueOn < asOf;
  const assumed = receipt.kind === 'pledge' ? pledges : late ? overdue : null;
  const on = assumed === null ? receipt.dueOn : addMonths(asOf, assumed);
  const slips = slip !== null && (slip.contributorId === null || slip.contributorId === receipt.contributorId);
  // What is late already does not come by slipping.
  return on === null || !slips || on < asOf ? on : addMonths(on, slip.months);
}

/** A year whose part that is still to be paid costs so much in hundredths of a percent of what it did. */
export function costing(year: Year, hundredths: bigint): Year {
  return { ...year, cost: year.cost + divideHalfEven(dueOf(year) * (hundredths - 10_000n), 10_000n) };
}

function morePositions(facts: Facts, { posts }: Scenario): Facts['positions'] {
  const cost = usualYearCost(facts);
  if (posts === null || cost === null) return [];
  return Array.from({ length: posts.count }, (_, index) => ({
    id: `more-${index + 1}`,
    paidFrom: [],
    years: Array.from({ length: USUAL_YEARS }, (_year, number) => ({
      startsOn: addMonths(facts.asOf, posts.months + 12 * number),
      cost,
      allocated: 0n,
      sent: 0n,
    })),
  }));
}

/** The facts as they would be in a scenario. As recorded they are what they were. */
export function supposing(facts: Facts, scenario: Scenario): Facts {
  const hundredths = BigInt(100 + scenario.costs) * 100n;
  return {
    ...facts,
    receipts: facts.receipts
      .filter(({ contributorId }) => contributorId !== scenario.leaves)
      .map((receipt) => ({
        ...receipt,
        dueOn: expectedOn(receipt, facts, scenario),
        value:
          receipt.currency === BOOK_CURRENCY
            ? receipt.value
            : divideHalfEven(receipt.value * 100n, BigInt(100 + scenario.dollar)),
      })),
    positions: [...facts.positions, ...morePositions(facts, scenario)].map((position) => ({
      ...position,
      years: position.years.map((year) => costing(year, hundredths)),
    })),
  };
}
