import { onBothEngines } from '@dcc/db/test-support/engines';
import { MOST_SAVED_VIEWS } from '@dcc/domain/saved-views/inputs';
import { ROLES } from '@dcc/domain/people/capability';
import { expect, test } from 'vitest';
import { beginDemonstrationFund } from '../../setup/demonstration-fund.ts';
import { codeOf, newKey, openTestFund, testFund, violationOf } from '../../testing/test-fund.ts';

const PATH = '/positions?states=approved&asOf=2025-12-31&compareWith=2024-12-31';
const view = (name: string, path = PATH) => ({ idempotencyKey: newKey(), name, path });

onBothEngines('a saved view', (bench) => {
  test('is found again by whoever saved it, under the name that it was given last', async () => {
    const fund = testFund(await bench.fresh(), '');
    await beginDemonstrationFund(fund.shell);
    const mine = fund.as('auditor').savedViews;
    const { id } = await mine.save(view(' End of 2025 '));
    expect(await mine.list({})).toEqual({ saved: [{ id, name: 'End of 2025', path: PATH }] });
    await mine.rename({ idempotencyKey: newKey(), id, name: 'end of 2025' });
    expect((await mine.list({})).saved).toEqual([{ id, name: 'end of 2025', path: PATH }]);
    await mine.remove({ idempotencyKey: newKey(), id });
    expect(await mine.list({})).toEqual({ saved: [] });
  });
});

test('everybody who is signed in keeps views, and nobody sees or changes those of another', async () => {
  const fund = await openTestFund();
  const { id } = await fund.as('chair').savedViews.save(view('Mine'));
  for (const role of ROLES.filter((each) => each !== 'chair')) {
    const { savedViews } = fund.as(role);
    const notFound = { kind: 'NotFound', subject: 'saved-view' };
    expect((await savedViews.list({})).saved).toEqual([]);
    expect(await violationOf(savedViews.rename({ idempotencyKey: newKey(), id, name: 'Theirs' }))).toEqual(notFound);
    expect(await violationOf(savedViews.remove({ idempotencyKey: newKey(), id }))).toEqual(notFound);
    await savedViews.save(view('Mine'));
    expect((await savedViews.list({})).saved).toHaveLength(1);
  }
  expect((await fund.as('chair').savedViews.list({})).saved).toEqual([{ id, name: 'Mine', path: PATH }]);
});

test('a name is borne once by what one person keeps', async () => {
  const fund = await openTestFund();
  const mine = fund.as('member').savedViews;
  await mine.save(view('One'));
  const { id } = await mine.save(view('Two'));
  const taken = { kind: 'NameTaken', subject: 'saved-view', name: 'ONE' };
  expect(await violationOf(mine.save(view('ONE')))).toEqual(taken);
  expect(await violationOf(mine.rename({ idempotencyKey: newKey(), id, name: 'ONE' }))).toEqual(taken);
});

test('the same key saves once', async () => {
  const fund = await openTestFund();
  const mine = fund.as('member').savedViews;
  const input = view('Once');
  expect(await mine.save(input)).toEqual(await mine.save(input));
  expect(await violationOf(mine.save({ ...input, name: 'Twice' }))).toEqual({ kind: 'KeyReused' });
});

test('one person keeps at most a hundred', async () => {
  const fund = await openTestFund();
  const mine = fund.as('member').savedViews;
  for (let number = 1; number <= MOST_SAVED_VIEWS; number += 1) await mine.save(view(`V ${number}`));
  expect(await violationOf(mine.save(view('One more')))).toEqual({ kind: 'TooManySavedViews', limit: 100 });
  await fund.as('chair').savedViews.save(view('One more'));
});

test('nothing but an address of the program is saved', async () => {
  const fund = await openTestFund();
  for (const path of ['//evil.example', 'https://evil.example', '/a//b', 'positions', ''])
    expect(await codeOf(fund.as('member').savedViews.save(view('Wrong', path)))).toBe('BAD_REQUEST');
});

test('the audit trail says who saved and removed, and neither name nor address', async () => {
  const fund = await openTestFund();
  const { id } = await fund.as('member').savedViews.save(view('My own words'));
  await fund.as('member').savedViews.remove({ idempotencyKey: newKey(), id });
  const rows = await fund.db.read.selectFrom('audit_event').selectAll().where('subject', '=', id).execute();
  expect(rows.map(({ action, person_id }) => [action, person_id])).toEqual([
    ['saved-view.save', 'p-member'],
    ['saved-view.remove', 'p-member'],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/own words|positions/u);
});
