import fc from 'fast-check';
import { type CalendarDate, date } from '../calendar-date.ts';
import { CHOICES, MAJORITY_BASES, SHARE_BOUNDS } from './kinds.ts';
import type { CommitteeRules, Share } from './rules.ts';
import type { Seat } from './seats.ts';

export const TODAY = date('2026-11-24');

/** A seat of an organization since the beginning of the year; what a test says of it takes the place of that. */
export function seat(personId: string, organizationId: string | null, of: Partial<Seat> = {}): Seat {
  return {
    id: `${personId} ${organizationId ?? 'chair'}`,
    kind: organizationId === null ? 'chair' : 'member',
    organizationId,
    organizationName: organizationId === null ? null : `The ${organizationId}`,
    personId,
    personName: personId.toUpperCase(),
    startsOn: date('2026-01-01'),
    endsOn: null,
    ...of,
  };
}

export const share = (bound: Share['bound'], numerator: number, denominator: number): Share => ({
  bound,
  numerator,
  denominator,
});

/** At least half of the seated are here; more than half of the votes carry; ten days to object. */
export const RULES: CommitteeRules = {
  effectiveOn: date('2026-01-01'),
  quorum: share('at-least', 1, 2),
  majority: share('more-than', 1, 2),
  majorityOf: 'cast',
  windowDays: 10,
  source: 'A test',
};

export const anyShare = fc
  .tuple(fc.constantFrom(...SHARE_BOUNDS), fc.integer({ min: 1, max: 100 }), fc.nat({ max: 99 }))
  .map(([bound, denominator, part]) => {
    const numerator = part % denominator;
    return share(bound, bound === 'at-least' ? numerator + 1 : numerator, denominator);
  });

export const anyRules: fc.Arbitrary<CommitteeRules> = fc
  .tuple(anyShare, anyShare, fc.constantFrom(...MAJORITY_BASES))
  .map(([quorum, majority, majorityOf]) => ({ ...RULES, quorum, majority, majorityOf }));

const ORGANIZATIONS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
export const anyOrganization = fc.constantFrom(...ORGANIZATIONS);

/** At most one vote an organization. */
export const anyVotes = fc.uniqueArray(
  fc.record({ organizationId: anyOrganization, choice: fc.constantFrom(...CHOICES) }),
  { selector: ({ organizationId }) => organizationId },
);

const anyDay: fc.Arbitrary<CalendarDate> = fc
  .tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => date(`${year}-${String(month).padStart(2, '0')}-15`));

/** Terms of few people in few seats, so that many collide. */
export const anySeat: fc.Arbitrary<Seat> = fc
  .record({
    person: fc.constantFrom('p', 'q', 'r'),
    organization: fc.constantFrom('a', 'b', null),
    kind: fc.constantFrom('member' as const, 'alternate' as const),
    startsOn: anyDay,
    endsOn: fc.option(anyDay),
  })
  .map(({ person, organization, kind, startsOn, endsOn }) =>
    seat(person, organization, { startsOn, endsOn, ...(organization === null ? {} : { kind }) }),
  );
