import { goodInputs, PROCEDURES } from '@dcc/server/testing/procedures';
import { demoIds } from '@dcc/server/testing/real-ids';
import { outcomeOf, type TestFund } from '@dcc/server/testing/test-fund';
import { ROLES } from '@dcc/domain/people/capability';
import { expect } from 'vitest';
import { reportFault } from './report.ts';
import { chance } from '../server-process.ts';
import { seedOf } from './real-server.ts';

type Random = () => number;
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202Eabc',
  '0',
  '-0',
  '1e9',
  '00012',
  '9'.repeat(20),
  '9000000000000.00',
  '0.01',
  '2026-02-31',
  '0000-00-00',
  '2199-12-31',
  '1900-01-01',
  'USD',
  'KWD',
  'XXX',
  "' or '1'='1",
  '"; drop table posting; --',
  '%',
  '\\',
  '_',
  '../../etc/passwd',
  '{{7*7}}',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  '💶'.repeat(100),
  [],
  [[]],
  {},
  { $gt: '' },
  { toString: 'x' },
  Array.from({ length: 500 }, () => ({})),
];

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

/** Changes one to three parts of an input, at any depth: another value, a part of another place, a part lost or added. */
function mutate(random: Random, value: unknown, pool: readonly unknown[]): unknown {
  const chosen = random();
  if (typeof value !== 'object' || value === null || chosen < 0.1) return pick(random, random() < 0.5 ? ODD : pool);
  if (Array.isArray(value)) {
    if (chosen < 0.3) return [...value, ...value, pick(random, ODD)];
    return value.map((part) => (random() < 0.5 ? mutate(random, part, pool) : (part as unknown)));
  }
  const entries = Object.entries(value);
  const at = Math.floor(random() * entries.length);
  if (chosen < 0.2) return Object.fromEntries(entries.filter((_, index) => index !== at));
  if (chosen < 0.3) return { ...value, [`extra${at}`]: pick(random, ODD) };
  return Object.fromEntries(
    entries.map(([key, part], index) => [key, index === at ? mutate(random, part, pool) : (part as unknown)]),
  );
}

function leaves(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value];
}

type Call = (input: unknown) => Promise<unknown>;

// Each of these hashes a password for every call that is well-formed.
const DEAR = new Set(['session.signIn', 'session.changePassword', 'people.add']);

/** A14: so many malformed inputs for every procedure, as somebody who may do everything. Returns how many. */
export async function fuzz(fund: TestFund, perProcedure: number): Promise<number> {
  const seed = seedOf();
  const random = chance(seed);
  const ids = await demoIds(fund.as('auditor'));
  const everybody = { personId: 'p-chair', name: 'All', email: 'chair@demo.invalid', roles: ROLES };
  const caller: unknown = fund.as({ ...everybody, organizationId: null, contributorId: null });
  const pool = Object.values(goodInputs(ids)).flatMap(leaves);
  const outcomes = new Map<string, number>();
  let slowest = 0;
  for (const { path } of PROCEDURES) {
    const target = path.split('.').reduce((part, name) => (part as Record<string, unknown>)[name], caller) as Call;
    const count = DEAR.has(path) ? Math.ceil(perProcedure / 10) : perProcedure;
    for (let index = 0; index < count; index += 1) {
      let input: unknown = goodInputs(ids)[path];
      for (let times = Math.ceil(random() * 3); times > 0; times -= 1) input = mutate(random, input, pool);
      const sent: unknown = JSON.parse(JSON.stringify(input ?? null));
      const started = performance.now();
      const outcome = await outcomeOf(target(sent));
      slowest = Math.max(slowest, performance.now() - started);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'INTERNAL_SERVER_ERROR' || outcome.startsWith('crashed'))
        throw new Error(`Seed ${seed}, ${path}: ${outcome} for ${JSON.stringify(sent).slice(0, 500)}`);
    }
  }
  expect({ seed, slow: slowest > 2000 }).toEqual({ seed, slow: false });
  const total = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  const kinds = [...outcomes].map(([outcome, count]) => `${count} ${outcome}`).join(', ');
  const line = `${total} malformed inputs over ${PROCEDURES.length} procedures on ${fund.db.engine} (seed ${seed}): ${kinds}; slowest ${slowest.toFixed(0)} ms`;
  console.log(`A14 ${line}`);
  reportFault({ fault: 'A14', tried: line, lost: '0 unexpected errors, 0 crashes' });
  return total;
}
