import { BOOK_CURRENCY, type Currency, parseCurrency } from '@dcc/domain/currency';
import { type ExchangeRate, identityRate, parseUnitsPerDollar, toBookCurrency } from '@dcc/domain/exchange-rate';
import { addMonths, type CalendarDate, date, dayBefore } from '@dcc/domain/calendar-date';
import { CONTRIBUTOR_TYPES } from '@dcc/domain/contributions/kinds';
import { formatDecimal, type Money, parseMoney, percentOf, subtract, sum } from '@dcc/domain/money';
import { ROLES } from '@dcc/domain/people/capability';
import { POSITION_STATES, type PositionState } from '@dcc/domain/positions/states';
import { stepBetween } from '@dcc/domain/positions/step-table';
import { countryName } from '@dcc/domain/reference/countries';
import { describe, expect, test } from 'vitest';
import {
  DEMO_CONTRIBUTORS,
  DEMO_DUTY_STATIONS,
  DEMO_ORGANIZATIONS,
  DEMO_POOLS,
  DEMO_RATES,
  DEMO_TOTALS,
} from './fund.ts';
import { chargedAmount } from '@dcc/domain/ledger/charge';
import type { DemoStep } from './demo-step.ts';
import { DEMO_STEPS } from './money-steps.ts';
import { DEMO_PEOPLE } from './people.ts';
import { DEMO_POSITIONS } from './positions.ts';

type Of<D extends DemoStep['do']> = Extract<DemoStep, { do: D }>;
const steps = <D extends DemoStep['do']>(what: D): Of<D>[] =>
  DEMO_STEPS.filter((step): step is Of<D> => step.do === what);

function read(text: string, code: string): Money {
  const currency = parseCurrency(code);
  const parsed = currency === null ? null : parseMoney(text, currency);
  if (parsed?.ok !== true) throw new Error(`Not an amount of ${code}: ${text}`);
  return parsed.value;
}
const dollars = (text: string): Money => read(text, 'USD');
const total = (amounts: readonly Money[]): Money => sum(amounts, BOOK_CURRENCY);
const written = (amounts: readonly Money[]): string => formatDecimal(total(amounts));

function rateOn(currency: Currency, on: CalendarDate): ExchangeRate {
  if (currency === BOOK_CURRENCY) return identityRate(on);
  const found = DEMO_RATES.findLast((rate) => rate.currency === currency && rate.effectiveOn <= on);
  const parsed = found === undefined ? null : parseUnitsPerDollar(found.unitsPerDollar);
  if (parsed?.ok !== true) throw new Error(`No rate of ${currency} on ${on}`);
  return { id: null, currency, effectiveOn: on, publishedOn: null, source: '', ...parsed.value };
}
const worth = (amount: Money, on: string): Money => toBookCurrency(amount, rateOn(amount.currency, date(on)));

function agreement(ref: string): Of<'sign'> {
  const found = steps('sign').find((step) => step.ref === ref);
  if (found === undefined) throw new Error(`Nobody signed ${ref}`);
  return found;
}
const wholeOf = ({ instalments, currency }: Of<'sign'>): Money =>
  sum(
    instalments.map(([, amount]) => read(amount, currency)),
    read('0', currency).currency,
  );

const deposits = steps('deposit').map((step) => ({ ...step, money: read(step.amount, agreement(step.ref).currency) }));
const received = deposits.map(({ money, on }) => worth(money, on));
const given = steps('give-back').map(({ ref, amount, on }) => worth(read(amount, agreement(ref).currency), on));
const signed = steps('sign').map((step) => worth(wholeOf(step), step.on));
const moved = (kind: string): Money =>
  total(
    steps('movement')
      .filter((step) => step.kind === kind)
      .map(({ amount }) => dollars(amount)),
  );
/** The reserve is what the last step that sets it says: a percentage of the planned expenditure. */
const reserve = total(
  steps('reserve')
    .slice(-1)
    .map(({ percent, base }) => chargedAmount({ percent, base: dollars(base) })),
);
const transfers = total(steps('transfer').map(({ amount }) => dollars(amount)));
const allocated = steps('decide').flatMap(({ lines }) => lines.map(([, , , amount]) => dollars(amount)));
const minus = (left: Money, ...right: Money[]): Money => right.reduce(subtract, left);

/** Every instalment with what it was signed at, and whether it was paid: this fund pays whole instalments only. */
const instalments = steps('sign').flatMap((step) =>
  step.instalments.map(([dueOn, amount], index) => ({
    dueOn,
    value: worth(read(amount, step.currency), step.on),
    paid: deposits.some(
      (deposit) => deposit.ref === step.ref && deposit.instalment === index + 1 && deposit.amount === amount,
    ),
  })),
);
const open = instalments.filter(({ paid }) => !paid);

