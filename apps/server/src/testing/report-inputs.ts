import { NEUTRAL_CHOICE } from '@dcc/domain/forecast/inputs';
import type { Ids } from './procedures.ts';

const DAY = '2026-11-20';

/** Good inputs of everything that reports or looks ahead. */
export function reportInputs(ids: Ids, idempotencyKey: string): Record<string, object> {
  return {
    'overview.get': { asOf: DAY, knownOn: DAY },
    'statement.get': { asOf: DAY, from: '2024-01-01', by: 'year', certified: 'only' },
    'books.get': { asOf: DAY },
    'performance.get': { asOf: DAY, knownOn: DAY },
    'performance.nationalities': {},
    'performance.setRetentionAverage': {
      idempotencyKey,
      months: '12',
      effectiveOn: DAY,
      percent: '47.5',
      source: 'Test',
    },
    'giving.get': { asOf: DAY, knownOn: DAY },
    'allocation.get': { asOf: DAY, knownOn: DAY },
    'forecast.facts': { asOf: DAY, knownOn: DAY },
    'forecast.saved': {},
    'forecast.save': {
      idempotencyKey,
      name: `F ${idempotencyKey}`,
      choice: { ...NEUTRAL_CHOICE, scenario: ['dollar.10_costs.5', 'leaves.c-borealis'] },
    },
    'forecast.remove': { idempotencyKey, id: ids.forecast },
  };
}
