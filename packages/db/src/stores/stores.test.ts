import { agreementToPay, beginnings } from './first-steps-store.ts';
import { reserveEntry } from '@dcc/domain/allocations/reserve';
import { date } from '@dcc/domain/calendar-date';
import { type Role, ROLES } from '@dcc/domain/people/capability';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { AT, beginWorkedFund, currency, granted, sign, STAMP, usd } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { recordAudit } from './audit-store.ts';
import { COMMAND_LINE, findFund, ping } from './fund-store.ts';
import { findAnswer, saveAnswer } from './idempotency-store.ts';
import { appendEntries } from './ledger-store.ts';
import {
  changeRoles,
  emailTaken,
  findCredentials,
  findPerson,
  listPeople,
  savePerson,
  setDisabled,
  setPassword,
} from './person-store.ts';
import { reserveHeld } from './pool-store.ts';
import { countByState, positionRows, positionStory, positionTotals } from './position-reads.ts';
import { decisionReferenceTaken, findPosition, listYears, movePosition, savePosition } from './position-store.ts';
import { allRates, rateDates, rateInForce, readRate, saveRates } from './rate-store.ts';
import {
  currenciesWithRate,
  listDutyStations,
  listOrganizations,
  saveDutyStations,
  saveOrganizations,
} from './reference-store.ts';
import {
  countAttempts,
  endSession,
  findSession,
  forgetAttempts,
  saveAttempts,
  saveSession,
  touchSession,
} from './session-store.ts';

const TODAY = { asOf: date('2026-11-22'), knownOn: null };

const person = (id: string, roles: readonly Role[]) => ({
  id,
  email: `${id}@example.org`,
  name: `Person ${id}`,
  roles,
  organizationId: null,
  contributorId: null,
  passwordHash: `hash of ${id}`,
  at: AT,
});

