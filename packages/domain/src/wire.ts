import { z } from 'zod';
import { parseDate } from './calendar-date.ts';
import { type Currency, parseCurrency } from './currency.ts';
import { PERCENT } from './ledger/charge.ts';
import { formatDecimal } from './money.ts';

/** Identifier of a record: made by the program, opaque to people. */
export const idSchema = z.string().regex(/^[0-9a-zA-Z-]{1,40}$/u);

/** Made when a form opens and sent with every try, so that a double click or a retry posts once. */
export const idempotencyKeySchema = z.uuid();

export const dateSchema = z
  .string()
  .max(10)
  .transform((text, context) => {
    const parsed = parseDate(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'not-a-date' });
    return z.NEVER;
  });

export const currencySchema = z
  .string()
  .max(3)
  .transform((text, context) => {
    const parsed = parseCurrency(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: 'custom', message: 'unknown-currency' });
    return z.NEVER;
  });

/** A plain decimal; its precision is judged where its currency is known. */
export const amountSchema = z
  .string()
  .max(20)
  .regex(/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u, 'not-an-amount');

/** Percent with at most two decimals, 0 to 100. */
export const percentSchema = z.string().regex(PERCENT, 'not-a-percentage');

/** Where a report stands: today and knowing everything, unless the caller says otherwise. */
export const standpointFields = { asOf: dateSchema.optional(), knownOn: dateSchema.optional() } as const;
export const standpointInput = z.strictObject(standpointFields);
export type StandpointInput = z.infer<typeof standpointInput>;

// Control characters, separators of lines, and marks that reverse or hide text, have no place in a name or a note. Nor has
// half a character (a lone surrogate): no database keeps one, so what is kept would not fit the hash of what was given.
const VISIBLE = /^[^\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]*$/u;
const LINES = /^(?:[^\p{Cc}\p{Cs}\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|[\n\r\t])*$/u;

/** One line of text, trimmed, not empty. */
export const shortText = z.string().trim().min(1, 'required').max(200).regex(VISIBLE, 'not-plain-text');

/** A note of several lines, possibly empty. */
export const longText = z.string().trim().max(4000).regex(LINES, 'not-plain-text');

/** A text of several pages, such as minutes. */
export const pageText = z.string().trim().max(20_000).regex(LINES, 'not-plain-text');

/** How an amount of money travels: an exact decimal beside its currency. */
export const moneyView = z
  .strictObject({ minor: z.bigint(), currency: z.string() })
  .transform(({ minor, currency }) => ({ amount: formatDecimal({ minor, currency: currency as Currency }), currency }));
