import { beforeAll, describe, expect, test } from 'vitest';
import type { Performance } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { placesTitle } from './map-sentences.ts';
import {
  costsTitle,
  componentsTitle,
  performanceSentence,
  pipelineTitle,
  retentionTitle,
  candidatesTitle,
} from './performance-sentences.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const outcome = (percent: string | null) => ({
  estimated: usd('100.00'),
  spent: usd('98.10'),
  interim: usd('0.00'),
  difference: usd('-1.90'),
  percent,
});
type Row = Performance['retention'][number];
const stayed = (months: Row['months'], change: Partial<Row> = {}): Row => ({
  months,
  due: 3,
  stayed: 0,
  elsewhere: 0,
  notKnown: 0,
  notAsked: 3,
  percent: null,
  average: null,
  ...change,
});

function performance(change: Partial<Performance> = {}): Performance {
  return {
    asOf: '2026-11-22',
    knownOn: null,
    today: '2026-11-22',
    positions: 0,
    pipeline: { states: [], toFill: { filled: 0, medianDays: null, longestDays: null } },
    costs: {
      total: outcome(null),
      posts: [],
      withoutEstimate: 0,
      components: { table: null, posts: 0, unsplit: usd('0.00'), rows: [] },
    },
    retention: [stayed(0, { due: 0, notAsked: 0 })],
    places: [],
    risks: { cash: usd('1000.00'), found: [] },
    ...change,
  };
}

const filled = { states: [], toFill: { filled: 10, medianDays: 54, longestDays: 147 } };
const costs = { ...performance().costs, total: outcome('-1.9') };
const known = [stayed(0), stayed(6, { stayed: 2, elsewhere: 1, notAsked: 0, percent: '66.7' }), stayed(12)];

describe('how the fund performs', () => {
  test('the page says what can be measured, and nothing of what cannot', () => {
    expect(performanceSentence(performance())).toBe(
      'No position has been proposed yet, so there is nothing to measure',
    );
    expect(performanceSentence(performance({ positions: 2 }))).toBe(
      '2 positions are known, and nothing of them can be measured yet',
    );
    expect(performanceSentence(performance({ positions: 22, pipeline: filled, costs, retention: known }))).toBe(
      'Half of 10 posts were filled within 54 days; hosts spent 1.9\u00a0% less than estimated; 2 of 3 officers stayed in the United Nations system (6 months after)',
    );
  });

  test('the longest wait is of recruitment, and a year in post is no wait', () => {
    const state = (name: 'screened' | 'in-post-year-1' | 'advertised', medianDays: number | null) => ({
      state: name,
      standing: 1,
      reached: 2,
      passed: 1,
      medianDays,
      longestDays: medianDays,
    });
    const states = [state('screened', 49), state('advertised', 30), state('in-post-year-1', 365)];
    expect(pipelineTitle(performance({ pipeline: { ...filled, states } }))).toBe(
      'The longest wait is “screened”: 49 days for half of the positions',
    );
    expect(pipelineTitle(performance())).toBe('No position has taken a step yet');
  });

  test('an estimate is missed above, below, or not at all', () => {
    expect(costsTitle(performance())).toBe('No host has reported on a post with an estimate');
    const rent = (percent: string | null, spent = '98.10') => componentsTitle('rent', { percent, spent: usd(spent) });
    expect(rent('12.5')).toBe('“rent” lies furthest from its estimate: 12.5\u00a0% more than estimated');
    expect(rent('0.0')).toBe('“rent” lies furthest from its estimate: as much as estimated');
    expect(rent('-100.0', '0.00')).toBe('Nothing was spent on “rent” yet');
    expect(rent(null)).toBe('Nobody estimated “rent”, and it was spent on');
  });

  test('who stayed stands beside the average of the programme, where there is one', () => {
    expect(retentionTitle(performance())).toBe('Nobody has left a post yet, so nobody can have stayed');
    expect(retentionTitle(performance({ retention: [stayed(0)] }))).toBe(
      'Nobody has asked yet which of 3 officers who left stayed in the United Nations system',
    );
    expect(retentionTitle(performance({ retention: known }))).toBe(
      '66.7\u00a0% stayed in the United Nations system (6 months after)',
    );
    const average = { months: 12, effectiveOn: '2026-01-01', percent: '47.5', source: 'A report' } as const;
    const last = stayed(12, { stayed: 1, elsewhere: 1, percent: '50.0', average });
    expect(retentionTitle(performance({ retention: [...known, last] }))).toBe(
      '50\u00a0% stayed in the United Nations system (12 months after), against 47.5\u00a0% of the whole programme',
    );
  });

  test('the map says where positions are, and counts no country that is not known', () => {
    const place = (name: string, countryCode: string, positions: number) => ({
      dutyStation: { id: name, name, countryCode },
      positions,
      allocated: usd('0.00'),
    });
    const unknown = place('Not published', 'ZZ', 2);
    expect(placesTitle({ places: [] })).toBe('No position is sponsored yet');
    expect(placesTitle({ places: [unknown] })).toBe('2 sponsored positions, and of none the duty station is known');
    expect(placesTitle({ places: [place('Suva', 'FJ', 1), unknown] })).toBe(
      '3 sponsored positions at 1 duty station in 1 country, 2 not known',
    );
  });
});

test('says how many candidates came to an interview as far as it is told', () => {
  const stages = (...counts: (number | null)[]) =>
    (['long-list', 'short-list', 'interviewed'] as const).map((stage, index) => ({
      stage,
      candidates: counts[index] ?? null,
      stated: null,
      women: null,
      known: null,
      nationalities: null,
      groups: [],
    }));
  const title = (...counts: (number | null)[]) => candidatesTitle({ vacancies: 2, stages: stages(...counts) });
  expect(title(26, 8, 4)).toBe('Of 26 candidates on the long lists, 4 were interviewed');
  expect(title(26, 8, null)).toBe('26 candidates on the long lists');
  expect(title(null, null, null)).toBe(
    'How many candidates there are is not told: it would be about one or two people',
  );
  expect(candidatesTitle({ vacancies: 0, stages: [] })).toBe('Nobody has applied yet');
});
