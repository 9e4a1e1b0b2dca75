import { expect, test } from 'vitest';
import { demoActor, newKey, openTestFund, rowCounts, violationOf } from '../../testing/test-fund.ts';

const certify = (entryNumbers: number[], idempotencyKey = newKey()) => ({ idempotencyKey, entryNumbers });

async function waiting(fund: Awaited<ReturnType<typeof openTestFund>>): Promise<number[]> {
  const { rows } = await fund.as('auditor').ledger.list({ filter: { certification: 'pending' } });
  return rows.map(({ number }) => number);
}

test('what waits is certified all at once, by name and time, and counts in the certified list from then on', async () => {
  const fund = await openTestFund();
  const numbers = await waiting(fund);
  expect(numbers.length).toBeGreaterThan(2);
  const before = await fund.as('certifier').ledger.list({ filter: { certification: 'certified' } });
  await fund.as('certifier').ledger.certify(certify(numbers));
  expect(await waiting(fund)).toEqual([]);
  const after = await fund.as('certifier').ledger.list({ filter: { certification: 'certified' } });
  expect(after.rowCount).toBe(before.rowCount + numbers.length);
  const entry = await fund.as('auditor').ledger.get({ id: String(numbers[0]) });
  expect(entry.row).toMatchObject({
    certified: { by: demoActor('certifier').name, at: '2026-11-22T12:00:00.000Z' },
    certifiable: false,
  });
  const { detail } = await fund.db.read
    .selectFrom('audit_event')
    .select('detail')
    .where('action', '=', 'entry.certify')
    .executeTakeFirstOrThrow();
  expect(detail).toBe(JSON.stringify({ entries: numbers.join(' ') }));
});

test('own, certified and unknown entries are refused with all that was asked beside them', async () => {
  const fund = await openTestFund();
  const [first = 0, second = 0] = await waiting(fund);
  const both = { ...demoActor('secretariat'), roles: ['secretariat', 'certifier'] as const };
  const before = await rowCounts(fund.db);
  const refused = (caller: ReturnType<typeof fund.as>, ...numbers: number[]) =>
    violationOf(caller.ledger.certify(certify(numbers)));
  expect(await refused(fund.as(both), first)).toEqual({ kind: 'CertifiedBySelf', number: first });
  expect(await refused(fund.as('certifier'), first, 999_999)).toEqual({ kind: 'NotFound', subject: 'entry' });
  expect(await refused(fund.as('certifier'), second, 1)).toEqual({ kind: 'AlreadyCertified', number: 1 });
  expect(await rowCounts(fund.db)).toEqual(before);
  expect((await fund.as(both).ledger.get({ id: String(first) })).row.certifiable).toBe(false);
});

test('a retry with the same key gives the first answer; the next one to certify is told', async () => {
  const fund = await openTestFund();
  const [first = 0] = await waiting(fund);
  const asked = certify([first]);
  const answers = [await fund.as('certifier').ledger.certify(asked), await fund.as('certifier').ledger.certify(asked)];
  expect(answers).toEqual([
    { id: String(first), entryNumber: null },
    { id: String(first), entryNumber: null },
  ]);
  expect(await violationOf(fund.as('certifier').ledger.certify(certify([first])))).toEqual({
    kind: 'AlreadyCertified',
    number: first,
  });
});

test('who looks at what was known on an earlier day sees what waited then, and does not certify from there', async () => {
  const fund = await openTestFund();
  const certifier = fund.as('certifier');
  const numbers = await waiting(fund);
  await certifier.ledger.certify(certify(numbers));
  fund.setTime('2026-11-23T09:00:00.000Z');
  const then = await certifier.ledger.list({ filter: { certification: 'pending' }, knownOn: '2026-11-21' });
  expect(then.rows.map(({ number, certified, certifiable }) => [number, certified, certifiable])).toEqual(
    numbers.map((number) => [number, null, false]),
  );
});
