import type { Ids } from './procedures.ts';

const DAY = '2026-11-20';

/** Good inputs of everything about candidates. */
export function candidateInputs(ids: Ids, idempotencyKey: string): Record<string, object> {
  return {
    'candidates.list': { vacancyId: ids.vacancy, measuredOn: DAY },
    'candidates.retention': {},
    'candidates.record': {
      idempotencyKey,
      vacancyId: ids.vacancy,
      appliedOn: DAY,
      listedOn: DAY,
      name: 'Test',
      nationality: 'FJ',
      gender: 'female',
      birthYear: 1998,
      degree: 'advanced',
      experienceYears: 2,
      languages: ['en'],
    },
    'candidates.advance': { idempotencyKey, candidateId: ids.candidate, from: 'long-list', to: 'short-list', on: DAY },
    'candidates.erase': { idempotencyKey, candidateId: ids.candidate, reason: 'request' },
    'candidates.eraseExpired': { idempotencyKey },
    'candidates.setRetention': { idempotencyKey, effectiveOn: DAY, months: 12, source: 'Test' },
  };
}
