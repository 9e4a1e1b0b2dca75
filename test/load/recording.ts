import { randomBytes, randomUUID } from 'node:crypto';
import type SqliteDatabase from 'better-sqlite3';
import type { Database } from '@dcc/db/open-database';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { appRouter } from '@dcc/server/app-router';
import type { asker } from './ask.ts';
import { type Line } from './table.ts';
import { SECRETARIAT } from './world.ts';

const LIMIT = 0.7;
/** Recordings between two turns of the program and the bare statements. */
const BLOCK = 50;
const WARM_BLOCKS = 10;
/** What each recording is about: a pledge, which is a contribution, an entry of two postings, four kept balances and four totals. */
const PLEDGE = { contributorId: 'c-0', poolId: 'e-0', currency: 'USD', amount: '10.00', description: '' } as const;

type Record = () => Promise<unknown>;

function pledge(today: CalendarDate) {
  const idempotencyKey = randomUUID();
  return { ...PLEDGE, idempotencyKey, reference: `BENCH ${idempotencyKey}`, pledgedOn: today };
}

/** Records through the program in this process: parsing, permission, rules, chain, kept sums, trail, one durable commit. */
function byProgram(db: Database, today: CalendarDate): Record {
  const caller = appRouter.createCaller({
    shell: { db, now: () => new Date(), newId: randomUUID },
    actor: {
      personId: SECRETARIAT,
      name: 'Secretariat',
      email: 'secretariat@example.org',
      roles: ['secretariat'],
      organizationId: null,
      contributorId: null,
    },
    token: null,
    remoteAddress: '127.0.0.1',
    setToken: () => undefined,
    report: String,
  });
  return () => caller.contributions.pledge.record(pledge(today));
}

/** The same rows by hand, each statement prepared once, in one durable transaction. */
function byHand(bare: SqliteDatabase.Database, today: CalendarDate): Record {
  const head = bare.prepare('select entry_count + 1 as number, last_hash from fund');
  const contribution = bare.prepare(`
    insert into contribution (id, reference, contributor_id, pool_id, currency, stage, pledged_on, latest_on, description, pledged_value, pledged_original, recorded_at)
    values (?, ?, ?, ?, 'USD', 'pledged', ?, ?, '', 1000, 1000, ?)`);
  const entry = bare.prepare(`
    insert into journal_entry (number, kind, effective_on, recorded_at, recorded_by, description, reference, previous_hash, hash)
    values (?, 'pledge', ?, ?, ?, '', ?, ?, ?)`);
  const posting = bare.prepare(`
    insert into posting (entry_number, line, account, kind, effective_on, amount, currency, original_amount, original_currency, contributor_id, contribution_id, pool_id)
    values (?, ?, ?, 'pledge', ?, ?, 'USD', ?, 'USD', ?, ?, ?)`);
  const waiting = bare.prepare('insert into pending_certification (entry_number) values (?)');
  const kept = bare.prepare(`
    insert into kept_balance (account, grain, period, kind, contributor_id, pool_id, organization_id, position_id, recorded_month, amount)
    values (?, ?, ?, 'pledge', ?, ?, '', '', ?, ?) on conflict do update set amount = amount + excluded.amount`);
  const total = bare.prepare(`
    insert into kept_total (account, grain, period, kind, amount) values (?, ?, ?, 'pledge', ?)
    on conflict do update set amount = amount + excluded.amount`);
  const forward = bare.prepare('update fund set entry_count = ?, last_hash = ?, last_recorded_at = ?');
  const trail = bare.prepare(
    'insert into audit_event (id, at, person_id, action, subject, detail) values (?, ?, ?, ?, ?, ?)',
  );
  const answer = bare.prepare(
    'insert into idempotency (person_id, key, input_hash, answer, created_at) values (?, ?, ?, ?, ?)',
  );
  const write = bare.transaction(() => {
    const { contributorId, poolId } = PLEDGE;
    const [id, key, at, hash] = [randomUUID(), randomUUID(), new Date().toISOString(), randomBytes(32).toString('hex')];
    const { number, last_hash: before } = head.get() as { number: bigint; last_hash: string };
    contribution.run(id, `BENCH ${key}`, contributorId, poolId, today, today, at);
    entry.run(number, today, at, SECRETARIAT, `BENCH ${key}`, before, hash);
    for (const [line, account, amount] of [
      [1, 'pledges-open', 1000],
      [2, 'pledges-control', -1000],
    ] as const) {
      posting.run(number, line, account, today, amount, amount, contributorId, id, poolId);
      for (const [grain, length] of [
        ['year', 4],
        ['month', 7],
      ] as const)
        kept.run(
          account,
          grain,
          today.slice(0, length),
          contributorId,
          poolId,
          grain === 'year' ? '' : at.slice(0, 7),
          amount,
        );
      for (const [grain, length] of [
        ['month', 7],
        ['day', 10],
      ] as const)
        total.run(account, grain, today.slice(0, length), amount);
    }
    waiting.run(number);
    forward.run(number, hash, at);
    trail.run(randomUUID(), at, SECRETARIAT, 'pledge.record', id, '{}');
    answer.run(SECRETARIAT, key, hash, JSON.stringify({ id, entryNumber: Number(number) }), at);
  });
  return () => Promise.resolve(write.immediate());
}

/** Recordings a second of each way, in turns of some tens each, so that the disk meets all of them alike. */
async function ratesInTurn<K extends string>(
  ways: Readonly<{ [P in K]: Record }>,
  count: number,
): Promise<{ [P in K]: number }> {
  const names = Object.keys(ways) as K[];
  const spent = new Map<K, number>(names.map((name) => [name, 0]));
  for (let done = -WARM_BLOCKS * BLOCK; done < count; done += BLOCK) {
    for (const name of names) {
      const started = performance.now();
      for (let index = 0; index < BLOCK; index += 1) await ways[name]();
      // The first turns warm up.
      if (done >= 0) spent.set(name, (spent.get(name) ?? 0) + performance.now() - started);
    }
  }
  const recorded = Math.ceil(count / BLOCK) * BLOCK;
  return Object.fromEntries(names.map((name) => [name, (recorded * 1000) / (spent.get(name) ?? 1)])) as {
    [P in K]: number;
  };
}

/** How many entries a second are recorded one by one, each durable before the next. */
export async function measureRecording(
  db: Database,
  bare: SqliteDatabase.Database,
  ask: ReturnType<typeof asker>['ask'],
  given: { readonly today: CalendarDate; readonly postings: number; readonly count: number },
): Promise<Line[]> {
  const { today } = given;
  const rates = await ratesInTurn(
    {
      program: byProgram(db, today),
      bare: byHand(bare, today),
      http: () => ask('contributions.pledge.record', pledge(today)),
    },
    given.count,
  );
  const line = (what: string, rate: number, limited: boolean): Line => ({
    section: 'Recording one entry, durable before the next (synchronous=FULL)',
    what,
    size: given.postings,
    program: `${Math.round(rate).toLocaleString('en')} a second`,
    bare: `${Math.round(rates.bare).toLocaleString('en')} a second`,
    ratio: rate / rates.bare,
    limit: limited ? `at least ${LIMIT}` : '',
    kept: limited ? rate / rates.bare >= LIMIT : null,
    measured: { perSecond: rate, barePerSecond: rates.bare },
  });
  return [
    line('a pledge, by the program', rates.program, true),
    line('the same over HTTP, one client that waits for each answer', rates.http, false),
  ];
}
