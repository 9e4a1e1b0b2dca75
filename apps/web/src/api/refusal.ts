import type { RuleViolation } from '@dcc/domain/rule-violation';
import { TRPCClientError } from '@trpc/client';
import type { Money } from './views.ts';

type OnWire<T> = T extends { readonly minor: bigint }
  ? Money
  : T extends readonly (infer Item)[]
    ? readonly FieldsOnWire<Item>[]
    : T;
type FieldsOnWire<T> = T extends object ? { readonly [K in keyof T]: OnWire<T[K]> } : T;

/** A rule violation as it travels: every amount a decimal text beside its currency. */
export type WireViolation = RuleViolation extends infer V ? (V extends RuleViolation ? FieldsOnWire<V> : never) : never;

export type FieldFault = { readonly path: string; readonly message: string };

/** Why the server did not do what it was asked, in the five ways a screen can answer. */
export type Refusal =
  | { readonly kind: 'violation'; readonly violation: WireViolation }
  | { readonly kind: 'fields'; readonly fields: readonly FieldFault[] }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'fault'; readonly errorId: string | null };

type ErrorData = { code?: unknown; violation?: unknown; fields?: unknown; errorId?: unknown };

/** Reads any error thrown by a call into a refusal. */
export function refusalOf(error: unknown): Refusal {
  if (!(error instanceof TRPCClientError)) return { kind: 'fault', errorId: null };
  const data = error.data as ErrorData | null | undefined;
  // Without data no server of ours has answered: the line is down or something else stands there.
  if (data === null || data === undefined) return { kind: 'offline' };
  if (data.code === 'UNAUTHORIZED' && !isViolation(data.violation)) return { kind: 'signed-out' };
  if (isViolation(data.violation)) return { kind: 'violation', violation: data.violation };
  if (Array.isArray(data.fields) && data.fields.length > 0)
    return { kind: 'fields', fields: data.fields as FieldFault[] };
  return { kind: 'fault', errorId: typeof data.errorId === 'string' ? data.errorId : null };
}

function isViolation(value: unknown): value is WireViolation {
  return typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string';
}
