import { date } from '@dcc/domain/calendar-date';
import type { Facts } from '@dcc/domain/forecast/facts';
import { parseScenario } from '@dcc/domain/forecast/scenario';
import { beforeAll, expect, it } from 'vitest';
import { startWords } from '../../app/i18n.ts';
import { balanceTitle, elsewhereWords, futuresSentence, headline, scenarioWords } from './forecast-sentences.ts';
import { type Run, runsOf, shownOf } from './runs.ts';

beforeAll(startWords);

const NAMES = new Map([['c-1', 'Borealis']]);
const TODAY = date('2026-11-22');

/** Amounts in words have spaces that do not break; a test reads them as any other. */
const plain = (text: string | null): string | undefined => text?.replaceAll('\u00a0', ' ');
const words = (text: string) => {
  const scenario = parseScenario(text);
  return scenario === null ? null : plain(scenarioWords(scenario, NAMES, TODAY));
};

it('scenarios are said in words, everything that is supposed and nothing else', () => {
  expect(words('')).toBe('As recorded');
  expect(words('pledges.0')).toBe('Pledges are paid now');
  expect(words('pledges.12_overdue.1')).toBe('Pledges are paid in 12 months, overdue instalments are paid in 1 month');
  expect(words('slip.1')).toBe('Everybody pays 1 month later');
  expect(words('slip.6.c-1_leaves.c-9')).toBe(
    'Borealis pays 6 months later, a contributor who is not on record pays nothing more',
  );
  expect(words('dollar.-10_costs.-5')).toBe('The dollar loses 10 %, costs fall by 5 %');
  expect(words('dollar.10_costs.5_posts.3.4')).toBe(
    'The dollar gains 10 %, costs rise by 5 %, 3 more positions from March 2027',
  );
});

function run(change: Partial<Facts>, text = ''): Run {
  const facts: Facts = { asOf: TODAY, pools: [], reserve: 0n, receipts: [], positions: [], ...change };
  return shownOf(runsOf(facts, { scenario: text === '' ? [] : [text], fees: 0 }), text);
}

const common = { id: 'common', earmarked: false, cash: 150_000_00n, reserved: 0n };
const position = {
  id: 'p-1',
  paidFrom: [],
  years: [{ startsOn: date('2027-03-01'), cost: 100_000_00n, allocated: 0n, sent: 0n }],
};

it('the headline says what is short from when, or where it is tightest', () => {
  expect(plain(headline(run({}), NAMES))).toBe('Nothing is approved and nothing is expected yet.');
  expect(plain(headline(run({ pools: [common] }), NAMES))).toBe(
    'No approved position asks for money; the lowest balance is US$ 150,000 in November 2026.',
  );
  const both = { pools: [common], positions: [position, { ...position, id: 'p-2' }] };
  expect(plain(headline(run(both), NAMES))).toBe(
    'From March 2027 money is short: one of 2 approved positions is not paid to its end.',
  );
  expect(plain(headline(run(both, 'costs.-50'), NAMES))).toBe(
    'Costs fall by 50 %. All 2 approved positions are paid to their end; the lowest balance is US$ 50,000 in March 2027.',
  );
});

it('the title of the picture names the lowest cash', () => {
  expect(plain(balanceTitle(run({ pools: [common] })))).toBe('Cash never falls below what is there today');
  expect(plain(balanceTitle(run({ pools: [common], positions: [position] })))).toBe(
    'Cash falls to US$ 50,000 by March 2027',
  );
  expect(plain(balanceTitle(run({ positions: [position] })))).toBe(
    'Cash would be US$ −100,000 in March 2027 if all were paid',
  );
});

it('money that is there in other pools is named', () => {
  const islands = (cash: bigint) => ({ id: 'islands', earmarked: true, cash, reserved: 0n });
  expect(elsewhereWords(run({ pools: [common], positions: [position] }))).toBeNull();
  expect(plain(elsewhereWords(run({ pools: [islands(200_000_00n)], positions: [position] })))).toBe(
    'The US$ 100,000 that is missing first is there, but in earmarked pools that have not paid for these positions.',
  );
  expect(plain(elsewhereWords(run({ pools: [islands(30_000_00n)], positions: [position] })))).toBe(
    'Of the US$ 100,000 that is missing first, US$ 30,000 is there, but in earmarked pools that have not paid for these positions.',
  );
});

it('chance is a count of futures', () => {
  expect(futuresSentence({ paid: 912, count: 1_000, positions: 3 })).toBe(
    'In 912 of 1,000 simulated futures every approved position is paid to its end.',
  );
  expect(futuresSentence({ paid: 1_000, count: 1_000, positions: 0 })).toBe(
    'No position is approved: there is nothing that could stay unpaid.',
  );
});
