import { beforeAll, describe, expect, it } from 'vitest';
import type { Contributor, ContributorList } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { contributorSentence, contributorsSentence, yearsSentence } from './contributors-sentence.ts';
import { sortContributors } from './sort-contributors.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function row(name: string, received: string, sharePercent: string | null): ContributorList['rows'][number] {
  const contributor = { id: name, name, type: 'country', countryCode: null } as const;
  return {
    contributor,
    contributions: 1,
    pledged: usd('0.00'),
    signed: usd(received),
    received: usd(received),
    outstanding: usd('0.00'),
    overdue: usd('0.00'),
    sharePercent,
  };
}

describe('the sentence of all contributors', () => {
  it('names the one who carries the fund', () => {
    expect(
      plain(contributorsSentence({ rows: [row('Aurelia', '450.00', '45.0'), row('Borealis', '550.00', '55.0')] })),
    ).toBe('Aurelia gave 45 % of all that the fund received');
  });

  it('counts them when none stands out', () => {
    expect(
      contributorsSentence({ rows: [row('A', '30.00', '30.0'), row('B', '30.00', '30.0'), row('C', '40.00', '40.0')] }),
    ).toBe('3 contributors gave what the fund received');
  });

  it('says who is on record before any money came', () => {
    expect(contributorsSentence({ rows: [row('Germany', '0.00', null), row('Switzerland', '0.00', null)] })).toBe(
      '2 contributors are on record; no receipt is recorded yet',
    );
    expect(contributorsSentence({ rows: [] })).toBe('No contributor is on record yet');
  });
});

describe('the sentence of one contributor', () => {
  const figure = (amount: string) => ({
    amount: usd(amount),
    basis: 'cash' as const,
    asOf: '2026-11-22',
    entries: null,
  });
  const one = (received: string, outstanding: string, pledged: string, sharePercent: string | null): Contributor => ({
    asOf: '2026-11-22',
    knownOn: null,
    today: '2026-11-22',
    contributor: { id: 'c-1', name: 'Aurelia', type: 'country', countryCode: null },
    figures: {
      pledged: figure(pledged),
      signed: figure('0.00'),
      received: figure(received),
      outstanding: figure(outstanding),
      overdue: figure('0.00'),
    },
    sharePercent,
    byYear: [],
    contributions: [],
  });

  it('tells the committee its share, and itself what it gave', () => {
    expect(plain(contributorSentence(one('3000000.00', '600000.00', '0.00', '45.0')))).toBe(
      'Aurelia gave 45 % of all that the fund received',
    );
    expect(plain(contributorSentence(one('3000000.00', '600000.00', '0.00', null)))).toBe(
      'Aurelia has given US$ 3.00 million; US$ 600,000 is signed and still to come',
    );
  });

  it('says what is signed, else announced, else nothing', () => {
    expect(plain(contributorSentence(one('0.00', '600000.00', '5.00', null)))).toBe(
      'Aurelia signed US$ 600,000, which is still to come',
    );
    expect(plain(contributorSentence(one('0.00', '0.00', '400000.00', null)))).toBe(
      'Aurelia announced US$ 400,000; nothing is signed yet',
    );
    expect(contributorSentence(one('0.00', '0.00', '0.00', null))).toBe('No amount from Aurelia is on record yet');
  });
});

describe('the message of the years', () => {
  const year = (number: number, received: string) => ({ year: number, signed: usd('0.00'), received: usd(received) });

  it('names the largest year, or says that all years are alike', () => {
    expect(plain(yearsSentence([year(2024, '10.00'), year(2025, '30.00')], 'Aurelia'))).toBe(
      'Most came in 2025: US$ 30',
    );
    expect(plain(yearsSentence([year(2024, '300000.00'), year(2025, '300000.00')], 'Aurelia'))).toBe(
      'US$ 300,000 came in each of 2 years',
    );
    expect(plain(yearsSentence([year(2024, '10.00')], 'Aurelia'))).toBe('All that came, US$ 10, came in 2024');
  });
});

describe('the order of contributors', () => {
  const rows = [row('Borealis', '9.00', null), row('Aurelia', '100.00', null)];
  const names = (sorted: ContributorList['rows']) => sorted.map(({ contributor }) => contributor.name);

  it('is by amount, not by its text', () => {
    expect(names(sortContributors(rows, { sort: 'received', direction: 'desc' }))).toEqual(['Aurelia', 'Borealis']);
    expect(names(sortContributors(rows, { sort: 'received', direction: 'asc' }))).toEqual(['Borealis', 'Aurelia']);
  });

  it('is by name', () => {
    expect(names(sortContributors(rows, { sort: 'name', direction: 'asc' }))).toEqual(['Aurelia', 'Borealis']);
  });
});
