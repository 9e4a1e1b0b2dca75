import { date } from '@dcc/domain/calendar-date';
import { parseCurrency } from '@dcc/domain/currency';
import { movementEntry } from '@dcc/domain/ledger/movements';
import type { Standpoint } from '@dcc/domain/standpoint';
import { beforeAll, expect, test } from 'vitest';
import type { Database } from '../open-database.ts';
import { onBothEngines } from '../test-support/engines.ts';
import { append, AT, beginWorkedFund, enterSome, granted, usd } from '../test-support/worked-fund.ts';
import { withTransaction } from '../with-transaction.ts';
import { certifyEntries } from './certification-store.ts';
import { descriptionsAt } from './contribution-detail.ts';
import { COMMAND_LINE, UNEARMARKED } from './fund-store.ts';
import { type JournalEntry, journalCurrencies, journalPages } from './journal-reads.ts';
import { appendEntries } from './ledger-store.ts';
import { agreementsByReference, listPositionRefs, openReservations, sumsByHost } from './open-amounts.ts';

const NOW: Standpoint = { asOf: date('2030-01-01'), knownOn: null };
const MANY = 500;

const charge = (cents: number) =>
  granted(
    movementEntry({
      kind: 'agent-fee',
      effectiveOn: date('2025-12-31'),
      amount: usd(cents),
      original: null,
      description: '',
      contributorId: null,
      organizationId: null,
      positionId: null,
      poolId: UNEARMARKED,
      charge: { percent: '1', base: usd(cents * 100) },
    }),
  );

onBothEngines('the journal as files carry it', (bench) => {
  let db: Database;
  beforeAll(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await enterSome(db);
    await withTransaction(db, (tx) => certifyEntries(tx, { at: '2026-11-23T09:00:00.000Z', by: COMMAND_LINE }, [1]));
    await append(db, charge(500));
    const later = { recordedAt: '2026-11-24T09:00:00.000Z', recordedBy: COMMAND_LINE };
    await withTransaction(db, (tx) =>
      appendEntries(
        tx,
        later,
        Array.from({ length: MANY }, () => charge(1)),
      ),
    );
  });

  async function journal(standpoint: Standpoint): Promise<JournalEntry[]> {
    const entries: JournalEntry[] = [];
    for await (const page of journalPages(db.read, standpoint)) entries.push(...page);
    return entries;
  }

  test('comes page by page, whole and in order', async () => {
    const entries = await journal(NOW);
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 7 + MANY }, (_, index) => index + 1));
    expect(entries.every(({ lines }) => lines.length > 1)).toBe(true);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(entries.length);
  });

  test('names what its lines are about, and what a percentage is of', async () => {
    const [signed, , , , decision, , fee] = await journal({ ...NOW, knownOn: date('2026-11-22') });
    expect(signed).toMatchObject({
      kind: 'agreement',
      recordedAt: AT,
      recordedBy: 'Command line',
      exchangeRate: '0.90',
    });
    expect(signed?.lines[0]).toMatchObject({
      account: 'contributions-receivable',
      contributor: 'Aurelia',
      contribution: 'REF-k-1',
      instalment: 1,
      pool: 'Islands',
      organization: null,
      position: null,
    });
    expect(decision).toMatchObject({ decision: 'SC-1' });
    expect(decision?.lines[0]).toMatchObject({ position: 1 });
    expect(fee).toMatchObject({ charge: { percent: '1', base: usd(50_000) }, reverses: null });
  });

  test('knows an entry as certified only from the day on which somebody certified it', async () => {
    const at = async (knownOn: string) => (await journal({ ...NOW, knownOn: date(knownOn) }))[0]?.certified;
    expect(await at('2026-11-22')).toBeNull();
    expect(await at('2026-11-23')).toEqual({ at: '2026-11-23T09:00:00.000Z', by: 'Command line' });
  });

  test('holds what took effect and what was known, and the currencies of that alone', async () => {
    const numbers = async (standpoint: Standpoint) => (await journal(standpoint)).map(({ number }) => number);
    expect(await numbers({ asOf: date('2025-06-30'), knownOn: null })).toEqual([1, 2]);
    expect(await numbers({ asOf: NOW.asOf, knownOn: date('2026-11-21') })).toEqual([]);
    expect(await journalCurrencies(db.read, NOW)).toEqual(['CHF', 'JPY'].map(parseCurrency));
    expect(await journalCurrencies(db.read, { asOf: date('2025-06-30'), knownOn: null })).toEqual(
      ['CHF'].map(parseCurrency),
    );
  });

  test('what files may draw on: reservations, hosts, agreements and positions', async () => {
    const reservations = await openReservations(db.read);
    expect([...reservations.keys()]).toEqual(['p-1']);
    for (const { open } of reservations.get('p-1') ?? []) expect(open.minor).toBeGreaterThanOrEqual(0n);
    const sent = await sumsByHost(db.read, ['transfers']);
    expect(sent.get('o-1')?.minor).toBeGreaterThan(0n);
    const agreements = await agreementsByReference(db.read, ['REF-k-1', 'REF-k-2', 'REF-none']);
    expect([...agreements.keys()].toSorted()).toEqual(['REF-k-1', 'REF-k-2']);
    expect(new Set(agreements.get('REF-k-1')?.instalments.keys())).toEqual(new Set([1, 2]));
    expect(agreements.get('REF-k-2')).toMatchObject({ signedOn: null, instalments: new Map() });
    expect(await listPositionRefs(db.read)).toContainEqual({
      id: 'p-1',
      number: 1,
      title: 'Analyst 1',
      organizationId: 'o-1',
      organizationName: 'Meridian Programme',
    });
  });

  test('what contributions say of themselves is what their terms said', async () => {
    expect(await descriptionsAt(db.read, NOW)).toEqual(
      new Map([
        ['k-1', 'Signed'],
        ['k-2', 'A pledge'],
      ]),
    );
  });
});
