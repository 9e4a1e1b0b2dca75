import { beforeAll, expect, it } from 'vitest';
import type { AllocatedPosition, Allocation } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { allocationSearch } from './allocation-search.ts';
import { areasTitle, divisionNote, headline, ranksTitle } from './allocation-sentences.ts';
import { namedParts } from './parts.ts';

beforeAll(startWords);

const figure = (amount: string) => ({
  amount: { amount, currency: 'USD' },
  basis: 'allocated' as const,
  asOf: '2026-11-22',
  entries: null,
});

function position(id: string, amount: string, what: Partial<AllocatedPosition> = {}): AllocatedPosition {
  return {
    id,
    title: id,
    organization: { id: 'o-1', name: 'Meridian Organization', shortName: 'Meridian' },
    dutyStation: { id: 's-1', name: 'Suva', countryCode: 'FJ' },
    amount: figure(amount),
    region: 'oceania',
    groups: [],
    goals: [],
    themes: [],
    ...what,
  };
}

const allocation = (total: string, ...positions: AllocatedPosition[]): Allocation => ({
  asOf: '2026-11-22',
  knownOn: null,
  today: '2026-11-22',
  total: figure(total),
  positions,
});

const SOME = allocation(
  '100.00',
  position('a', '50.00', { goals: ['5'] }),
  position('b', '20.00', { goals: ['13', '6'] }),
  position('c', '10.00', { goals: ['6', '13'], region: null }),
  position('d', '20.00'),
);

it('makes a part of each combination, and one of what is not on record, which together are the whole', () => {
  const parts = namedParts(SOME, 'goal');
  expect(parts.map(({ key, name, amount, positions }) => [key, name, amount.amount, positions.length])).toEqual([
    ['5', 'Goal 5, Gender equality', '50.00', 1],
    ['13+6', 'Goals 6 and 13', '30.00', 2],
    ['none', 'No goal named', '20.00', 1],
  ]);
  expect(headline(SOME, parts)).toBe('50\u00a0% of the allocated money goes to posts for goal 5, Gender equality.');
  expect(areasTitle(SOME, parts)).toBe('Two parts share the money; of 20\u00a0% nothing is on record');
  expect(divisionNote('goal', parts)).toBe(
    'By the goals that the terms of reference name. 2 positions name several of these: each combination is a part of its own, so nothing is counted twice. For 1 position none is on record: its money is a part of its own.',
  );
});

it('says what it shows for each way to divide, with one part, with none, and with nothing known', () => {
  expect(headline(SOME, namedParts(SOME, 'host'))).toBe('All allocated money goes to Meridian.');
  expect(ranksTitle(SOME, namedParts(SOME, 'host'))).toBe('Meridian: 100\u00a0% of the allocated money');
  expect(headline(SOME, namedParts(SOME, 'region'))).toBe('90\u00a0% of the allocated money goes to posts in Oceania.');
  expect(headline(SOME, namedParts(SOME, 'group'))).toBe(
    'Nothing on record says what the allocated money goes to here.',
  );
  expect(ranksTitle(SOME, namedParts(SOME, 'theme'))).toBe('Nothing to rank yet');
  const none = allocation('0.00');
  expect(headline(none, namedParts(none, 'host'))).toBe('No money has been allocated to a position yet.');
});

it('leaves out of the address what is no way to divide', () => {
  expect(allocationSearch.parse({ by: 'colour', part: ['x'] })).toEqual({ by: 'host', part: undefined });
});
