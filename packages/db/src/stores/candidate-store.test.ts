import { date } from '@dcc/domain/calendar-date';
import { NO_TERMS } from '@dcc/domain/positions/terms';
import type { VacancyTerms } from '@dcc/domain/vacancies/vacancy';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { forgetOverwritten } from '../forget.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { beginWorkedFund, STAMP } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import {
  candidates,
  candidatesInBalance,
  eraseCandidates,
  keptCandidates,
  retentionRules,
  saveCandidate,
  saveCandidateStep,
  saveRetention,
  stepsByVacancy,
} from './candidate-store.ts';
import { saveEligibilitySet } from './criteria-store.ts';
import { openWindows, retentionKnown, termsWritten } from './deadline-reads.ts';
import { claimDigest, releaseDigest } from './digest-store.ts';
import { COMMAND_LINE } from './fund-store.ts';
import { saveMotion, setMotionState } from './motion-store.ts';
import { movePosition } from './position-store.ts';
import { saveRetention as saveRetentionFinding } from './review-store.ts';
import { saveTermsVersion } from './terms-store.ts';
import { saveVacancy, saveVacancyTerms, stepsOfPositions, vacancies } from './vacancy-store.ts';

const TODAY = { asOf: date('2026-11-22'), knownOn: null };
const TERMS: VacancyTerms = {
  opensOn: date('2026-10-01'),
  closesOn: date('2026-10-31'),
  criteria: {
    oldestAge: 31,
    degree: 'advanced',
    experienceYears: 2,
    languages: { all: ['en'], oneOf: ['fr', 'es'], asset: [] },
    eligibilitySetId: null,
  },
  text: 'Write to the host.',
};
const PERSON = {
  name: 'Invented Person',
  nationality: 'FJ',
  gender: 'female' as const,
  birthYear: 1998,
  degree: 'advanced' as const,
  experienceYears: 3,
  languages: ['en', 'fr'],
};

