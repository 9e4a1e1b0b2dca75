import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '@dcc/db/open-database';
import { saveSession } from '@dcc/db/stores/session-store';
import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { DEMO_PEOPLE } from '@dcc/demo-fund/people';
import type { Role } from '@dcc/domain/people/capability';
import type { RuleViolation } from '@dcc/domain/rule-violation';
import { TRPCError } from '@trpc/server';
import { onTestFinished } from 'vitest';
import { beginDemonstrationFund } from '../setup/demonstration-fund.ts';
import { beginRealFund } from '../setup/real-fund.ts';
import { appRouter } from '../trpc/app-router.ts';
import { createCallerFactory } from '../trpc/trpc.ts';
import type { Actor, Shell } from '../use-case/context.ts';
import { Refusal } from '../use-case/refusal.ts';

/** The day of the tests: the totals of the demonstration fund were worked out as of it. */
export const TODAY = DEMO_TOTALS.asOf;

const callers = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof callers>;

/** A fund of one test alone, with a clock that the test moves. */
export type TestFund = {
  readonly shell: Shell;
  readonly db: Database;
  readonly file: string;
  /** Moves the clock to an instant. */
  setTime(instant: string): void;
  /** Calls procedures as one of the demonstration fund's people, as any actor, or as nobody. */
  as(who: Role | Actor | null): Caller;
};

const templates = new Map<string, Promise<string>>();

async function buildTemplate(begin: ((shell: Shell) => Promise<void>) | null): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'fund-template-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'fund.db');
  const db = await openDatabase(`file:${file}`);
  await begin?.({ db, now: () => new Date(`${TODAY}T12:00:00.000Z`), newId: randomUUID });
  await db.close();
  return file;
}

/** Built once in a worker; every test gets a copy, which takes a millisecond. */
function templateOf(name: 'demo' | 'real' | 'empty'): Promise<string> {
  const begin = { demo: beginDemonstrationFund, real: beginRealFund, empty: null }[name];
  const template = templates.get(name) ?? buildTemplate(begin);
  templates.set(name, template);
  return template;
}

/** The invented person of a role. */
export function demoActor(role: Role): Actor {
  const person = DEMO_PEOPLE.find(({ id }) => id === `p-${role}`);
  if (person === undefined) throw new Error(`Nobody in the demonstration fund is ${role}`);
  const { id, name, email, roles, organizationId, contributorId } = person;
  return { personId: id, name, email, roles, organizationId, contributorId };
}

/** A test's fund in a database that is open already; its clock begins on the day of the tests, or now. */
export function testFund(db: Database, file: string, began = new Date(`${TODAY}T12:00:00.000Z`)): TestFund {
  let now = began;
  const shell: Shell = { db, now: () => now, newId: randomUUID };
  return {
    shell,
    db,
    file,
    setTime(instant) {
      now = new Date(instant);
    },
    as: (who) =>
      callers({
        shell,
        actor: typeof who === 'string' ? demoActor(who) : who,
        remoteAddress: '127.0.0.1',
        token: null,
        setToken: () => undefined,
        report: String,
      }),
  };
}

/** A fresh folder that is removed after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fund-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the demonstration fund, of the real fund at its beginning, or an empty database, for the running test. */
export async function openTestFund(name: 'demo' | 'real' | 'empty' = 'demo'): Promise<TestFund> {
  const file = join(testFolder(), 'fund.db');
  copyFileSync(await templateOf(name), file);
  const db = await openDatabase(`file:${file}`);
  onTestFinished(() => db.close());
  return testFund(db, file);
}

export const newKey = (): string => randomUUID();

/** The violation with which a call is refused; anything else, success too, fails the test. */
export async function violationOf(call: Promise<unknown>): Promise<RuleViolation> {
  const error: unknown = await call.then(
    () => new Error('The call was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError && error.cause instanceof Refusal) return error.cause.violation;
  throw error;
}

/** How a call ended: answered, refused with a code, or crashed. */
export function outcomeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'answered',
    (error: unknown) => (error instanceof TRPCError ? error.code : `crashed: ${String(error)}`),
  );
}

/** The code with which a call is refused before its rules are asked. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => new Error('The call was not refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof TRPCError) return error.code;
  throw error;
}

/** How many rows each table holds. */
export async function rowCounts(db: Database): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name } of await db.read.introspection.getTables()) {
    const row = await db.read
      .selectFrom(name as 'fund')
      .select((eb) => eb.fn.countAll<bigint>().as('count'))
      .executeTakeFirstOrThrow();
    counts[name] = Number(row.count);
  }
  return counts;
}

/** Opens a session without a password and returns its token. */
export async function sessionOf(fund: Pick<TestFund, 'shell'>, personId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await saveSession(fund.shell.db, {
    tokenHash: createHash('sha256').update(token).digest('hex'),
    personId,
    at: fund.shell.now().toISOString(),
  });
  return token;
}
