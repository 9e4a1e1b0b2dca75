import type { RuleViolation } from '@dcc/domain/rule-violation';
import { formatDecimal, type Money } from '@dcc/domain/money';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server';

/** A violation as it travels: its amounts as decimals beside their currency. */
type Wire<T> = T extends Money
  ? { readonly amount: string; readonly currency: string }
  : T extends readonly (infer Item)[]
    ? readonly WireFields<Item>[]
    : T;
type WireFields<T> = T extends object ? { readonly [K in keyof T]: Wire<T[K]> } : T;
export type WireViolation = RuleViolation extends infer V ? (V extends RuleViolation ? WireFields<V> : never) : never;

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}

function onWire(value: unknown): unknown {
  if (isMoney(value)) return { amount: formatDecimal(value), currency: value.currency };
  if (Array.isArray(value)) return value.map(onWire);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]: [string, unknown]) => [key, onWire(part)]));
}

export function toWireViolation(violation: RuleViolation): WireViolation {
  return onWire(violation) as WireViolation;
}

const CONFLICTS = new Set<RuleViolation['kind']>([
  'KeyReused',
  'NameTaken',
  'ReferenceTaken',
  'EmailTaken',
  'StateChanged',
  'AlreadyReversed',
  'InsufficientFunds',
  'AlreadyCertified',
  'YearStateUnchanged',
  'DocumentOnRecord',
  'StageChanged',
  'RoundChanged',
  'AlreadyInRound',
  'AnotherSelected',
  'AlreadyVoted',
  'DecisionState',
  'MeetingInState',
  'AlreadySuperseded',
  'TermsOverlap',
]);

/** How a refusal is told in HTTP's terms; the violation itself says the rest. */
export function codeOf(violation: RuleViolation): TRPC_ERROR_CODE_KEY {
  if (violation.kind === 'NotPermitted') return 'FORBIDDEN';
  if (violation.kind === 'NotFound') return 'NOT_FOUND';
  if (violation.kind === 'DocumentTooLarge') return 'PAYLOAD_TOO_LARGE';
  if (violation.kind === 'DocumentTypeRefused') return 'UNSUPPORTED_MEDIA_TYPE';
  if (violation.kind === 'TooManyAttempts') return 'TOO_MANY_REQUESTS';
  return CONFLICTS.has(violation.kind) ? 'CONFLICT' : 'BAD_REQUEST';
}
