import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lint, plant, runTool, type PlantedTree } from './planted-tree.ts';

/** A planted violation: what the fence forbids, where, the text that breaks it, and the rule that must report it. */
type Violation = readonly [fence: string, path: string, text: string, rule: string];

const DOMAIN = 'packages/domain/src';
const SERVER = 'apps/server/src';
const WEB = 'apps/web/src';

const VIOLATIONS: readonly Violation[] = [
  [
    'a web feature imports another feature',
    `${WEB}/features/ledger/steal.tsx`,
    "import { mine } from '../statement/mine.ts';\n\nexport const stolen = mine;\n",
    'boundaries(dependencies)',
  ],
  [
    'a server feature imports another feature',
    `${SERVER}/features/ledger/steal.ts`,
    "import { mine } from '../statement/mine.ts';\n\nexport const stolen = mine;\n",
    'boundaries(dependencies)',
  ],
  [
    'a web feature imports recharts',
    `${WEB}/features/ledger/draw.tsx`,
    "import { Line } from 'recharts';\n\nexport const line = Line;\n",
    'boundaries(dependencies)',
  ],
  [
    'a part of the interface imports recharts',
    `${WEB}/ui/draw.tsx`,
    "import { Line } from 'recharts';\n\nexport const line = Line;\n",
    'boundaries(dependencies)',
  ],
  [
    'a web feature speaks tRPC itself',
    `${WEB}/features/ledger/call.ts`,
    "import { createTRPCClient } from '@trpc/client';\n\nexport const client = createTRPCClient;\n",
    'boundaries(dependencies)',
  ],
  [
    'a web feature imports the server',
    `${WEB}/features/ledger/router-type.ts`,
    "import type { AppRouter } from '@dcc/server/app-router';\n\nexport type Router = AppRouter;\n",
    'boundaries(dependencies)',
  ],
  [
    'the web takes a value from the server',
    `${WEB}/api/server-value.ts`,
    "import { appRouter } from '@dcc/server/app-router';\n\nexport const router = appRouter;\n",
    'boundaries(dependencies)',
  ],
  [
    'a router opens the database',
    `${SERVER}/features/ledger/ledger.router.ts`,
    "import { openDatabase } from '@dcc/db/open-database';\n\nexport const open = openDatabase;\n",
    'boundaries(dependencies)',
  ],
  [
    'a use case imports express',
    `${SERVER}/features/ledger/answer.ts`,
    "import express from 'express';\n\nexport const app = express;\n",
    'boundaries(dependencies)',
  ],
  [
    'a use case imports tRPC',
    `${SERVER}/features/ledger/refuse.ts`,
    "import { TRPCError } from '@trpc/server';\n\nexport const error = TRPCError;\n",
    'boundaries(dependencies)',
  ],
  [
    'the domain imports the database',
    `${DOMAIN}/store.ts`,
    "import { openDatabase } from '@dcc/db/open-database';\n\nexport const open = openDatabase;\n",
    'boundaries(dependencies)',
  ],
  [
    'the domain imports a library that is not on its list',
    `${DOMAIN}/library.ts`,
    "import { sql } from 'kysely';\n\nexport const query = sql;\n",
    'boundaries(dependencies)',
  ],
  [
    'the domain imports Node',
    `${DOMAIN}/read-file.ts`,
    "import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n",
    'eslint(no-restricted-imports)',
  ],
  [
    'the domain reads the clock',
    `${DOMAIN}/clock.ts`,
    'export const now = Date.now();\n',
    'eslint(no-restricted-globals)',
  ],
  [
    'the domain makes a date of now',
    `${DOMAIN}/today.ts`,
    'export const today = new Date();\n',
    'eslint(no-restricted-globals)',
  ],
  [
    'the domain throws dice',
    `${DOMAIN}/dice.ts`,
    'export const die = Math.random();\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'the domain rounds a float',
    `${DOMAIN}/round.ts`,
    'export const rounded = Math.round(1.5);\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'the domain parses a float',
    `${DOMAIN}/parse.ts`,
    "export const parsed = parseFloat('1.5');\n",
    'eslint(no-restricted-globals)',
  ],
  [
    'the domain writes a float',
    `${DOMAIN}/write.ts`,
    'export const written = (1.5).toFixed(2);\n',
    'eslint(no-restricted-properties)',
  ],
  [
    'the domain reads the environment',
    `${DOMAIN}/environment.ts`,
    "export const home = process.env['HOME'];\n",
    'eslint(no-restricted-globals)',
  ],
  [
    'the server reads the environment outside config.ts',
    `${SERVER}/features/ledger/environment.ts`,
    "export const home = process.env['HOME'];\n",
    'node(no-process-env)',
  ],
  [
    'the web shows words that cannot be translated',
    `${WEB}/features/ledger/words.tsx`,
    'export const Words = () => <p>Nothing was posted</p>;\n',
    'lingui(no-unlocalized-strings)',
  ],
  [
    'the web labels with words that cannot be translated',
    `${WEB}/ui/label.tsx`,
    'export const Label = () => <input aria-label="Amount" />;\n',
    'lingui(no-unlocalized-strings)',
  ],
  [
    'the web trusts a piece of HTML',
    `${WEB}/ui/html.tsx`,
    'export const Html = ({ text }: { text: string }) => <div dangerouslySetInnerHTML={{ __html: text }} />;\n',
    'react(no-danger)',
  ],
  ['a package writes to the console', `${SERVER}/noise.ts`, "console.log('here');\n", 'eslint(no-console)'],
  ['a module has a default export', `${SERVER}/only.ts`, 'export default 1;\n', 'import(no-default-export)'],
  ['a file only passes on others', `${SERVER}/barrel.ts`, "export * from './only.ts';\n", 'oxc(no-barrel-file)'],
  [
    'two files import each other',
    'packages/db/src/chicken.ts',
    "import { egg } from './egg.ts';\n\nexport const chicken = () => egg;\n",
    'import(no-cycle)',
  ],
  [
    'a promise is left alone',
    `${SERVER}/forget.ts`,
    'async function save() {\n  await Promise.resolve();\n}\n\nexport function forget() {\n  save();\n}\n',
    'typescript(no-floating-promises)',
  ],
  ['a file is too long', `${SERVER}/long.ts`, 'export {};\n'.repeat(401), 'eslint(max-lines)'],
];

