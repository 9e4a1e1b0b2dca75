import { date } from '@dcc/domain/calendar-date';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { AT, beginWorkedFund, enterSome, STAMP } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import {
  criteriaSets,
  earmarkRules,
  eligibilitySets,
  memberships,
  saveCriteriaSet,
  saveEarmark,
  saveEligibilitySet,
  saveMemberships,
} from './criteria-store.ts';
import { COMMAND_LINE } from './fund-store.ts';
import {
  expectedByPool,
  findRound,
  proposalsOf,
  rounds,
  saveProposal,
  themeByPosition,
  saveRound,
  saveRoundStep,
  saveScores,
  scoresOf,
} from './round-store.ts';

const CRITERIA = {
  id: 'k-1',
  name: 'Criteria 2026',
  decision: 'SC-2026/3',
  decidedOn: date('2026-03-10'),
  scale: 10,
  priorities: [{ kind: 'sdg' as const, name: '14' }],
  criteria: [
    { name: 'Learning', weight: 60 },
    { name: 'Supervision', weight: 40 },
  ],
};
const RULES = {
  id: 'g-1',
  name: 'Eligible countries',
  version: 1,
  source: 'A test',
  validFrom: date('2026-01-01'),
  validTo: null,
  groups: ['LDC', 'SIDS'],
  countries: ['FJ'],
  excluded: ['NP'],
};

onBothEngines('rounds', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await withTransaction(db, async (tx) => {
      await saveCriteriaSet(tx, CRITERIA, STAMP);
      await saveRound(tx, { id: 'r-1', name: 'Round 1', criteriaSetId: 'k-1', eligibilitySetId: null }, STAMP);
    });
  });

  test('criteria come back as they were set, the latest decision first', async () => {
    const later = { ...CRITERIA, id: 'k-2', name: 'B', decidedOn: date('2026-09-10'), priorities: [] };
    await withTransaction(db, (tx) => saveCriteriaSet(tx, later, STAMP));
    expect(await criteriaSets(db.read)).toEqual([later, CRITERIA]);
  });

  test('country groups keep their days and their source', async () => {
    const list = [
      { country: 'NP', group: 'LDC', from: date('1971-11-18'), to: date('2026-11-23'), source: 'A test' },
      { country: 'FJ', group: 'SIDS', from: date('1994-01-01'), to: null, source: 'A test' },
    ];
    await withTransaction(db, (tx) => saveMemberships(tx, AT, list));
    expect(await memberships(db.read)).toEqual(list);
  });

  test('rule sets keep every version, the latest first', async () => {
    const open = {
      ...RULES,
      id: 'g-2',
      version: 2,
      validTo: date('2027-12-31'),
      groups: [],
      countries: [],
      excluded: [],
    };
    await withTransaction(db, async (tx) => {
      await saveEligibilitySet(tx, RULES, STAMP);
      await saveEligibilitySet(tx, open, STAMP);
    });
    expect(await eligibilitySets(db.read)).toEqual([open, RULES]);
  });

  test('a pool has the rules of its latest version', async () => {
    const set = (version: number, rules: { kind: 'group' | 'host'; value: string }[]) =>
      withTransaction(db, (tx) => saveEarmark(tx, { poolId: 'e-1', version, rules }, STAMP));
    await set(1, [{ kind: 'group', value: 'SIDS' }]);
    await set(2, [{ kind: 'host', value: 'o-1' }]);
    expect(await earmarkRules(db.read)).toEqual(
      new Map([['e-1', { version: 2, rules: [{ kind: 'host', value: 'o-1' }] }]]),
    );
    await set(3, []);
    expect((await earmarkRules(db.read)).get('e-1')).toEqual({ version: 3, rules: [] });
  });

  test('a round goes through its states, each of them once', async () => {
    expect(await findRound(db.read, 'r-1')).toMatchObject({ state: 'planned', proposals: 0, since: AT });
    await withTransaction(db, (tx) =>
      saveRoundStep(tx, 'r-1', 'open', { ...STAMP, recordedAt: '2026-11-23T09:00:00.000Z' }),
    );
    expect((await rounds(db.read))[0]).toMatchObject({ state: 'open', since: '2026-11-23T09:00:00.000Z' });
    await expect(withTransaction(db, (tx) => saveRoundStep(tx, 'r-1', 'open', STAMP))).rejects.toThrow(/unique/iu);
    expect(await findRound(db.read, 'none')).toBeNull();
  });

  test('a proposal brings its host, its place and its years; the last score of a person counts', async () => {
    const where = { theme: 'Oceans', region: 'Pacific', place: 'field' as const };
    await withTransaction(db, (tx) => saveProposal(tx, { roundId: 'r-1', positionId: 'p-1', ...where }, STAMP));
    const [proposal] = await proposalsOf(db.read, 'r-1');
    expect(proposal).toMatchObject({
      positionId: 'p-1',
      ...where,
      organization: { id: 'o-1' },
      dutyStation: { countryCode: 'FJ' },
      years: [{ year: 1 }, { year: 2 }],
    });
    expect(await themeByPosition(db.read, { asOf: date('2099-12-31'), knownOn: null })).toEqual(
      new Map([['p-1', 'Oceans']]),
    );
    expect(await themeByPosition(db.read, { asOf: date('2020-12-31'), knownOn: date('2020-12-31') })).toEqual(
      new Map(),
    );
    const give = (number: number, score: number) => {
      const scores = [{ criterion: 1, score }];
      const given = { roundId: 'r-1', positionId: 'p-1', personId: COMMAND_LINE, number, scores, note: '' };
      return withTransaction(db, (tx) => saveScores(tx, given, AT));
    };
    await give(1, 3);
    await give(2, 7);
    expect(await scoresOf(db.read, 'r-1')).toMatchObject([{ positionId: 'p-1', criterion: 1, score: 7, number: 2 }]);
    expect(await proposalsOf(db.read, 'none')).toEqual([]);
  });

  test('what agreements still promise is expected by pool and day', async () => {
    await enterSome(db);
    const expected = await expectedByPool(db.read);
    expect(expected.every(({ value }) => value.minor > 0n)).toBe(true);
  });
});