const sources = total([
  minus(total(received), ...given),
  ...['interest-fund', 'interest-organization', 'other-income'].map(moved),
]);
const uses = minus(
  total([transfers, ...['transfer-other-fund', 'agent-fee', 'direct-cost', 'bank-charge'].map(moved)]),
  moved('refund'),
);
const balance = minus(sources, uses);
const hosts = minus(moved('organization-received'), moved('organization-expenditure'), moved('organization-refund'));

describe('the totals worked out by hand are those of the steps', () => {
  const stillOpen = minus(total(allocated), transfers);
  const pledged = steps('pledge').filter(({ ref }) => !steps('sign').some((step) => step.ref === ref));
  const expected: Record<
    Exclude<keyof typeof DEMO_TOTALS, 'asOf' | 'sponsoredPositions' | 'positions'>,
    string | null
  > = {
    received: formatDecimal(minus(total(received), ...given)),
    signed: formatDecimal(minus(total(signed), ...given)),
    outstanding: written(open.map(({ value }) => value)),
    overdue: written(open.filter(({ dueOn }) => dueOn < DEMO_TOTALS.asOf).map(({ value }) => value)),
    exchangeDifference: formatDecimal(
      minus(total(received), total(instalments.filter(({ paid }) => paid).map(({ value }) => value))),
    ),
    pledged: written(pledged.map(({ amount, currency, on }) => worth(read(amount, currency), on))),
    sources: formatDecimal(sources),
    uses: formatDecimal(uses),
    balance: formatDecimal(balance),
    balancePercent: percentOf(balance, minus(total(received), ...given)),
    allocated: written(allocated),
    transferred: formatDecimal(minus(transfers, moved('refund'))),
    available: formatDecimal(minus(balance, stillOpen, reserve)),
    hostBalance: formatDecimal(hosts),
    spent: formatDecimal(moved('organization-expenditure')),
    deliveryPercent: percentOf(moved('organization-expenditure'), minus(transfers, moved('refund'))),
    totalBalance: formatDecimal(total([balance, hosts])),
  };
  test.each(Object.entries(expected))('%s', (name, amount) => {
    expect(amount).toBe(DEMO_TOTALS[name as keyof typeof DEMO_TOTALS]);
  });

  test('positions, and those with an allocation', () => {
    expect(DEMO_POSITIONS).toHaveLength(DEMO_TOTALS.positions);
    expect(new Set(steps('decide').flatMap(({ lines }) => lines.map(([position]) => position))).size).toBe(
      DEMO_TOTALS.sponsoredPositions,
    );
  });
});

/** Where a position stands after its steps. */
const standing = ({ steps: taken }: (typeof DEMO_POSITIONS)[number]): PositionState => taken.at(-1)?.[1] ?? 'draft';

describe('the fund shows everything the program knows', () => {
  test('every state of a position was taken, and all but a few are taken now', () => {
    const taken = new Set(DEMO_POSITIONS.flatMap(({ steps: own }) => ['draft', ...own.map(([, state]) => state)]));
    expect(POSITION_STATES.filter((state) => !taken.has(state))).toEqual(['in-post-year-3', 'in-post-year-4']);
    expect(new Set(DEMO_POSITIONS.map(standing))).toContain('separated');
  });

  test('all six kinds of contributor gave', () => {
    const giving = new Set(steps('sign').map(({ from }) => from));
    const kinds = DEMO_CONTRIBUTORS.filter(({ id }) => giving.has(id)).map(({ type }) => type);
    expect(new Set(kinds)).toEqual(new Set(CONTRIBUTOR_TYPES));
  });

  test('every role has somebody', () => {
    expect(new Set(DEMO_PEOPLE.flatMap(({ roles }) => roles))).toEqual(new Set(ROLES));
  });
});

