import { z } from 'zod';

/** Search parameters as plain text, `?account=cash&kinds=deposit&kinds=refund`: an address a person can read. */
export function parseSearch(text: string): Record<string, string | string[]> {
  const found: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(text)) {
    const before = found[key];
    found[key] = before === undefined ? value : [before, value].flat();
  }
  return found;
}

/** The reverse: nothing for what is absent or empty, a repeated key for a list. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search)) {
    for (const item of [value].flat()) {
      if (typeof item === 'string' && item !== '') params.append(key, item);
      else if (typeof item === 'number' || typeof item === 'boolean') params.append(key, String(item));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** A whole number in the address. */
export const wholeNumber = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,9}$/u)
    .transform(Number),
]);

/** Page of a list in the address, 1 when absent or malformed. */
export const pageNumber = wholeNumber.pipe(z.int().min(1).max(100_000)).default(1).catch(1);

/** A list in the address: one value or the key repeated. */
export function listOf<T extends z.ZodType<string>>(item: T) {
  return z.union([z.array(item), item.transform((one) => [one])]);
}