onBothEngines('vacancies and candidates', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await withTransaction(db, (tx) =>
      saveVacancy(tx, { id: 'v-1', positionId: 'p-1', number: 1, terms: TERMS }, STAMP),
    );
  });

  const save = (id: string, number: number, person: typeof PERSON | object = PERSON) =>
    withTransaction(db, (tx) =>
      saveCandidate(
        tx,
        { id, vacancyId: 'v-1', number, appliedOn: date('2026-10-10'), person: { ...PERSON, ...person } },
        { on: date('2026-11-02'), ...STAMP },
      ),
    );

  test('a vacancy is read with the terms that were known, and the earlier ones stay', async () => {
    const later = { ...STAMP, recordedAt: '2026-11-25T09:00:00.000Z' };
    const revised: VacancyTerms = {
      ...TERMS,
      closesOn: date('2026-11-30'),
      criteria: { ...TERMS.criteria, oldestAge: null, degree: null },
    };
    await withTransaction(db, (tx) => saveVacancyTerms(tx, 'v-1', 2, revised, later));
    expect(await vacancies(db.read, TODAY, { id: 'v-1' })).toMatchObject([
      {
        number: 1,
        revisions: 1,
        terms: revised,
        position: { id: 'p-1', state: 'scored' },
        dutyStation: { name: 'Suva' },
      },
    ]);
    const then = { ...TODAY, knownOn: date('2026-11-23') };
    expect(await vacancies(db.read, then, { positionId: 'p-1' })).toMatchObject([{ revisions: 0, terms: TERMS }]);
    expect(await vacancies(db.read, { ...TODAY, knownOn: date('2026-11-21') })).toEqual([]);
    for (const table of ['vacancy', 'vacancy_terms'])
      await expect(sql`delete from ${sql.table(table)}`.execute(db.write)).rejects.toThrow(`${table} is append-only`);
  });

  test('the balance reads gender and nationality, and no name; a vacancy keeps the version of rules it names', async () => {
    await save('k-1', 1);
    expect(await candidatesInBalance(db.read)).toEqual([
      {
        vacancyId: 'v-1',
        appliedOn: '2026-10-10',
        gender: 'female',
        nationality: 'FJ',
        steps: [{ to: 'long-list', on: '2026-11-02' }],
      },
    ]);
    const days = { validFrom: date('2026-01-01'), validTo: null };
    const rules = { groups: [], countries: ['FJ'], excluded: [] };
    await withTransaction(db, async (tx) => {
      const set = { id: 'g-1', name: 'Eligible', version: 1, source: 'Invented', ...days, ...rules };
      await saveEligibilitySet(tx, set, STAMP);
      const terms = { ...TERMS, criteria: { ...TERMS.criteria, eligibilitySetId: 'g-1' } };
      await saveVacancyTerms(tx, 'v-1', 2, terms, STAMP);
    });
    expect((await vacancies(db.read, TODAY, { id: 'v-1' }))[0]?.terms.criteria.eligibilitySetId).toBe('g-1');
  });

  test('who is kept is told by id, with the last closing day and the last step; who is erased is not', async () => {
    await save('k-1', 1);
    await save('k-2', 2);
    const days = { closesOn: '2026-10-31', lastStepOn: '2026-11-02' };
    expect(await keptCandidates(db.read)).toEqual([
      { id: 'k-1', ...days },
      { id: 'k-2', ...days },
    ]);
    await withTransaction(db, async (tx) => {
      await saveVacancyTerms(tx, 'v-1', 2, { ...TERMS, closesOn: date('2026-12-01') }, STAMP);
      await saveCandidateStep(tx, {
        candidateId: 'k-1',
        number: 2,
        to: 'short-list',
        on: date('2026-11-05'),
        ...STAMP,
      });
      await eraseCandidates(tx, ['k-2'], { on: date('2026-11-22'), reason: 'request' });
    });
    expect(await keptCandidates(db.read)).toEqual([{ id: 'k-1', closesOn: '2026-12-01', lastStepOn: '2026-11-05' }]);
  });

  test('a candidate is read with its steps, and with what is not known as not known', async () => {
    await save('k-1', 1);
    await save('k-2', 2, { gender: null, birthYear: null, degree: null, experienceYears: null, languages: null });
    const step = { candidateId: 'k-1', number: 2, to: 'short-list' as const, on: date('2026-11-05'), ...STAMP };
    await withTransaction(db, (tx) => saveCandidateStep(tx, step));
    const [first, second] = await candidates(db.read, { vacancyId: 'v-1' });
    expect(first).toEqual({
      id: 'k-1',
      vacancyId: 'v-1',
      number: 1,
      appliedOn: '2026-10-10',
      person: PERSON,
      erased: null,
      steps: [
        { to: 'long-list', on: '2026-11-02' },
        { to: 'short-list', on: '2026-11-05' },
      ],
    });
    expect(second?.person).toEqual({
      name: PERSON.name,
      nationality: 'FJ',
      gender: null,
      birthYear: null,
      degree: null,
      experienceYears: null,
      languages: null,
    });
    expect(await candidates(db.read, { id: 'k-2' })).toEqual([second]);
    expect((await stepsByVacancy(db.read, TODAY)).get('v-1')?.map((steps) => steps.length)).toEqual([2, 1]);
    const earlier = { asOf: date('2026-11-04'), knownOn: null };
    expect((await stepsByVacancy(db.read, earlier)).get('v-1')?.map((steps) => steps.length)).toEqual([1, 1]);
  });

  test('erased, nothing personal is left and what was counted stays counted', async () => {
    await save('k-1', 1);
    await withTransaction(db, (tx) => eraseCandidates(tx, [], { on: date('2026-11-22'), reason: 'retention' }));
    const before = await stepsByVacancy(db.read, TODAY);
    await withTransaction(db, (tx) => eraseCandidates(tx, ['k-1'], { on: date('2026-11-22'), reason: 'request' }));
    expect(await candidates(db.read)).toMatchObject([
      { person: null, erased: { on: '2026-11-22', reason: 'request' }, steps: [{ to: 'long-list' }] },
    ]);
    expect(await stepsByVacancy(db.read, TODAY)).toEqual(before);
    await forgetOverwritten(db);
    const row = await db.read.selectFrom('candidate').selectAll().executeTakeFirstOrThrow();
    expect(Object.values(row).filter((value) => value !== null)).toHaveLength(6);
  });

  test('a candidate is emptied and never removed; erased by halves is refused by the table', async () => {
    await save('k-1', 1);
    await expect(sql`delete from candidate`.execute(db.write)).rejects.toThrow('candidate is append-only');
    await expect(sql`update candidate set name = null`.execute(db.write)).rejects.toThrow(/check/iu);
    await expect(
      sql`update candidate set name = null, erased_on = '2026-11-22', erased_reason = 'request'`.execute(db.write),
    ).rejects.toThrow(/check/iu);
    await expect(sql`delete from candidate_step`.execute(db.write)).rejects.toThrow('candidate_step is append-only');
  });

  test('rules of keeping stand in the order in which they came', async () => {
    const rule = { effectiveOn: date('2026-01-01'), months: 24, source: 'SC-1' };
    await withTransaction(db, (tx) => saveRetention(tx, 1, rule, STAMP));
    await withTransaction(db, (tx) => saveRetention(tx, 2, { ...rule, months: 12 }, STAMP));
    expect((await retentionRules(db.read)).map(({ months }) => months)).toEqual([24, 12]);
    expect(await retentionRules(db.read, { ...TODAY, knownOn: date('2026-11-21') })).toEqual([]);
  });

  test('the steps of positions are told up to a day', async () => {
    const step = { id: 'a', on: date('2026-11-10'), note: '', ...STAMP };
    await withTransaction(db, (tx) => movePosition(tx, 'p-1', 'scored', 'deferred', step));
    expect((await stepsOfPositions(db.read, TODAY)).get('p-1')?.map(({ to }) => to)).toEqual(['scored', 'deferred']);
    const earlier = { asOf: date('2026-11-09'), knownOn: null };
    expect((await stepsOfPositions(db.read, earlier)).get('p-1')?.map(({ to }) => to)).toEqual(['scored']);
  });

  test('deadlines are read as they stood: retention asked, terms written, windows open', async () => {
    const stamp = (recordedAt: string) => ({ ...STAMP, recordedAt });
    await withTransaction(db, async (tx) => {
      const finding = { months: 6 as const, outcome: 'elsewhere' as const, on: date('2026-11-10') };
      await saveRetentionFinding(tx, 'p-1', finding, stamp('2026-11-20T09:00:00.000Z'));
      await saveRetentionFinding(tx, 'p-1', { ...finding, months: 12 }, stamp('2026-11-20T09:00:00.000Z'));
      await saveTermsVersion(tx, 'p-2', 1, NO_TERMS, stamp('2026-11-30T09:00:00.000Z'));
      for (const [id, closesOn] of [
        ['m-1', '2026-11-22'],
        ['m-2', '2026-11-21'],
      ] as const) {
        const motion = { id, reference: id, title: 'A reserve', text: '', options: '', kind: 'other' as const };
        const refers = { meetingId: null, supersedesId: null, criteriaSetId: null };
        await saveMotion(tx, { ...motion, ...refers, lines: [], positions: [] }, STAMP);
        await setMotionState(tx, id, { state: 'circulated', closesOn: date(closesOn) });
      }
    });
    expect((await retentionKnown(db.read, TODAY)).get('p-1')).toEqual(new Set([6, 12]));
    expect(await retentionKnown(db.read, { ...TODAY, knownOn: date('2026-11-19') })).toEqual(new Map());
    expect(await termsWritten(db.read, TODAY)).toEqual(
      new Map([
        ['p-1', '2026-11-22'],
        ['p-2', '2026-11-30'],
      ]),
    );
    expect((await termsWritten(db.read, { ...TODAY, knownOn: date('2026-11-29') })).get('p-2')).toBe('2026-11-22');
    expect(await openWindows(db.read, TODAY.asOf)).toEqual([
      { id: 'm-1', reference: 'm-1', title: 'A reserve', closesOn: '2026-11-22' },
    ]);
  });

  test('a digest is claimed once, and again once it was given back', async () => {
    const digest = { personId: COMMAND_LINE, on: date('2026-11-22'), items: 3, at: STAMP.recordedAt };
    const claim = () => withTransaction(db, (tx) => claimDigest(tx, digest));
    expect([await claim(), await claim()]).toEqual([true, false]);
    await withTransaction(db, (tx) => releaseDigest(tx, COMMAND_LINE, digest.on));
    expect(await claim()).toBe(true);
  });
});