onBothEngines('stores', (bench) => {
  let db: Database;
  beforeEach(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
  });

  test('a fund begins once', async () => {
    expect(await findFund(db.read)).toEqual({ name: 'Worked fund', demonstration: false, entryCount: 0 });
    await ping(db);
    await expect(beginWorkedFund(db)).rejects.toThrow(/unique/iu);
  });

  describe('the rate in force', () => {
    test.each([
      ['2022-12-31', null],
      ['2023-01-01', '0.90'],
      ['2024-06-30', '0.90'],
      ['2024-07-01', '0.88'],
      ['2199-12-31', '0.88'],
    ])('on %s is %s: the newest that took effect, and none acts backwards', async (on, rate) => {
      const found = await rateInForce(db.read, currency('CHF'), date(on));
      expect(found === null ? null : (found.units * 100n) / found.scale).toBe(
        rate === null ? null : BigInt(rate.slice(2)),
      );
    });

    test('of a dollar is one, and of what was never published none', async () => {
      expect(await rateInForce(db.read, currency('USD'), date('1950-01-01'))).toMatchObject({
        units: 1n,
        scale: 1n,
        id: null,
      });
      expect(await rateInForce(db.read, currency('KWD'), date('2026-01-01'))).toBeNull();
    });

    test('is never published twice for one day', async () => {
      const rate = {
        id: 'again',
        currency: 'CHF',
        effectiveOn: '2024-07-01',
        publishedOn: null,
        unitsPerDollar: '0.5',
        source: 'x',
      };
      await expect(withTransaction(db, (tx) => saveRates(tx, AT, [rate]))).rejects.toThrow(/unique/iu);
      expect(await rateDates(db.read)).toEqual(new Set(['CHF 2023-01-01', 'CHF 2024-07-01', 'JPY 2023-01-01']));
      expect((await allRates(db.read)).map(({ effectiveOn }) => effectiveOn).at(-1)).toBe('2024-07-01');
      await withTransaction(db, (tx) => saveRates(tx, AT, [{ ...rate, effectiveOn: '2025-01-01' }]));
      expect((await rateInForce(db.read, currency('CHF'), date('2025-01-01')))?.publishedOn).toBeNull();
    });

    test('that cannot be read is a fault', () => {
      const row = {
        id: 'r',
        currency: 'CHF',
        effective_on: '2026-01-01',
        published_on: null,
        units_per_dollar: '0',
        source: '',
        recorded_at: '',
      };
      expect(() => readRate(row)).toThrow('Exchange rate r is not readable');
    });

    test('says which currencies can be valued on a day', async () => {
      expect(await currenciesWithRate(db.read, date('2023-06-01'))).toEqual(new Set(['CHF', 'JPY']));
      expect(await currenciesWithRate(db.read, date('2022-06-01'))).toEqual(new Set());
    });
  });

  test('of the beginnings of a fund it is known which are on record, and which agreement is to be paid first', async () => {
    expect(await beginnings(db.read)).toEqual(new Set(['hosts', 'rates', 'contributor', 'position']));
    expect(await agreementToPay(db.read)).toBeNull();
    await sign(db, { id: 'k-1', on: date('2024-01-10'), currency: currency('USD') }, 1n);
    expect([...(await beginnings(db.read))]).toContain('agreement');
    expect(await agreementToPay(db.read)).toBe('k-1');
  });

  test('the reserve is what its entries add up to, by a day and as known', async () => {
    const set = (cents: number, effectiveOn: string, recordedAt: string) =>
      withTransaction(db, async (tx) => {
        const entry = reserveEntry({
          reserve: await reserveHeld(tx),
          charge: { percent: '10.00', base: usd(cents * 10) },
          effectiveOn: date(effectiveOn),
          description: `SC of ${effectiveOn}`,
        });
        await appendEntries(tx, { ...STAMP, recordedAt }, [granted(entry)]);
      });
    const held = async (asOf: string, knownOn: string | null = null) =>
      (await reserveHeld(db.read, { asOf: date(asOf), knownOn: knownOn === null ? null : date(knownOn) })).held;
    expect(await reserveHeld(db.read)).toMatchObject({ held: usd(0), since: null, entryNumber: null });
    await set(10_000_000, '2026-01-01', '2026-12-01T09:00:00.000Z');
    await set(15_000_050, '2026-06-01', '2026-12-03T09:00:00.000Z');
    expect(await held('2025-12-31')).toEqual(usd(0));
    expect(await held('2026-05-31')).toEqual(usd(10_000_000));
    expect(await held('2026-06-01')).toEqual(usd(15_000_050));
    expect(await held('2026-06-01', '2026-12-02')).toEqual(usd(10_000_000));
    expect(await reserveHeld(db.read)).toMatchObject({ source: 'SC of 2026-06-01', since: '2026-06-01' });
    await expect(set(1, '2026-05-31', '2026-12-04T09:00:00.000Z')).rejects.toThrow('ReserveBeforeLast');
  });

  test('the answer to a key is kept once, for one person', async () => {
    const answer = { personId: 'p-1', key: 'k', inputHash: 'h', answer: '{"id":"1"}', at: AT };
    await withTransaction(db, async (tx) => {
      expect(await findAnswer(tx, 'p-1', 'k')).toBeNull();
      await saveAnswer(tx, answer);
      expect(await findAnswer(tx, 'p-1', 'k')).toEqual({ inputHash: 'h', answer: '{"id":"1"}' });
      expect(await findAnswer(tx, 'p-2', 'k')).toBeNull();
    });
    await expect(withTransaction(db, (tx) => saveAnswer(tx, answer))).rejects.toThrow(/unique/iu);
  });

  test('a deed is written down as it was done', async () => {
    const event = {
      id: 'a-1',
      at: AT,
      personId: 'p-1',
      action: 'pledge.record',
      subject: 'k-1',
      detail: { amount: '1.00' },
    };
    await withTransaction(db, (tx) => recordAudit(tx, event));
    expect(await db.read.selectFrom('audit_event').selectAll().execute()).toEqual([
      { id: 'a-1', at: AT, person_id: 'p-1', action: 'pledge.record', subject: 'k-1', detail: '{"amount":"1.00"}' },
    ]);
  });

  describe('people', () => {
    beforeEach(async () => {
      await withTransaction(db, async (tx) => {
        await savePerson(tx, { ...person('ada', ['auditor', 'auditor', 'member']), organizationId: 'o-1' });
        await savePerson(tx, { ...person('con', ['contributor']), contributorId: 'c-1' });
      });
      await saveSession(db, { tokenHash: 't-ada', personId: 'ada', at: AT });
    });

    test('are found with their roles, organization and contributor, and never with a hash', async () => {
      const [ada, con] = await listPeople(db.read);
      expect(ada).toEqual({
        id: 'ada',
        email: 'ada@example.org',
        name: 'Person ada',
        roles: ['auditor', 'member'],
        organization: { id: 'o-1', shortName: 'Meridian' },
        contributor: null,
        disabled: false,
        lastSignInAt: AT,
      });
      expect(con).toMatchObject({
        organization: null,
        contributor: { id: 'c-1', name: 'Aurelia' },
        lastSignInAt: null,
      });
      expect(await findPerson(db.read, 'con')).toEqual(con);
      expect(await findPerson(db.read, 'nobody')).toBeNull();
      expect(await emailTaken(db.read, 'ada@example.org')).toBe(true);
      expect(await emailTaken(db.read, 'eve@example.org')).toBe(false);
    });

    test('sign in by their hash; the command line never', async () => {
      expect(await findCredentials(db.read, 'ada@example.org')).toMatchObject({
        passwordHash: 'hash of ada',
        person: { id: 'ada' },
      });
      expect(await findCredentials(db.read, 'eve@example.org')).toBeNull();
      expect(await findCredentials(db.read, COMMAND_LINE)).toBeNull();
      expect(await findPerson(db.read, COMMAND_LINE)).toBeNull();
    });

    test('lose their sessions when their roles change', async () => {
      const to = { roles: ['chair'], organizationId: null, contributorId: 'c-2' } as const;
      await withTransaction(db, (tx) => changeRoles(tx, 'ada', to));
      expect(await findPerson(db.read, 'ada')).toMatchObject({
        roles: ['chair'],
        organization: null,
        contributor: { id: 'c-2' },
      });
      expect(await findSession(db, 't-ada')).toBeNull();
    });

    test('lose their sessions when they are shut out, and may be let in again', async () => {
      await withTransaction(db, (tx) => setDisabled(tx, 'ada', true));
      expect(await findPerson(db.read, 'ada')).toMatchObject({ disabled: true });
      expect(await findSession(db, 't-ada')).toBeNull();
      await withTransaction(db, (tx) => setDisabled(tx, 'ada', false));
      expect(await findPerson(db.read, 'ada')).toMatchObject({ disabled: false });
    });

    test('lose their sessions when their password changes', async () => {
      await withTransaction(db, (tx) => setPassword(tx, 'ada', 'new'));
      expect((await findCredentials(db.read, 'ada@example.org'))?.passwordHash).toBe('new');
      expect(await findSession(db, 't-ada')).toBeNull();
    });

    test('have one address each, and a role that is one', async () => {
      const twin = { ...person('twin', ['auditor']), email: 'ada@example.org' };
      await expect(withTransaction(db, (tx) => savePerson(tx, twin))).rejects.toThrow(/unique/iu);
      await expect(withTransaction(db, (tx) => savePerson(tx, person('eve', ['root' as Role])))).rejects.toThrow(
        /check/iu,
      );
      expect(await findPerson(db.read, 'eve')).toBeNull();
      await withTransaction(db, (tx) => savePerson(tx, person('all', ROLES)));
      expect((await findPerson(db.read, 'all'))?.roles.toSorted()).toEqual(ROLES.toSorted());
    });
  });

  test('a session is known by the hash of its token until it ends', async () => {
    await withTransaction(db, (tx) => savePerson(tx, person('ada', ['auditor'])));
    await saveSession(db, { tokenHash: 't-1', personId: 'ada', at: AT });
    const later = '2026-11-22T10:00:00.000Z';
    await touchSession(db, 't-1', later);
    expect(await findSession(db, 't-1')).toEqual({ personId: 'ada', createdAt: AT, lastSeenAt: later });
    expect(await findSession(db, 't-2')).toBeNull();
    await endSession(db, 't-1');
    expect(await findSession(db, 't-1')).toBeNull();
  });

  test('tries at signing in are counted, of an account and of an address, and forgotten when old', async () => {
    const at = (minute: number) => `2026-11-22T09:${String(minute).padStart(2, '0')}:00.000Z`;
    const count = (subject: string, since: string) => withTransaction(db, (tx) => countAttempts(tx, subject, since));
    expect(await count('ada', at(0))).toEqual({ count: 0, oldest: null });
    for (const minute of [1, 2, 3])
      await withTransaction(db, (tx) => saveAttempts(tx, ['ada', '10.0.0.1'], at(minute), `id-${minute}`, at(0)));
    expect(await count('ada', at(0))).toEqual({ count: 3, oldest: at(1) });
    expect(await count('10.0.0.1', at(2))).toEqual({ count: 2, oldest: at(2) });
    await forgetAttempts(db, 'ada');
    expect((await count('ada', at(0))).count).toBe(0);
    await withTransaction(db, (tx) => saveAttempts(tx, ['eve'], at(9), 'id-9', at(3)));
    expect(await count('10.0.0.1', at(0))).toEqual({ count: 1, oldest: at(3) });
  });

  describe('positions', () => {
    const all = { sort: 'number', direction: 'asc', limit: 50, offset: 0 } as const;
    const numbers = async (query: object) =>
      (await positionRows(db.read, TODAY, { ...all, ...query })).map(({ number }) => number);

    test('are numbered, and their story begins', async () => {
      expect(await findPosition(db.read, 'p-2')).toMatchObject({
        number: 2,
        state: 'scored',
        organizationName: 'Lyceum for Learning',
      });
      expect(await findPosition(db.read, 'x')).toBeNull();
      expect(await listYears(db.read, [])).toEqual(new Map());
      expect((await listYears(db.read, ['p-1', 'p-2'])).get('p-2')?.map(({ year, cost }) => [year, cost])).toEqual([
        [1, usd(1_000_000)],
        [2, usd(1_100_000)],
      ]);
      expect(await positionStory(db.read, TODAY, 'p-1')).toEqual([
        { on: '2025-01-01', from: null, to: 'scored', by: 'Command line', note: '' },
      ]);
    });

    test('move from state to state, step by step', async () => {
      const step = { id: 's-9', on: date('2026-02-02'), note: 'Waits', ...STAMP };
      await withTransaction(db, (tx) => movePosition(tx, 'p-1', 'scored', 'deferred', step));
      expect((await positionStory(db.read, TODAY, 'p-1')).at(-1)).toMatchObject({
        from: 'scored',
        to: 'deferred',
        note: 'Waits',
      });
      expect(await countByState(db.read, TODAY)).toEqual([
        { state: 'scored', count: 1 },
        { state: 'deferred', count: 1 },
      ]);
      expect(await positionRows(db.read, TODAY, { ...all, id: 'p-1' })).toMatchObject([
        { state: 'deferred', stateSince: '2026-02-02' },
      ]);
    });

    test('may be proposed without years', async () => {
      const bare = {
        id: 'p-3',
        title: 'Bare',
        organizationId: 'o-1',
        dutyStationId: 's-1',
        state: 'draft',
        startsOn: null,
        endsOn: null,
        description: '',
        years: [],
      } as const;
      await withTransaction(db, (tx) =>
        savePosition(tx, bare, { id: 's-8', on: date('2026-02-02'), note: '', ...STAMP }),
      );
      expect(await findPosition(db.read, 'p-3')).toMatchObject({ number: 3, years: [] });
    });

    test('are selected by host, phase, state and text', async () => {
      expect(await numbers({ organizationId: 'o-2' })).toEqual([2]);
      expect(await numbers({ phase: 'proposed' })).toEqual([1, 2]);
      expect(await numbers({ phase: 'in-post' })).toEqual([]);
      expect(await numbers({ state: 'scored' })).toEqual([1, 2]);
      expect(await numbers({ text: 'LYCEUM' })).toEqual([2]);
      expect(await numbers({ text: '%' })).toEqual([]);
      expect(await positionTotals(db.read, TODAY, { organizationId: 'o-1' })).toEqual({
        rowCount: 1,
        cost: usd(2_100_000),
        allocated: usd(0),
      });
      expect(await positionTotals(db.read, TODAY, { state: 'draft' })).toEqual({
        rowCount: 0,
        cost: usd(0),
        allocated: usd(0),
      });
      expect(await decisionReferenceTaken(db.read, 'SC-1')).toBe(false);
    });

    test.each(['number', 'title', 'organization', 'state', 'starts', 'cost', 'allocated'] as const)(
      'go by %s',
      async (sort) => {
        const up = await numbers({ sort });
        expect(new Set(up)).toEqual(new Set([1, 2]));
        expect(await numbers({ sort, direction: 'desc' })).toEqual(up.toReversed());
        expect(await numbers({ sort, limit: 1, offset: 1 })).toEqual(up.slice(1));
      },
    );

    test('every state has its rank', async () => {
      for (const [index, state] of POSITION_STATES.entries()) {
        const step = { id: `s-${state}`, on: date('2026-02-02'), note: '', ...STAMP };
        await withTransaction(db, (tx) => movePosition(tx, 'p-1', 'scored', state, step));
        const row = await db.read
          .selectFrom('position')
          .select('state_rank')
          .where('id', '=', 'p-1')
          .executeTakeFirst();
        expect(row?.state_rank).toBe(BigInt(index));
      }
    });
  });

  test('hosts and duty stations go by name; nothing saves nothing', async () => {
    await withTransaction(db, async (tx) => {
      await saveOrganizations(tx, AT, []);
      await saveDutyStations(tx, AT, []);
    });
    expect((await listOrganizations(db.read)).map(({ shortName }) => shortName)).toEqual(['Lyceum', 'Meridian']);
    expect(await listDutyStations(db.read)).toEqual([{ id: 's-1', name: 'Suva', countryCode: 'FJ' }]);
  });
});
