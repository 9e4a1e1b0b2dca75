import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { dateOfInstant } from '@dcc/domain/calendar-date';
import { openDatabase } from '@dcc/db/open-database';
import { openSession, startServerProcess } from '../server-process.ts';
import { asker } from './ask.ts';
import { openBare } from './bare.ts';
import { growLedger } from './grow.ts';
import { measureImport } from './importing.ts';
import { measureLedger } from './ledger-screen.ts';
import { measureKnownOn, measureScreens } from './reading.ts';
import { measureRecording } from './recording.ts';
import { measureRounds } from './rounds.ts';
import { type Line, markdown } from './table.ts';
import { beginWorld, SECRETARIAT } from './world.ts';

/**
 * `npm run bench`: how fast the program is, beside a hand-written statement of better-sqlite3 on the same file. It makes its data by a
 * seed, prints a table, and with `--json FILE` writes what the table was made from. Not a test: a busy machine gives other figures.
 *
 * `--sizes 1000,10000` postings, `--runs 51` timings each, `--entries 1000` recorded one by one, `--rows 100000` imported, `--seed 1`,
 * `--only reading,ledger,recording,importing,rounds`.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000,100000,1000000' },
    runs: { type: 'string', default: '51' },
    entries: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    rows: { type: 'string', default: '100000' },
    json: { type: 'string' },
  },
});

const whole = (text: string): number => {
  if (!/^[1-9]\d*$/u.test(text)) throw new Error(`“${text}” is not a whole number above zero`);
  return Number(text);
};

const started = performance.now();
const today = dateOfInstant(new Date().toISOString());
const folder = mkdtempSync(join(tmpdir(), 'fund-bench-'));
const wanted = (part: string): boolean => values.only === undefined || values.only.split(',').includes(part);
const runs = whole(values.runs);
const sizes = values.sizes.split(',').map(whole);
const lines: Line[] = [];

type Opened = ReturnType<typeof asker> & { readonly end: () => Promise<void> };

/** The real server on a ledger, and a way to ask it. */
async function openServer(url: string): Promise<Opened> {
  const server = await startServerProcess(url);
  const asking = asker(server.url, await openSession(url, SECRETARIAT));
  return {
    ...asking,
    async end() {
      asking.close();
      await server.kill();
    },
  };
}

/** Grows a ledger of one size, starts the real server on it and measures what is asked of it. The smallest one stays open beside. */
async function measureSize(postings: number, smallest: Opened | null): Promise<Opened> {
  const file = join(folder, `${postings}.db`);
  const url = `file:${file}`;
  await makeLedger(url, postings);
  const opened = await openServer(url);
  const { ask } = opened;
  const bare = openBare(file);
  const given = { today, postings, runs };
  try {
    if (wanted('reading')) lines.push(...(await measureScreens(ask, bare, postings, runs, smallest?.ask ?? null)));
    if (postings !== sizes.at(-1)) return opened;
    if (wanted('reading')) lines.push(...(await measureKnownOn(ask, bare, given)));
    if (wanted('ledger')) lines.push(...(await measureLedger(ask, bare, given)));
    if (wanted('recording')) {
      const db = await openDatabase(url);
      lines.push(...(await measureRecording(db, bare, ask, { ...given, count: whole(values.entries) })));
      await db.close();
    }
    return opened;
  } finally {
    bare.close();
    if (smallest !== null) await opened.end();
  }
}

async function makeLedger(url: string, postings: number): Promise<void> {
  const db = await openDatabase(url);
  await beginWorld(db, today);
  const began = performance.now();
  await growLedger(db, { today, postings, seed: whole(values.seed) }, () => undefined);
  const kept = await db.read
    .selectFrom('kept_balance')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .executeTakeFirstOrThrow();
  await db.close();
  const seconds = Math.round((performance.now() - began) / 1000);
  console.error(`${postings} postings made in ${seconds} s; ${kept.count} kept balances.`);
}

try {
  if (['reading', 'ledger', 'recording'].some(wanted)) {
    let smallest: Opened | null = null;
    for (const postings of sizes) {
      const opened: Opened = await measureSize(postings, smallest);
      smallest ??= opened;
    }
    await smallest?.end();
  }
  if (wanted('rounds')) lines.push(...(await measureRounds(whole(values.seed))));
  if (wanted('importing')) lines.push(...(await measureImport(folder, today, whole(values.rows))));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const machine = {
  cores: cpus().length,
  gigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
};
console.log(markdown(lines));
console.log(
  `\n${machine.cores} cores, ${machine.gigabytes} GB, ${machine.system}, Node ${machine.node}; ${Math.round((performance.now() - started) / 1000)} s.`,
);
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ today, machine, lines }, null, 2)}\n`);
