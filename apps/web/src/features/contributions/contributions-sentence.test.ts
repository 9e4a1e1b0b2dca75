import { beforeAll, describe, expect, it } from 'vitest';
import type { Contribution } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { contributionSentence, contributionsSentence, exchangeWords } from './contributions-sentence.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' });
const chf = (amount: string) => ({ amount, currency: 'CHF' });
const NOTHING = usd('0.00');
const totals = { pledged: NOTHING, signed: NOTHING, received: NOTHING, outstanding: NOTHING, overdue: NOTHING };

beforeAll(startWords);

/** Non-breaking spaces as plain ones, so that expectations can be read. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ');

describe('the sentence of all contributions', () => {
  it('says what is to come and how much of it is late', () => {
    const sentence = contributionsSentence(
      { rowCount: 9, totals: { ...totals, outstanding: usd('1870000.00'), overdue: usd('400000.00') } },
      false,
    );
    expect(plain(sentence)).toBe('US$ 1.87 million is signed and still to come; US$ 400,000 of it is overdue');
  });

  it('says that all of it is late', () => {
    const late = { ...totals, outstanding: usd('400000.00'), overdue: usd('400000.00') };
    expect(plain(contributionsSentence({ rowCount: 2, totals: late }, true))).toBe(
      'US$ 400,000 is signed and still to come; all of it is overdue',
    );
  });

  it('says that nothing is late', () => {
    const sentence = contributionsSentence({ rowCount: 9, totals: { ...totals, outstanding: usd('90000.00') } }, false);
    expect(plain(sentence)).toBe('US$ 90,000 is signed and still to come; none of it is overdue');
  });

  it('turns to pledges when nothing signed is to come', () => {
    const sentence = contributionsSentence(
      { rowCount: 1, totals: { ...totals, pledged: usd('500000.00'), received: usd('1.00') } },
      false,
    );
    expect(plain(sentence)).toBe('US$ 500,000 is pledged and not yet signed; nothing signed is still to come');
  });

  it('says that all has come', () => {
    expect(
      plain(contributionsSentence({ rowCount: 1, totals: { ...totals, received: usd('3000000.00') } }, false)),
    ).toBe('All that was signed has been received: US$ 3.00 million');
  });

  it('counts contributions that have no amount yet', () => {
    expect(contributionsSentence({ rowCount: 2, totals }, false)).toBe(
      '2 contributions are on record, without an amount yet',
    );
  });

  it('tells an empty list from a filter that finds nothing', () => {
    expect(contributionsSentence({ rowCount: 0, totals }, false)).toBe('No contribution is on record yet');
    expect(contributionsSentence({ rowCount: 0, totals }, true)).toBe('No contribution is like this');
  });
});

const row: Contribution['row'] = {
  id: 'k-1',
  reference: 'BOR-2026',
  contributor: { id: 'c-1', name: 'Borealis', type: 'country', countryCode: null },
  pool: { id: 'p-1', name: 'Unearmarked', earmarking: 'unearmarked' },
  stage: 'signed',
  on: '2026-03-10',
  currency: 'CHF',
  original: chf('300000.00'),
  pledged: NOTHING,
  signed: usd('375000.00'),
  received: NOTHING,
  outstanding: usd('375000.00'),
  overdue: null,
  nextDueOn: '2026-09-21',
};

const instalment = (
  number: number,
  change: Partial<Contribution['instalments'][number]>,
): Contribution['instalments'][number] => ({
  id: `i-${number}`,
  number,
  dueOn: '2026-09-21',
  amount: chf('150000.00'),
  received: chf('0.00'),
  outstanding: chf('150000.00'),
  writtenOff: chf('0.00'),
  state: 'expected',
  daysOverdue: null,
  ...change,
});

describe('the sentence of one contribution', () => {
  it('names the instalment that is late first', () => {
    const instalments = [
      instalment(1, { state: 'received', outstanding: chf('0.00') }),
      instalment(2, { state: 'overdue', daysOverdue: 62 }),
    ];
    expect(plain(contributionSentence({ row, instalments }))).toBe('CHF 150,000 from Borealis is 62 days overdue');
  });

  it('names what comes next when nothing is late', () => {
    expect(plain(contributionSentence({ row, instalments: [instalment(1, {})] }))).toBe(
      'CHF 150,000 from Borealis is due on 21 Sep 2026',
    );
  });

  it('says that all is paid', () => {
    const paid = { ...row, received: usd('375000.00'), outstanding: NOTHING };
    const instalments = [instalment(1, { state: 'received', outstanding: chf('0.00') })];
    expect(plain(contributionSentence({ row: paid, instalments }))).toBe(
      'Borealis has paid all of the CHF 300,000 that it signed',
    );
  });

  it('tells a pledge from one that was withdrawn', () => {
    expect(plain(contributionSentence({ row: { ...row, stage: 'pledged' }, instalments: [] }))).toBe(
      'Borealis announced CHF 300,000; nothing is signed yet',
    );
    expect(contributionSentence({ row: { ...row, stage: 'pledged', original: chf('0.00') }, instalments: [] })).toBe(
      'Borealis withdrew this pledge',
    );
  });
});

describe('an agreement whose amount nobody published', () => {
  it('is not said to be worth nothing', () => {
    const unknown = { ...row, original: chf('0.00'), outstanding: NOTHING };
    expect(contributionSentence({ row: unknown, instalments: [] })).toBe(
      'The amount that Borealis gave is not on record yet',
    );
  });
});

describe('the exchange difference in words', () => {
  it('is a gain, a loss, or nothing', () => {
    expect(plain(exchangeWords(usd('23529.41')))).toBe(
      'a gain: the rate on the day of receipt brought US$ 23,529.41 more than the rate of the signature',
    );
    expect(plain(exchangeWords(usd('-10345.00')))).toBe(
      'a loss: the rate on the day of receipt brought US$ 10,345.00 less than the rate of the signature',
    );
    expect(exchangeWords(NOTHING)).toBeNull();
  });
});
