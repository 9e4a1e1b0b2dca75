import type { Ids } from './procedures.ts';

const DAY = '2026-11-20';

/** Good inputs of everything about criteria, eligibility and rounds. */
export function roundInputs(ids: Ids, idempotencyKey: string): Record<string, object> {
  return {
    'rounds.list': {},
    'rounds.get': { id: ids.closedRound },
    'rounds.progress': { run: idempotencyKey },
    'rounds.plan': {
      run: idempotencyKey,
      roundId: ids.closedRound,
      limits: [{ mark: 'place:field', of: 'count', least: null, most: 2 }],
      lockedIn: [],
      lockedOut: [],
      more: { poolId: 'unearmarked', amount: '1.00' },
      choice: [ids.scored],
    },
    'rounds.create': {
      idempotencyKey,
      name: `R ${idempotencyKey}`,
      criteriaSetId: ids.criteriaSet,
      eligibilitySetId: null,
    },
    'rounds.advance': { idempotencyKey, roundId: ids.plannedRound, from: 'planned', to: 'open' },
    'rounds.propose': {
      idempotencyKey,
      roundId: ids.openRound,
      positionId: ids.scored,
      theme: 'Test',
      region: 'Test',
      place: 'field',
    },
    'rounds.score': {
      idempotencyKey,
      roundId: ids.closedRound,
      positionId: ids.proposed,
      scores: [{ criterion: 1, score: 7 }],
      note: '',
    },
    'criteria.list': {},
    'criteria.set': {
      idempotencyKey,
      name: `K ${idempotencyKey}`,
      decision: 'Test',
      decidedOn: DAY,
      scale: 10,
      priorities: [{ kind: 'sdg', name: '13' }],
      criteria: [{ name: 'Test', weight: 100 }],
    },
    'eligibility.get': { asOf: DAY },
    'eligibility.set': {
      idempotencyKey,
      name: 'Test',
      groups: [],
      countries: ['FJ'],
      excluded: [],
      validFrom: DAY,
      validTo: null,
      source: 'Test',
    },
    'eligibility.setEarmark': { idempotencyKey, poolId: 'e-islands', rules: [{ kind: 'place', value: 'field' }] },
  };
}
