import { z } from 'zod';
import { idempotencyKeySchema, idSchema, longText } from '../wire.ts';

/**
 * The fields of the terms-of-reference template of the JPO programmes, beside title, organization, duty station and start, which
 * the position itself holds. `duration` is in months.
 */
export const TERMS_FIELDS = [
  'code',
  'submittedBy',
  'approvedBy',
  'jobFamily',
  'sector',
  'office',
  'nonFamily',
  'duration',
  'supervisor',
  'supervisorTitle',
  'supervisionContent',
  'supervisionMethod',
  'duties',
] as const;
export type TermsField = (typeof TERMS_FIELDS)[number];

/** What a post serves, which the template does not ask: Sustainable Development Goals by number and themes by name, apart by commas. */
export const TERMS_TAGS = ['goals', 'themes'] as const;
export type TermsTag = (typeof TERMS_TAGS)[number];

/** One version of terms of reference: what is not written yet is empty. */
export type Terms = Readonly<Record<TermsField | TermsTag, string>>;

export const NO_TERMS: Terms = {
  code: '',
  submittedBy: '',
  approvedBy: '',
  jobFamily: '',
  sector: '',
  office: '',
  nonFamily: '',
  duration: '',
  supervisor: '',
  supervisorTitle: '',
  supervisionContent: '',
  supervisionMethod: '',
  duties: '',
  goals: '',
  themes: '',
};

/** The fields that are still empty, in the order of the template. */
export function emptyFields(terms: Terms): TermsField[] {
  return TERMS_FIELDS.filter((field) => terms[field].trim() === '');
}

/** What a tag names, each once, in the order in which it was written. */
export function tagsOf(text: string): string[] {
  const named = text.split(',').map((tag) => tag.trim());
  return [...new Set(named.filter((tag) => tag !== ''))];
}

const line = longText.max(200);

/** A new version of the terms of reference of a position; the earlier ones stay. */
export const recordTermsInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  positionId: idSchema,
  /** The version that the person saw, 0 before the first: a change of any other is refused. */
  version: z.int().min(0).max(100_000),
  code: line,
  submittedBy: line,
  approvedBy: line,
  jobFamily: line,
  sector: line,
  office: line,
  nonFamily: z.enum(['', 'yes', 'no']),
  duration: z.string().regex(/^(?:|[1-9]|[1-3]\d|4[0-8])$/u, 'not-months'),
  supervisor: line,
  supervisorTitle: line,
  supervisionContent: longText,
  supervisionMethod: longText,
  duties: longText,
  goals: z
    .string()
    .regex(/^(?:(?:[1-9]|1[0-7])(?: *, *(?:[1-9]|1[0-7]))*)?$/u, 'not-goals')
    .default(''),
  themes: line.default(''),
});
export type RecordTerms = z.infer<typeof recordTermsInput>;