describe('the fund keeps its own rules', () => {
  test('what happened stands in the order of the days, and nothing lies in the future', () => {
    const days = DEMO_STEPS.map(({ on }) => date(on));
    expect(days.every((day) => day <= DEMO_TOTALS.asOf)).toBe(true);
    const back = days.filter((day, index) => day < dayBefore(days[index - 1] ?? day));
    expect(back).toEqual([]);
  });

  test.each(DEMO_POSITIONS)(
    '$title goes from state to state as the table allows, approved by a decision of the day',
    (position) => {
      let state: PositionState = 'draft';
      let day = position.proposedOn;
      for (const [on, to] of position.steps) {
        const decided = steps('decide').some(
          (step) => step.on === on && step.lines.some(([title]) => title === position.title),
        );
        const rule = stepBetween(state, to);
        expect(rule).not.toBeNull();
        expect(to !== 'approved' || decided).toBe(true);
        expect(on >= day).toBe(true);
        [state, day] = [to, on];
      }
      expect(DEMO_ORGANIZATIONS.map(({ id }) => id)).toContain(position.organizationId);
      expect(DEMO_DUTY_STATIONS.map(({ id }) => id)).toContain(position.dutyStationId);
    },
  );

  test.each(DEMO_POSITIONS)(
    '$title never gets more than its year costs, nor is sent more than was reserved',
    ({ title, costs }) => {
      for (const [index, cost] of costs.entries()) {
        const reserved = steps('decide')
          .flatMap(({ lines }) => lines)
          .filter(([position, year]) => position === title && year === index + 1);
        const sent = steps('transfer').filter(({ position, year }) => position === title && year === index + 1);
        const sums = [
          total(sent.map(({ amount }) => dollars(amount))),
          total(reserved.map(([, , , amount]) => dollars(amount))),
          dollars(cost),
        ];
        expect(sums.map(({ minor }) => minor)).toEqual(
          sums.map(({ minor }) => minor).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
        );
      }
    },
  );

  test('no pool ever promises what it does not hold', () => {
    const free = new Map<string, bigint>();
    const change = (pool: string, amount: Money, sign: bigint): void => {
      free.set(pool, (free.get(pool) ?? 0n) + sign * amount.minor);
      expect(free.get(pool)! >= 0n).toBe(true);
    };
    const IN = new Set(['interest-fund', 'interest-organization', 'other-income', 'refund']);
    const OUT = new Set(['agent-fee', 'direct-cost', 'bank-charge', 'transfer-other-fund']);
    for (const step of DEMO_STEPS) {
      if (step.do === 'deposit')
        change(agreement(step.ref).pool, worth(read(step.amount, agreement(step.ref).currency), step.on), 1n);
      if (step.do === 'give-back')
        change(agreement(step.ref).pool, worth(read(step.amount, agreement(step.ref).currency), step.on), -1n);
      if (step.do === 'decide') for (const [, , pool, amount] of step.lines) change(pool, dollars(amount), -1n);
      if (step.do === 'movement' && IN.has(step.kind)) change('unearmarked', dollars(step.amount), 1n);
      if (step.do === 'movement' && OUT.has(step.kind)) change('unearmarked', dollars(step.amount), -1n);
    }
    // Transfers close what was reserved: what is free does not change.
    expect(formatDecimal({ minor: [...free.values()].reduce((a, b) => a + b), currency: BOOK_CURRENCY })).toBe(
      formatDecimal(total([dollars(DEMO_TOTALS.available), reserve])),
    );
  });

  test('every name is one name, every country a country, every pool and contributor on record', () => {
    for (const list of [DEMO_CONTRIBUTORS, DEMO_POOLS, DEMO_ORGANIZATIONS, DEMO_DUTY_STATIONS, DEMO_PEOPLE]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
      expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
    }
    expect(DEMO_DUTY_STATIONS.filter(({ countryCode }) => countryName(countryCode) === null)).toEqual([]);
    const pools = new Set(['unearmarked', ...DEMO_POOLS.map(({ id }) => id)]);
    expect(DEMO_STEPS.every((step) => !('pool' in step) || pools.has(step.pool))).toBe(true);
    const givers = new Set(DEMO_CONTRIBUTORS.map(({ id }) => id));
    expect(DEMO_STEPS.every((step) => !('from' in step) || givers.has(step.from))).toBe(true);
    expect(DEMO_PEOPLE.every(({ email }) => email.endsWith('.invalid'))).toBe(true);
  });

  test('a year in post begins on the day the position says', () => {
    for (const { steps: taken, startsOn } of DEMO_POSITIONS) {
      const [began] = taken.find(([, state]) => state === 'in-post-year-1') ?? [startsOn];
      expect(began).toBe(startsOn);
      const [second] = taken.find(([, state]) => state === 'in-post-year-2') ?? [addMonths(date(startsOn), 12)];
      expect(second).toBe(addMonths(date(startsOn), 12));
    }
  });
});

test('expenditure by cost component adds up to what was spent', () => {
  const byComponent = steps('movement').filter(({ components = [] }) => components.length > 0);
  expect(byComponent.length).toBeGreaterThan(1);
  for (const { amount, components = [] } of byComponent)
    expect(written(components.map(([, part]) => dollars(part)))).toBe(amount);
});
