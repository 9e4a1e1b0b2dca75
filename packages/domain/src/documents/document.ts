import { accepted, refused, type Result } from '../result.ts';
import type { RuleViolation } from '../rule-violation.ts';

/** What papers can hang on: an agreement (or pledge), an entry of the ledger, a decision of the committee. */
export const SUBJECT_KINDS = ['contribution', 'entry', 'decision'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const DOCUMENT_TYPES = ['application/pdf', 'image/png', 'image/jpeg'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

const MEGABYTE = 1024 * 1024;
export const LARGEST_MEGABYTES = 20;
/** In bytes. */
export const LARGEST_DOCUMENT = LARGEST_MEGABYTES * MEGABYTE;
/** How many documents one record and the whole fund take, so that nobody fills the disk with papers. */
export const MOST_PER_SUBJECT = 50;
export const MOST_PER_FUND = 10_000;

const ENDINGS: Readonly<Record<string, DocumentType>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
};

// What VISIBLE in wire.ts refuses in a text, and what separates folders or means something to a shell of Windows.
const NAME = /^[^\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff/\\:*?"<>|]{1,200}$/u;

/** The name under which a document is kept and given back: one that is a name on every system, and no way into a folder. */
export function documentName(given: string): Result<string, RuleViolation> {
  const name = given.normalize('NFC').trim();
  return NAME.test(name) && !name.startsWith('.') ? accepted(name) : refused({ kind: 'DocumentNameRefused' });
}

function holds(bytes: Uint8Array, at: number, part: readonly number[]): boolean {
  return part.every((byte, index) => bytes[at + index] === byte);
}

/** Where the last content byte stands: tools pad images with zeros and texts with line ends. */
function endOf(bytes: Uint8Array, padding: readonly number[]): number {
  let end = bytes.length;
  while (end > 0 && padding.includes(bytes[end - 1] ?? -1)) end -= 1;
  return end;
}

function endsWith(bytes: Uint8Array, end: number, tail: readonly number[]): boolean {
  return end >= tail.length && holds(bytes, end - tail.length, tail);
}

const PNG_HEAD = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
/** The last chunk of a PNG, with its length and its check sum. */
const PNG_TAIL = [0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82];
const JPEG_HEAD = [0xff, 0xd8, 0xff];
const JPEG_TAIL = [0xff, 0xd9];
const PDF_HEAD = [0x25, 0x50, 0x44, 0x46, 0x2d];
const PDF_TAIL = [0x25, 0x25, 0x45, 0x4f, 0x46];
const ZIP_END = [0x50, 0x4b, 0x05, 0x06];
const ZIP_END_SIZE = 22;
const LONGEST_ZIP_COMMENT = 65_535;

/** Whether a file is also an archive: the directory of a ZIP stands at its end, with a comment that reaches exactly to it. */
function isArchive(bytes: Uint8Array): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_SIZE - LONGEST_ZIP_COMMENT);
  for (let at = bytes.length - ZIP_END_SIZE; at >= from; at -= 1) {
    if (bytes[at] !== ZIP_END[0] || !holds(bytes, at, ZIP_END)) continue;
    const comment = (bytes[at + 20] ?? 0) + (bytes[at + 21] ?? 0) * 256;
    if (at + ZIP_END_SIZE + comment === bytes.length) return true;
  }
  return false;
}

/** What a file is by its own first and last bytes; `null` for anything else, and for what is two things at once. */
function typeOfContent(bytes: Uint8Array): DocumentType | null {
  if (isArchive(bytes)) return null;
  if (holds(bytes, 0, PNG_HEAD)) return endsWith(bytes, bytes.length, PNG_TAIL) ? 'image/png' : null;
  if (holds(bytes, 0, JPEG_HEAD)) return endsWith(bytes, endOf(bytes, [0]), JPEG_TAIL) ? 'image/jpeg' : null;
  if (holds(bytes, 0, PDF_HEAD))
    return endsWith(bytes, endOf(bytes, [0, 0x09, 0x0a, 0x0d, 0x20]), PDF_TAIL) ? 'application/pdf' : null;
  return null;
}

/** The type that a name's ending promises, or `null` for one that is not taken. */
function typeOfName(name: string): DocumentType | null {
  const ending = /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}

/** The type of a document: what its name says and what its content is must be the same, and one of the three that are taken. */
export function documentType(name: string, content: Uint8Array): Result<DocumentType, RuleViolation> {
  if (content.length === 0) return refused({ kind: 'DocumentEmpty' });
  if (content.length > LARGEST_DOCUMENT)
    return refused({ kind: 'DocumentTooLarge', limitMegabytes: LARGEST_MEGABYTES });
  const type = typeOfContent(content);
  return type !== null && type === typeOfName(name) ? accepted(type) : refused({ kind: 'DocumentTypeRefused' });
}

/** Whether one more document finds a place, on its record and in the fund. */
export function roomForDocument(onSubject: number, inFund: number): Result<null, RuleViolation> {
  if (onSubject >= MOST_PER_SUBJECT)
    return refused({ kind: 'TooManyDocuments', of: 'record', limit: MOST_PER_SUBJECT });
  return inFund >= MOST_PER_FUND
    ? refused({ kind: 'TooManyDocuments', of: 'fund', limit: MOST_PER_FUND })
    : accepted(null);
}
