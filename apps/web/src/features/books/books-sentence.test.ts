import { beforeAll, expect, it } from 'vitest';
import type { BooksCause } from '../../api/views.ts';
import { startWords } from '../../app/i18n.ts';
import { booksSentence, causeWords, isWaiting } from './books-sentence.ts';

beforeAll(startWords);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const cause = (change: Partial<BooksCause> = {}): BooksCause => ({
  ahead: 'transfer',
  amount: usd('140000.00'),
  latest: { count: 1, since: '2026-11-10', days: 12, underWay: true },
  ...change,
});
const late = { count: 2, since: '2026-05-01', days: 205, underWay: false };
const sentence = (difference: string, ...hosts: BooksCause[][]): string =>
  booksSentence({ total: { difference: usd(difference) }, hosts: hosts.map((causes) => ({ causes })) });

it('says what explains the difference, where one thing does', () => {
  expect(sentence('140000.00', [cause()], [])).toBe(
    'The two books differ by US$\u00a0140,000: one transfer is under way',
  );
  expect(sentence('140000.00', [cause()], [cause()])).toContain('2 transfers are under way');
  expect(sentence('-140000.00', [cause({ ahead: 'refund-made' })])).toBe(
    'The two books differ by US$\u00a0140,000: one refund is under way',
  );
});

it('else says by how much, and at how many hosts', () => {
  expect(sentence('140000.00', [cause({ latest: late })], [cause()])).toBe(
    'The two books differ by US$\u00a0140,000 at 2 host organizations',
  );
  expect(sentence('140000.00', [cause({ latest: null })])).toContain('at one host organization');
});

it('does not let differences that cancel pass for agreement', () => {
  expect(sentence('0.00', [cause()], [cause({ ahead: 'receipt' })])).toBe(
    'The two books differ at 2 host organizations, though their totals agree',
  );
});

it('is plain where the books agree, or are not begun', () => {
  expect(sentence('0.00', [], [])).toBe('The two books agree');
  expect(sentence('0.00')).toBe('No money has gone to a host organization yet');
});

it('gives each cause in words, with its days once it is late', () => {
  const words = (change: Partial<BooksCause>) => causeWords(cause(change)).replaceAll('\u00a0', ' ');
  expect(words({})).toBe('US$ 140,000: transfer of 10 Nov 2026, not yet in the host’s record: under way');
  expect(words({ latest: late })).toBe(
    'US$ 140,000: 2 transfers since 1 May 2026, not in the host’s record after 205 days',
  );
  expect(words({ ahead: 'receipt' })).toBe(
    'US$ 140,000: receipt of 10 Nov 2026 that the host records, without a transfer',
  );
  expect(words({ ahead: 'refund-made' })).toContain('not yet received: under way');
  expect(words({ ahead: 'refund-made', latest: late })).toContain('not received after 205 days');
  expect(words({ ahead: 'refund-received' })).toBe(
    'US$ 140,000: refund received on 10 Nov 2026, not in the host’s record',
  );
  for (const ahead of ['transfer', 'receipt', 'refund-made', 'refund-received'] as const)
    expect(words({ ahead, latest: null })).toMatch(/^US\$ 140,000 .+ do not add up to it$/u);
});

it('waits only while all that differs is under way', () => {
  expect(isWaiting([cause(), cause()])).toBe(true);
  expect(isWaiting([cause(), cause({ latest: late })])).toBe(false);
  expect(isWaiting([])).toBe(false);
});
