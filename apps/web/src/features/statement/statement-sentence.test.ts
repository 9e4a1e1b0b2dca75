import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure, Statement, StatementColumn } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { turnedLines } from './statement-lines.ts';
import { yearOfPeriod } from './statement-search.ts';
import { exchangeSentence, largestSentence, statementSentence } from './statement-sentence.ts';

beforeAll(startWords);

const figure = (amount: string): Figure => ({
  amount: { amount, currency: 'USD' },
  basis: 'cash',
  asOf: '2026-11-22',
  entries: { account: 'cash' },
});
const told = (change: Partial<Statement> = {}, sources = '3639113.25') =>
  statementSentence({
    asOf: '2026-11-22',
    today: '2026-11-22',
    from: null,
    certifiedOnly: false,
    fundsWithAdministrativeAgent: {
      balance: figure('1882843.38'),
      totalSourceOfFunds: figure(sources),
      totalUseOfFunds: figure('165505.62'),
    },
    ...change,
  }).replaceAll('\u00a0', ' ');

describe('the sentence of the statement', () => {
  it('says what the fund holds, held, or holds by what is certified', () => {
    expect(told()).toBe('The fund holds US$ 1,882,843');
    expect(told({ asOf: '2024-12-31' })).toBe('On 31 Dec 2024 the fund held US$ 1,882,843');
    expect(told({ certifiedOnly: true })).toBe('By what is certified, the fund holds US$ 1,882,843');
    expect(told({}, '0.00')).toBe('No money is recorded yet');
  });

  it('says of a period what came and went', () => {
    expect(told({ from: '2024-01-01', asOf: '2024-12-31' })).toBe(
      'In 2024 the fund received US$ 3.64 million and used US$ 165,506',
    );
    expect(told({ from: '2026-01-01' })).toContain('so far');
    expect(told({ from: '2024-03-01' })).toContain('From 1 Mar 2024 to 22 Nov 2026 the fund received');
    expect(told({ from: '2025-03-01', asOf: '2024-12-31' })).toBe(
      'The period begins after it ends, so nothing moved in it',
    );
  });
});

it('knows a year by its first day and its end, or by today', () => {
  expect(yearOfPeriod('2024-01-01', '2024-12-31', '2026-11-22')).toBe(2024);
  expect(yearOfPeriod('2026-01-01', '2026-11-22', '2026-11-22')).toBe(2026);
  expect(yearOfPeriod('2024-01-01', '2025-12-31', '2026-11-22')).toBeNull();
  expect(yearOfPeriod('2024-02-01', '2024-12-31', '2026-11-22')).toBeNull();
  expect(yearOfPeriod(null, '2024-12-31', '2026-11-22')).toBeNull();
});

it('says what exchange brought or cost between signature and deposit', () => {
  const exchanged = (amount: string, signed = '100.00') =>
    exchangeSentence({
      signature: { signed: figure(signed), exchangeDifference: figure(amount) } as Statement['signature'],
    }).replaceAll('\u00a0', ' ');
  expect(exchanged('18866.40')).toBe('Between signature and deposit exchange brought US$ 18,866');
  expect(exchanged('-18866.40')).toBe('Between signature and deposit exchange cost US$ 18,866');
  expect(exchanged('0.00')).toBe('Between signature and deposit exchange changed nothing');
  expect(exchanged('0.00', '0.00')).toBe('From signature to cash');
});

describe('a statement of many columns', () => {
  const column = (key: string, name: string, lines: Partial<StatementColumn>): StatementColumn =>
    ({
      key,
      name,
      fundsWithAdministrativeAgent: {},
      fundsWithParticipatingOrganizations: {},
      signature: {},
      ...lines,
    }) as StatementColumn;
  const aurelia = column('c-1', 'Aurelia', {
    fundsWithAdministrativeAgent: { contributionsFromDonors: figure('1500000.00') },
  });
  const unnamed = column('', '', { fundsWithAdministrativeAgent: { directCost: figure('49000.00') } });

  it('has a column for each line that somebody named has a part in', () => {
    expect(turnedLines([aurelia, unnamed]).map(({ key }) => key)).toEqual(['contributionsFromDonors']);
    expect(turnedLines([unnamed])).toEqual([]);
  });

  it('says who is first', () => {
    const plain = (text: string) => text.replaceAll('\u00a0', ' ');
    expect(plain(largestSentence('contributor', [aurelia, unnamed]))).toBe('Aurelia gave all: US$ 1.50 million');
    expect(plain(largestSentence('contributor', [aurelia, column('c-2', 'B', {})]))).toBe(
      'Of 2 contributors, Aurelia gave the most: US$ 1.50 million',
    );
    expect(largestSentence('contributor', [unnamed])).toBe('No contributor is named by any entry');
    const sent = { fundsWithAdministrativeAgent: { transferredToParticipatingOrganizations: figure('9.00') } };
    expect(plain(largestSentence('organization', [column('o-1', 'Lyceum', sent)]))).toBe('Lyceum was sent all: US$ 9');
    expect(plain(largestSentence('position', [column('p', 'Analyst', sent), column('q', 'Officer', {})]))).toBe(
      'Of 2 positions, the most was sent for Analyst: US$ 9',
    );
    expect(largestSentence('position', [column('p', 'Analyst', {})])).toBe('No money was sent for a position');
  });
});