/** Files that keep the rules: lint that reports these would report anything. */
const LAWFUL: Readonly<Record<string, string>> = {
  [`${SERVER}/features/statement/mine.ts`]: 'export const mine = 1;\n',
  [`${WEB}/features/statement/mine.ts`]: "import { also } from './also.ts';\n\nexport const mine = also;\n",
  [`${WEB}/features/statement/also.ts`]: 'export const also = 1;\n',
  [`${WEB}/charts/line.ts`]: "import { Line } from 'recharts';\n\nexport const line = Line;\n",
  [`${WEB}/api/client.ts`]:
    "import type { AppRouter } from '@dcc/server/app-router';\nimport { createTRPCClient } from '@trpc/client';\n\n" +
    'export const client = createTRPCClient<AppRouter>;\n',
  [`${SERVER}/config.ts`]: "export const port = process.env['PORT'];\n",
  [`${SERVER}/features/ledger/list-entries.ts`]:
    "import { openDatabase } from '@dcc/db/open-database';\n\nexport const open = openDatabase;\n",
  [`${SERVER}/features/statement/statement.router.ts`]:
    "import { TRPCError } from '@trpc/server';\n\nexport const error = TRPCError;\n",
  [`${DOMAIN}/amount.ts`]:
    "import { code } from 'currency-codes';\nimport { z } from 'zod';\nimport { amountOf } from './amount-of.ts';\n\n" +
    'export const amount = [code, z, amountOf];\n',
  [`${DOMAIN}/amount-of.ts`]: 'export const amountOf = 1n;\n',
  [`${DOMAIN}/amount.test.ts`]: "import { readFileSync } from 'node:fs';\n\nexport const read = readFileSync;\n",
  'packages/db/src/egg.ts': "import { chicken } from './chicken.ts';\n\nexport const egg = () => chicken;\n",
};

let tree: PlantedTree;
let reported: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  const planted = Object.fromEntries(VIOLATIONS.map(([, path, text]) => [path, text]));
  tree = await plant({ ...planted, ...LAWFUL });
  reported = await lint(tree.folder);
});

afterAll(() => tree.remove());

describe('every fence reports what is planted behind it', () => {
  test.each(VIOLATIONS)('%s', (_fence, path, _text, rule) => {
    expect(reported.get(path)).toContain(rule);
  });
});

describe('lint leaves lawful files alone', () => {
  test.each(Object.keys(LAWFUL).filter((path) => !path.endsWith('egg.ts')))('%s', (path) => {
    expect(reported.get(path) ?? []).toEqual([]);
  });
});

describe('the rules of the domain cannot name input or output', () => {
  test.each([
    ['process', 'export const home: unknown = process;\n'],
    ['fetch', 'export const get: unknown = fetch;\n'],
    ['console', 'export const out: unknown = console;\n'],
    ['node:fs', "import { readFileSync } from 'node:fs';\n\nexport const read: unknown = readFileSync;\n"],
  ])('%s', async (name, text) => {
    const pure = await plant({ [`${DOMAIN}/impure.ts`]: text });
    try {
      const { code, output } = await runTool('tsc', ['-p', 'packages/domain/tsconfig.pure.json'], pure.folder);
      expect(output).toContain(name);
      expect(code).not.toBe(0);
    } finally {
      await pure.remove();
    }
  });
});

test('the format check reports a badly formatted file', async () => {
  const messy = await plant({ 'packages/db/src/messy.ts': 'export const  a = "b"' });
  try {
    const { code, output } = await runTool('oxfmt', ['--list-different', 'packages'], messy.folder);
    expect(output).toContain('packages/db/src/messy.ts');
    expect(code).not.toBe(0);
  } finally {
    await messy.remove();
  }
});
