import { strFromU8, unzipSync } from 'fflate';

/** A cell as it is kept: a text, or the digits of a number with the place of its style. */
export type KeptCell = { readonly text: string } | { readonly digits: string; readonly style: number };

const letters = (text: string): string =>
  text
    .replaceAll(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replaceAll('&#13;', '\r')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const CELL =
  /<c r="(?<at>[A-Z]+\d+)" s="(?<style>\d+)"(?: t="inlineStr"><is><t xml:space="preserve">(?<text>[^<]*)<\/t><\/is>|><v>(?<digits>[^<]*)<\/v>)<\/c>/gu;

/** The parts of a workbook by their paths. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

/** The cells of one sheet by where they stand. Whatever else were in a row would be left over, and is refused. */
export function cellsOf(bytes: Uint8Array, sheet: 1 | 2 = 1): Map<string, KeptCell> {
  const [, rows = ''] =
    /<sheetData>(.*)<\/sheetData>/su.exec(partsOf(bytes)[`xl/worksheets/sheet${sheet}.xml`] ?? '') ?? [];
  const cells = new Map<string, KeptCell>();
  const rest = rows.replaceAll(CELL, (...match: unknown[]) => {
    const { at = '', style, text, digits } = match.at(-1) as Record<string, string | undefined>;
    cells.set(at, digits === undefined ? { text: letters(text ?? '') } : { digits, style: Number(style) });
    return '';
  });
  if (/[^\s]/u.test(rest.replaceAll(/<row r="\d+">|<\/row>/gu, '')))
    throw new Error(`What is this: ${rest.slice(0, 200)}`);
  return cells;
}
