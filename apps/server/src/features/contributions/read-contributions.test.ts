import { DEMO_TOTALS } from '@dcc/demo-fund/fund';
import { expect, test } from 'vitest';
import { openTestFund, violationOf } from '../../testing/test-fund.ts';

test('the list totals all pages of its filter', async () => {
  const member = (await openTestFund()).as('member');
  const all = await member.contributions.list({});
  expect(all.rowCount).toBe(14);
  expect(all.totals).toMatchObject({
    pledged: { amount: DEMO_TOTALS.pledged },
    signed: { amount: DEMO_TOTALS.signed },
    received: { amount: DEMO_TOTALS.received },
    outstanding: { amount: DEMO_TOTALS.outstanding },
    overdue: { amount: DEMO_TOTALS.overdue },
  });
  const beyond = await member.contributions.list({ page: 9 });
  expect(beyond).toMatchObject({ rows: [], rowCount: 14, page: 9, totals: all.totals });
});

test('filters narrow by contributor, pool, stage and words; wildcards are plain letters', async () => {
  const member = (await openTestFund()).as('member');
  const references = async (input: Parameters<typeof member.contributions.list>[0]) =>
    (await member.contributions.list(input)).rows.map(({ reference }) => reference);
  expect(await references({ contributorId: 'c-aurelia', sort: 'reference', direction: 'asc' })).toEqual([
    'AUR-2022',
    'AUR-2025',
    'AUR-2027',
  ]);
  expect(await references({ stage: 'overdue' })).toEqual(['BOR-2026']);
  expect(await references({ stage: 'pledged', sort: 'date' })).toEqual(['CAL-2026', 'AUR-2027']);
  expect(await references({ poolId: 'e-women', sort: 'signed' })).toEqual(['CAL-2024', 'CAL-2026']);
  expect(await references({ text: 'gannet RELIEF' })).toEqual(['GAN-2026']);
  expect(await references({ text: '%' })).toEqual([]);
  expect(await references({ text: '_' })).toEqual([]);
  expect(await references({ text: "' or 1=1 --" })).toEqual([]);
});

test('one contribution tells its story in entries, oldest first', async () => {
  const member = (await openTestFund()).as('member');
  const { rows } = await member.contributions.list({ text: 'BOR-2023' });
  const contribution = await member.contributions.get({ id: rows[0]?.id ?? '' });
  expect(contribution.history.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
    ['pledge', '444444.44'],
    ['pledge-amendment', '55555.56'],
    ['agreement', '500000.00'],
    ['deposit', '250000.00'],
    ['deposit', '255681.82'],
  ]);
  expect(contribution.figures.exchangeDifference.amount.amount).toBe('5681.82');
  expect(await violationOf(member.contributions.get({ id: 'none' }))).toEqual({
    kind: 'NotFound',
    subject: 'contribution',
  });
});

test('a contributor sees its own contributions alone, whatever it asks for', async () => {
  const contributor = (await openTestFund()).as('contributor');
  const own = await contributor.contributions.list({});
  expect(new Set(own.rows.map((row) => row.contributor.id))).toEqual(new Set(['c-aurelia']));
  expect(await contributor.contributions.list({ contributorId: 'c-borealis' })).toEqual(own);
  expect((await contributor.contributions.list({ text: 'BOR' })).rowCount).toBe(0);
});
