import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure, Overview } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import {
  cashTitle,
  contributorsTitle,
  flowsTitle,
  headline,
  hostsTitle,
  phasesTitle,
  poolsTitle,
  timelineTitle,
  yearsTitle,
} from './sentences.ts';
import { wholePercent } from '../share-words.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const figure = (amount: string): Figure => ({ amount: usd(amount), basis: 'cash', asOf: '2026-11-22', entries: null });

function overview(
  change: Partial<Omit<Overview, 'figures'>> & { figures?: Partial<Overview['figures']> } = {},
): Overview {
  const none = figure('0.00');
  const figures = {
    balance: none,
    pledged: none,
    signed: none,
    received: none,
    outstanding: none,
    overdue: none,
    available: none,
    allocated: none,
    transferred: none,
    spent: none,
  };
  return {
    asOf: '2026-11-22',
    since: null,
    entryCount: 10,
    overdueCount: 0,
    overdueDays: null,
    deliveryPercent: null,
    reserve: null,
    termCost: null,
    fundablePositions: null,
    pools: [],
    contributionsByYear: [],
    contributors: [],
    hosts: [],
    positionsByState: [],
    positionCount: 0,
    positions: [],
    flows: { received: [], allocated: [] },
    series: [],
    cashShortOn: null,
    attention: [],
    ...change,
    figures: { ...figures, ...change.figures },
  } as Overview;
}

const contributor = (name: string, received: string): Overview['contributors'][number] => ({
  contributor: { id: name, name, type: 'country', countryCode: null },
  received: usd(received),
  outstanding: usd('0.00'),
  pledged: usd('0.00'),
});

function unfunded(year: number, positionId = 'x1'): Overview['attention'][number] {
  return {
    kind: 'year-not-funded',
    positionId,
    title: 'Analyst',
    organization: 'UNDP',
    dutyStation: 'Suva',
    year,
    startsOn: '2027-01-01',
    short: usd('100.00'),
  };
}

describe('the sentence of the page', () => {
  it('says plainly that nothing is recorded', () => {
    const empty = overview({
      entryCount: 0,
      positionCount: 2,
      contributors: [contributor('A', '0.00'), contributor('B', '0.00')],
    });
    expect(headline(empty)).toBe('No money is recorded yet. The fund knows 2 contributors and 2 positions.');
  });

  it('says how many positions the money pays, and what still lacks it', () => {
    expect(headline(overview({ fundablePositions: 3, attention: [unfunded(2), unfunded(2, 'x2')] }))).toBe(
      'The fund can sponsor three more positions. Two second years still lack money.',
    );
    expect(headline(overview({ fundablePositions: 1, attention: [unfunded(1)] }))).toBe(
      'The fund can sponsor one more position. One year of a position still lacks money.',
    );
  });

  it('says that too much is promised before anything else', () => {
    expect(headline(overview({ figures: { available: figure('-125000.00') }, fundablePositions: 0 }))).toBe(
      'The fund has promised US$\u00a0125,000 more than it may spend.',
    );
  });

  it('names overdue money when every year is paid', () => {
    const late = overview({ fundablePositions: 0, overdueCount: 1, figures: { overdue: figure('402100.50') } });
    expect(headline(late)).toBe(
      'The fund cannot sponsor another position now. One instalment is overdue: US$\u00a0402,100.',
    );
  });
});

describe('titles of charts', () => {
  const series: Overview['series'] = [{ on: '2026-10-31', cash: usd('1.00'), promised: usd('0.00'), projected: false }];

  it('says until when cash covers the promises', () => {
    expect(cashTitle(overview({ series, cashShortOn: '2027-03-31' }))).toBe(
      'Cash covers every promise until March\u00a02027',
    );
    expect(cashTitle(overview({ series, cashShortOn: '2026-10-31' }))).toBe('Cash no longer covers every promise');
    expect(cashTitle(overview({ series }))).toBe('Cash covers every promise');
  });

  it('names who gave how much, and stays plain with nothing', () => {
    const two = [contributor('Aurelia', '3000000.00'), contributor('Borealis', '1000000.00')];
    expect(contributorsTitle(overview({ contributors: two }))).toBe('Aurelia gave 75\u00a0% of what was received');
    expect(contributorsTitle(overview({ contributors: [contributor('Aurelia', '5.00')] }))).toBe(
      'Aurelia gave all that was received',
    );
    expect(contributorsTitle(overview())).toBe('Contributors');
    expect(flowsTitle(overview({ contributors: two }))).toBe('Aurelia and Borealis gave 100\u00a0% of the money');
    expect(flowsTitle(overview())).toBe('From contributors to host organizations');
  });

  it('does not round nearly all to all, nor nearly nothing to nothing', () => {
    const uneven = [
      contributor('Aurelia', '9000000.00'),
      contributor('Borealis', '999999.00'),
      contributor('C', '1.00'),
    ];
    expect(flowsTitle(overview({ contributors: uneven }))).toBe(
      'Aurelia and Borealis gave more than 99\u00a0% of the money',
    );
    expect(wholePercent(usd('1.00'), usd('1000.00'))).toBe('less than 1\u00a0%');
    expect(wholePercent(usd('0.00'), usd('1000.00'))).toBe('0\u00a0%');
  });

  it('stays plain without years, hosts and positions', () => {
    expect([yearsTitle(overview()), hostsTitle(overview()), phasesTitle(overview())]).toEqual([
      'Contributions by year',
      'Host organizations',
      'Positions by phase',
    ]);
    expect(timelineTitle(overview())).toBe('Who is where, and which years are paid');
  });

  it('counts people, not states', () => {
    const states: Overview['positionsByState'] = [
      { state: 'in-post-year-1', phase: 'in-post', count: 1 },
      { state: 'extension-review', phase: 'in-post', count: 1 },
      { state: 'advertised', phase: 'in-recruitment', count: 4 },
    ];
    expect(phasesTitle(overview({ positionsByState: states }))).toBe('2 people are in post, four more in recruitment');
    expect(phasesTitle(overview({ positionsByState: states.slice(2) }))).toBe('Four positions are in recruitment');
  });
});

describe('the title of the pools', () => {
  const pool = (name: string, free: string): Overview['pools'][number] => ({
    pool: { id: name, name, earmarking: 'earmarked' },
    description: '',
    cash: usd(free),
    allocated: usd('0.00'),
    available: usd(free),
  });
  const title = (...pools: Overview['pools']) => poolsTitle({ pools }).replaceAll('\u00a0', ' ');

  it('names the pool with most money free', () => {
    expect(title(pool('Islands', '10.00'), pool('Women in science', '2000.00'))).toBe(
      'Most that is free is in Women in science: US$ 2,000',
    );
    expect(title(pool('Islands', '10.00'), pool('Women in science', '0.00'))).toBe(
      'All that is free is in Islands: US$ 10',
    );
  });

  it('says so when no pool has any', () => {
    expect(title(pool('Islands', '-5.00'))).toBe('No pool has money free');
  });
});
