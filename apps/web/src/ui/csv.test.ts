import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it('writes numbers as they are and keeps a text from running as a formula', () => {
  const text = toCsv(
    ['Name', 'US$'],
    [
      ['=HYPERLINK("x")', { number: '-12.50' }],
      ['Côte, "Ltd"', { number: '1' }],
      ['@sum', { number: '2' }],
    ],
  );
  expect(text.split('\r\n')).toEqual(['Name,US$', `"'=HYPERLINK(""x"")",-12.50`, '"Côte, ""Ltd""",1', "'@sum,2", '']);
});
