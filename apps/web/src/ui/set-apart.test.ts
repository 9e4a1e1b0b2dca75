import { expect, it } from 'vitest';
import { setApart } from './set-apart.ts';

it('sets a name apart that is written from right to left, also in part, and leaves every other as it is', () => {
  expect(setApart('مؤسسة النور')).toBe('\u2068مؤسسة النور\u2069');
  expect(setApart('Fund קרן 7')).toBe('\u2068Fund קרן 7\u2069');
  expect(setApart('Åland & Côte d’Ivoire 東京')).toBe('Åland & Côte d’Ivoire 東京');
});
