import type { About } from './report-table.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Most decimals that a currency has. */
const MOST_DECIMALS = 4;

/** The places of the styles in `xl/styles.xml`. An amount has the style `amount` plus its decimals. */
export const STYLE = { plain: 0, head: 1, day: 2, text: 3, longAmount: 4, words: 5, amount: 6 } as const;

/** Text inside an element. `_x0041_` would be read as a letter, and two characters may not stand in XML at all. */
export function xmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replaceAll(/[\ufffe\uffff]/gu, '\ufffd');
}

/** A cell of text, which no spreadsheet takes for a formula: its style says so even when somebody edits it. */
export function textCell(at: string, text: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** The beginning of a sheet. `frozen`: its first row stays in sight. */
export function sheetStart(widths: readonly number[], frozen: boolean): string {
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = frozen ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : '';
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView${frozen ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>`;
}

export const SHEET_END = '</sheetData></worksheet>';

/** The second sheet: what the report is. */
function aboutSheet(about: About): string {
  const rows = about.map(
    ([label, words], index) =>
      `<row r="${index + 1}">${textCell(`A${index + 1}`, label, STYLE.head)}${textCell(`B${index + 1}`, words, STYLE.words)}</row>`,
  );
  return `${sheetStart([18, 90], false)}${rows.join('')}${SHEET_END}`;
}

function styles(): string {
  const decimals = Array.from({ length: MOST_DECIMALS + 1 }, (_, count) => count);
  const formats = decimals.map(
    (count) => `<numFmt numFmtId="${165 + count}" formatCode="#,##0${count === 0 ? '' : `.${'0'.repeat(count)}`}"/>`,
  );
  const cells = [
    '<xf/>',
    '<xf fontId="1" applyFont="1"/>',
    '<xf numFmtId="164" applyNumberFormat="1"/>',
    '<xf quotePrefix="1"/>',
    '<xf quotePrefix="1" applyAlignment="1"><alignment horizontal="right"/></xf>',
    '<xf quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
    ...decimals.map((count) => `<xf numFmtId="${165 + count}" applyNumberFormat="1"/>`),
  ];
  return [
    `${XML}<styleSheet xmlns="${MAIN}">`,
    `<numFmts count="${formats.length + 1}"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>${formats.join('')}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>',
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  ].join('');
}

/** Every part of a workbook but its first sheet, by the path it has in the file. */
export function workbookParts(name: string, about: About): [path: string, xml: string][] {
  const sheetType = `${RELATIONS}/worksheet`;
  return [
    [
      '[Content_Types].xml',
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${sheetType}" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${sheetType}" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles()],
    ['xl/worksheets/sheet2.xml', aboutSheet(about)],
  ];
}
