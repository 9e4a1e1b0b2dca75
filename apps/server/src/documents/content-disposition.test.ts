import { expect, test } from 'vitest';
import { attachment } from './content-disposition.ts';

test.each([
  ['Report 2025.pdf', `attachment; filename="Report 2025.pdf"; filename*=UTF-8''Report%202025.pdf`],
  ['Übersicht.pdf', `attachment; filename="U_bersicht.pdf"; filename*=UTF-8''%C3%9Cbersicht.pdf`],
  ['報告.png', `attachment; filename="__.png"; filename*=UTF-8''%E5%A0%B1%E5%91%8A.png`],
  [`a";x=%0d%0a'.pdf`, `attachment; filename="a__x__0d_0a_.pdf"; filename*=UTF-8''a%22%3Bx%3D%250d%250a%27.pdf`],
])('%s is given under its name, and nothing of it reaches the header', (name, header) => {
  expect(attachment(name)).toBe(header);
});
