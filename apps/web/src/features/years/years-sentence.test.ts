import { beforeAll, expect, it } from 'vitest';
import { startWords } from '../../app/i18n.ts';
import { yearsSentence } from './years-sentence.ts';

beforeAll(startWords);

const year = {} as never;

it.each([
  ['Nothing is recorded yet', [], null, null],
  ['The first year is still running', [year], null, null],
  ['2022 has ended and is still open', [year], 2022, null],
  ['The books are closed to the end of 2024; 2025 has ended and is still open', [year], 2025, 2024],
  ['Every year that has ended is closed, the last one is 2025', [year], null, 2025],
] as const)('says: %s', (sentence, years, next, lastClosed) => {
  expect(yearsSentence({ years: [...years], next: next === null ? null : ({ year: next } as never), lastClosed })).toBe(
    sentence,
  );
});
