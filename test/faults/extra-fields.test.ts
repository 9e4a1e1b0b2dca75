import { goodInputs, PROCEDURES } from '@dcc/server/testing/procedures';
import { demoIds } from '@dcc/server/testing/real-ids';
import { openTestFund, rowCounts } from '@dcc/server/testing/test-fund';
import { ROLES } from '@dcc/domain/people/capability';
import { expect, test } from 'vitest';
import { reportFault } from './report.ts';

/** Fields that no form sends and that would matter if they were taken. */
const FORBIDDEN = {
  id: 'mine',
  role: 'administrator',
  roles: ['administrator'],
  status: 'approved',
  state: 'approved',
  approvedBy: 'p-chair',
  recordedBy: 'p-chair',
  recordedAt: '2020-01-01T00:00:00.000Z',
  actor: { personId: 'p-chair', roles: ['chair'] },
  personId: 'p-chair',
  value: '1.00',
  rate: '0.0001',
  entryNumber: 1,
  demonstration: true,
  constructor: {},
  toString: 'x',
};

function* withExtra(input: object): Generator<[string, object]> {
  for (const [field, value] of Object.entries(FORBIDDEN)) {
    if (!Object.hasOwn(input, field)) yield [field, { ...input, [field]: value }];
  }
  // A key that JSON brings as its own, although a literal would not.
  yield [
    '__proto__',
    JSON.parse(
      JSON.stringify(input).replace(/^\{/u, '{"__proto__":{"roles":["administrator"]},').replace(',}', '}'),
    ) as object,
  ];
  for (const [key, value] of Object.entries(input)) {
    if (Array.isArray(value) && typeof value[0] === 'object')
      yield [`${key}[0].role`, { ...input, [key]: [{ ...(value[0] as object), role: 'administrator' }] }];
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      yield [`${key}.role`, { ...input, [key]: { ...(value as object), role: 'administrator' } }];
  }
}

test('a field that a procedure does not name is refused, at every depth, and nothing is written', async () => {
  const fund = await openTestFund();
  const ids = await demoIds(fund.as('auditor'));
  const inputs = goodInputs(ids);
  const before = await rowCounts(fund.db);
  const taken: string[] = [];
  let tried = 0;
  for (const { path, inputs: schemas } of PROCEDURES) {
    const input = inputs[path] ?? {};
    expect([path, schemas[0]?.safeParse(input).success]).toEqual([path, true]);
    for (const [field, changed] of withExtra(input)) {
      // The one place where a name of this list is a filter.
      if (path === 'positions.list' && field === 'state') continue;
      tried += 1;
      if (schemas[0]?.safeParse(changed).success !== false) taken.push(`${path}: ${field}`);
    }
  }
  expect(taken).toEqual([]);
  expect(await rowCounts(fund.db)).toEqual(before);
  reportFault({ fault: 'A3', tried: `${tried} inputs with a field too many`, lost: 'none was taken' });
});

type Schema = { readonly _zod: { readonly def: Record<string, unknown> & { readonly type: string } } };

/** Paths of objects inside a schema that would let undeclared keys through. */
function looseObjects(schema: Schema, path: string): string[] {
  const { def } = schema._zod;
  const inner = (key: string): string[] => (def[key] === undefined ? [] : looseObjects(def[key] as Schema, path));
  if (def.type === 'object') {
    const shape = Object.entries(def['shape'] as Record<string, Schema>);
    const strict = (def['catchall'] as Schema | undefined)?._zod.def.type === 'never';
    return [...(strict ? [] : [path]), ...shape.flatMap(([key, value]) => looseObjects(value, `${path}.${key}`))];
  }
  if (def.type === 'union') return (def['options'] as Schema[]).flatMap((option) => looseObjects(option, path));
  if (['any', 'unknown', 'record', 'map', 'custom'].includes(def.type)) return [path];
  return ['element', 'innerType', 'in'].flatMap(inner);
}

test('every answer is described to its last key: no schema lets an undeclared one out', () => {
  const loose = PROCEDURES.flatMap(({ path, output }) =>
    output === undefined ? [path] : looseObjects(output as unknown as Schema, path),
  );
  expect(loose).toEqual([]);
});

test('no answer carries a hash, a token or a key that is not its own', async () => {
  const fund = await openTestFund();
  const inputs = goodInputs(await demoIds(fund.as('auditor')));
  const actor = {
    personId: 'p-chair',
    name: 'All',
    email: 'a@b.c',
    roles: ROLES,
    organizationId: null,
    contributorId: null,
  };
  const caller = fund.as(actor) as unknown as Record<string, Record<string, (input: object) => Promise<unknown>>>;
  const answers: string[] = [];
  for (const { path, type } of PROCEDURES) {
    const [group = '', name = ''] = path.split('.');
    if (type === 'query' && path.split('.').length === 2)
      answers.push(JSON.stringify(await caller[group]?.[name]?.(inputs[path] ?? {})));
  }
  expect(answers.length).toBeGreaterThan(10);
  expect(answers.join('\n')).not.toMatch(/password_?hash|passwordHash|argon2|token|token_hash/iu);
});
