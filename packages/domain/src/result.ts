/** Outcome of a rule: either the value, or the violation that refused it. Rules return it and never throw. */
export type Result<T, V> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly violation: V };

/** Wraps a value that passed. */
export function accepted<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps the reason for a refusal. */
export function refused<V>(violation: V): { readonly ok: false; readonly violation: V } {
  return { ok: false, violation };
}
