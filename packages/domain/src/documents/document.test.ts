import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { always } from '../laws.arbitrary.ts';
import {
  documentName,
  documentType,
  LARGEST_DOCUMENT,
  MOST_PER_FUND,
  MOST_PER_SUBJECT,
  roomForDocument,
} from './document.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (sign) => sign.charCodeAt(0)) : part)),
  );
const PDF = bytes('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n');
const PNG = bytes(
  [0x89],
  'PNG\r\n',
  [0x1a],
  '\n',
  [0, 0, 0, 13],
  'IHDR data',
  [0, 0, 0, 0],
  'IEND',
  [0xae, 0x42, 0x60, 0x82],
);
const JPEG = bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF data', [0xff, 0xd9]);
const ZIP_END = bytes(
  'PK',
  [5, 6],
  Array.from({ length: 16 }, () => 0),
);
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
const REFUSED = { ok: false, violation: { kind: 'DocumentTypeRefused' } };

describe('a document is what its name says and its content is', () => {
  test.each([
    ['report.pdf', PDF, 'application/pdf'],
    ['Report.PDF', PDF, 'application/pdf'],
    ['scan.v2.png', PNG, 'image/png'],
    ['photo.jpg', JPEG, 'image/jpeg'],
    ['photo.jpeg', join(JPEG, bytes([0, 0])), 'image/jpeg'],
  ])('%s is taken', (name, content, type) => {
    expect(documentType(name, content)).toEqual({ ok: true, value: type });
  });

  test.each([
    ['a PDF that is called an image', 'scan.png', PDF],
    ['an image that is called a PDF', 'scan.pdf', PNG],
    ['one with two endings, the last of them foreign', 'report.pdf.exe', PDF],
    ['one without an ending', 'report', PDF],
    ['one whose ending is a name of every object', 'report.constructor', PDF],
    ['a drawing that can hold a script', 'logo.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page called a PDF', 'page.pdf', bytes('<html><script>1</script>%PDF-1.7 %%EOF')],
    ['an archive', 'all.zip', join(bytes('PK', [3, 4]), ZIP_END, bytes([0, 0]))],
    ['a PDF that is an archive too', 'both.pdf', join(PDF, ZIP_END, bytes([6, 0], '\n%%EOF'))],
    ['an image that is an archive too', 'both.png', join(PNG, ZIP_END, bytes([0, 0]))],
    ['an image with a page behind it', 'both.jpg', join(JPEG, bytes('<script>1</script>'))],
    ['a PDF that breaks off', 'half.pdf', PDF.subarray(0, 12)],
    ['an image that breaks off', 'half.png', PNG.subarray(0, 20)],
  ])('%s is refused', (_what, name, content) => {
    expect(documentType(name, content)).toEqual(REFUSED);
  });

  test('nothing, and more than 20 MB, are refused by name', () => {
    expect(documentType('a.pdf', new Uint8Array())).toEqual({ ok: false, violation: { kind: 'DocumentEmpty' } });
    expect(documentType('a.pdf', new Uint8Array(LARGEST_DOCUMENT + 1))).toEqual({
      ok: false,
      violation: { kind: 'DocumentTooLarge', limitMegabytes: 20 },
    });
  });

  test('whatever stands behind the first bytes, content that is not whole is never taken', () => {
    always(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.pdf', 'a.png', 'a.jpg'), (content, name) => {
        expect(documentType(name, content).ok).toBe(false);
      }),
    );
  });
});

describe('a name is a name on every system, and no way into a folder', () => {
  test.each(['Report 2025.pdf', 'Übersicht (final).pdf', '報告.png', "it's & co.jpg"])('%s is kept', (name) => {
    expect(documentName(name)).toEqual({ ok: true, value: name.normalize('NFC') });
  });

  test.each([
    '../up.pdf',
    '..\\up.pdf',
    'a/b.pdf',
    '/etc/a.pdf',
    'C:a.pdf',
    'a\u0000.pdf',
    'a\n.pdf',
    'a\u202egnp.pdf',
    '.pdf',
    '..',
    '',
    '   ',
    `${'a'.repeat(197)}.pdf`,
    'a"b.pdf',
    'a\ud800.pdf',
  ])('%j is refused', (name) => {
    expect(documentName(name)).toEqual({ ok: false, violation: { kind: 'DocumentNameRefused' } });
  });
});

test('a record and the fund take a number of documents and no more', () => {
  expect(roomForDocument(MOST_PER_SUBJECT - 1, MOST_PER_FUND - 1).ok).toBe(true);
  expect(roomForDocument(MOST_PER_SUBJECT, 50)).toMatchObject({ violation: { of: 'record', limit: 50 } });
  expect(roomForDocument(0, MOST_PER_FUND)).toMatchObject({ violation: { of: 'fund', limit: 10_000 } });
});
