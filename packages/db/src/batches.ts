/** Values named in one `in (…)`: far below what the engines allow, so that the text is short enough to be kept prepared. */
const AT_ONCE = 500;

/** Cuts values into batches that fit one statement. */
export function batches<T>(values: readonly T[]): T[][] {
  const result: T[][] = [];
  for (let start = 0; start < values.length; start += AT_ONCE) result.push(values.slice(start, start + AT_ONCE));
  return result;
}
