import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { date } from '../calendar-date.ts';
import { always } from '../laws.arbitrary.ts';
import { castVote, delegationOf, neededToCarry, recusals, tally, voterOf } from './ballot.ts';
import { anyOrganization, anyRules, anyVotes, RULES, seat, share, TODAY } from './committee.arbitrary.ts';
import { delegations, quorumOf, requireQuorum } from './quorum.ts';

const SEATS = [
  seat('ann', 'a'),
  seat('alf', 'a', { kind: 'alternate' }),
  seat('ben', 'b'),
  seat('cleo', 'c'),
  seat('chair', null),
  seat('old', 'd', { endsOn: date('2026-02-01') }),
];
const table = (...present: string[]) => delegations(SEATS, TODAY, new Set(present));
const NOBODY = new Set<string>();

describe('the table', () => {
  test('seats every organization whose term runs, by name, and the chair for none', () => {
    expect(table().map(({ organizationId }) => organizationId)).toEqual(['a', 'b', 'c']);
    expect(delegations(SEATS.toReversed(), TODAY, NOBODY)).toEqual(table());
  });

  test('lets the member speak, and the alternate in the member’s absence', () => {
    const voters = (...present: string[]) => table(...present).map(({ voter }) => voter?.personId ?? null);
    expect(voters('ann', 'alf', 'ben')).toEqual(['ann', 'ben', null]);
    expect(voters('alf')).toEqual(['alf', null, null]);
  });

  test('knows for whom a person speaks', () => {
    expect(delegationOf(table(), 'alf')).toMatchObject({ ok: true, value: { organizationId: 'a' } });
    expect(delegationOf(table(), 'chair')).toEqual({ ok: false, violation: { kind: 'NotSeated' } });
  });
});

describe('a vote is for', () => {
  test('who is here and sits for an organization', () => {
    expect(voterOf(table('ann'), 'ann')).toMatchObject({ ok: true, value: { organizationId: 'a' } });
    expect(voterOf(table('alf'), 'alf')).toMatchObject({ ok: true, value: { organizationId: 'a' } });
  });

  test.each([
    ['a stranger', 'zoe', ['ann'], { kind: 'NotSeated' }],
    ['the chair, who sits for none', 'chair', ['chair'], { kind: 'NotSeated' }],
    ['whose term is over', 'old', ['old'], { kind: 'NotSeated' }],
    ['who is not here', 'ben', ['ann'], { kind: 'NotPresent', organization: 'The b' }],
    ['the member whose alternate stands in', 'ann', ['alf'], { kind: 'NotPresent', organization: 'The a' }],
    [
      'the alternate beside the member',
      'alf',
      ['ann', 'alf'],
      { kind: 'MemberPresent', organization: 'The a', member: 'ANN' },
    ],
  ])('not for %s', (_who, person, present, violation) => {
    expect(voterOf(table(...present), person)).toEqual({ ok: false, violation });
  });
});

describe('the quorum', () => {
  const RECUSED_A = new Set(['a']);

  test('counts organizations, not people', () => {
    expect(quorumOf(table('ann', 'alf'), NOBODY, RULES)).toEqual({
      seated: 3,
      present: 1,
      recused: 0,
      needed: 2,
      reached: false,
    });
    expect(quorumOf(table('ann', 'ben'), NOBODY, RULES)).toMatchObject({ present: 2, reached: true });
  });

  test('does not count who is recused, and asks for as many as before', () => {
    expect(quorumOf(table('ann', 'ben'), RECUSED_A, RULES)).toEqual({
      seated: 3,
      present: 1,
      recused: 1,
      needed: 2,
      reached: false,
    });
  });

  test('is never reached at an empty table', () => {
    expect(quorumOf([], NOBODY, { quorum: share('at-least', 1, 2) })).toMatchObject({ needed: 1, reached: false });
  });

  test('that is missing is told with its numbers', () => {
    const missing = quorumOf(table('ann'), NOBODY, RULES);
    expect(requireQuorum(missing)).toEqual({
      ok: false,
      violation: { kind: 'NoQuorum', seated: 3, present: 1, needed: 2 },
    });
    const reached = quorumOf(table('ann', 'ben', 'cleo'), NOBODY, RULES);
    expect(requireQuorum(reached)).toEqual({ ok: true, value: reached });
  });
});

test('hosts of what is decided are recused by force, and once; others by their own word', () => {
  expect(recusals(['a', 'a'], ['b', 'a'])).toEqual([
    { organizationId: 'a', forced: true },
    { organizationId: 'b', forced: false },
  ]);
});

describe('casting', () => {
  const delegation = { organizationId: 'a', organizationName: 'The a' };

  test('counts once for an organization, whoever speaks for it', () => {
    const vote = castVote({ delegation, votes: [], recusals: recusals(['b'], []), choice: 'for' });
    expect(vote).toEqual({ ok: true, value: { organizationId: 'a', choice: 'for' } });
    const votes = [{ organizationId: 'a', choice: 'for' as const }];
    expect(castVote({ delegation, votes, recusals: [], choice: 'against' })).toEqual({
      ok: false,
      violation: { kind: 'AlreadyVoted', organization: 'The a' },
    });
  });

  test.each([
    [true, recusals(['a'], [])],
    [false, recusals([], ['a'])],
  ])('is refused after a recusal (forced: %s)', (forced, given) => {
    expect(castVote({ delegation, votes: [], recusals: given, choice: 'for' })).toEqual({
      ok: false,
      violation: { kind: 'RecusedFromDecision', organization: 'The a', forced },
    });
  });
});

const anyRecusals = fc
  .tuple(fc.array(anyOrganization, { maxLength: 3 }), fc.array(anyOrganization, { maxLength: 3 }))
  .map(([hosts, declared]) => recusals(hosts, declared));

test('a tally does not depend on the order of votes or recusals', () => {
  always(
    fc.property(anyVotes, anyRecusals, fc.nat(), (votes, out, turn) => {
      const at = votes.length === 0 ? 0 : turn % votes.length;
      const shuffled = [...votes.slice(at), ...votes.slice(0, at)].toReversed();
      expect(tally(shuffled, out.toReversed())).toEqual(tally(votes, out));
    }),
  );
});

test('a recused vote never counts, and every other one counts once', () => {
  always(
    fc.property(anyVotes, anyRecusals, (votes, out) => {
      const names = new Set(out.map(({ organizationId }) => organizationId));
      const counted = votes.filter(({ organizationId }) => !names.has(organizationId));
      const { inFavour, against, abstained } = tally(votes, out);
      expect(inFavour + against + abstained).toBe(counted.length);
      const turned = votes.map((vote) =>
        names.has(vote.organizationId)
          ? { ...vote, choice: vote.choice === 'for' ? ('against' as const) : ('for' as const) }
          : vote,
      );
      expect(tally(turned, out)).toEqual(tally(votes, out));
    }),
  );
});

test('a majority is never carried by nobody, and never needs more than there are', () => {
  always(
    fc.property(anyVotes, anyRules, (votes, rules) => {
      const counted = tally(votes, []);
      const present = votes.length;
      const least = neededToCarry(counted, { present }, rules);
      expect(least).toBeGreaterThanOrEqual(1);
      expect(least).toBeLessThanOrEqual(Math.max(1, present));
    }),
  );
});

test('abstentions count against a majority of those present, and not against one of the votes cast', () => {
  const counted = { inFavour: 2, against: 1, abstained: 2 };
  const present = { present: 5 };
  expect(neededToCarry(counted, present, RULES)).toBe(2);
  expect(neededToCarry(counted, present, { ...RULES, majorityOf: 'present' })).toBe(3);
});
