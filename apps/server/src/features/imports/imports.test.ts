import { verifyDatabase } from '@dcc/db/integrity-checks';
import { expect, test } from 'vitest';
import { contributionsCsv, entriesCsv } from '../../testing/csv.ts';
import { demoActor, openTestFund, rowCounts, type TestFund } from '../../testing/test-fund.ts';
import { importContributions } from './import-contributions.ts';
import { importEntries } from './import-entries.ts';
import { importRates } from './import-rates.ts';

const contextOf = (fund: TestFund) => ({ shell: fund.shell, actor: demoActor('secretariat') });
const options = { dryRun: false, onProgress: () => undefined };

test('an import begins contributors and earmarks that are new, and values each row by its own record or the rate', async () => {
  const fund = await openTestFund();
  const text = contributionsCsv(
    { reference: 'Row 1', contributor: 'aurelia', country: 'IS', status: 'pledged', amount: '10.50' },
    {
      reference: 'Row 2',
      contributor: 'Iceland',
      status: 'signed',
      currency: 'CHF',
      amount: '80.00',
      earmark: 'Volcanoes',
    },
    {
      reference: 'Row 3',
      contributor: 'iceland',
      status: 'received',
      currency: 'BRL',
      amount: '500.00',
      usd_amount: '99.99',
    },
    {
      reference: 'Row 4',
      contributor: 'Helping Hands',
      contributor_type: 'ngo',
      country: '',
      status: 'received',
      earmark: 'volcanoes',
    },
  );
  const answer = await importContributions(contextOf(fund), text, options);
  expect(answer).toEqual({ rows: 4, entries: 4, dryRun: false });
  const member = fund.as('member');
  const { rows } = await member.contributions.list({ text: 'Row ', sort: 'reference', direction: 'asc' });
  expect(
    rows.map((row) => [
      row.contributor.name,
      row.pool.name,
      row.stage,
      row.pledged.amount,
      row.signed.amount,
      row.received.amount,
    ]),
  ).toEqual([
    ['Aurelia', 'Unearmarked', 'pledged', '10.50', '0.00', '0.00'],
    ['Iceland', 'Volcanoes', 'signed', '0.00', '100.00', '0.00'],
    ['Iceland', 'Unearmarked', 'received', '0.00', '99.99', '99.99'],
    ['Helping Hands', 'Volcanoes', 'received', '0.00', '100.00', '100.00'],
  ]);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('a heading in another order, a byte order mark and Windows line ends make no difference', async () => {
  const fund = await openTestFund();
  const [heading = '', row = ''] = contributionsCsv({
    contributor: 'Élan “Sahel”, ONG',
    contributor_type: 'ngo',
  }).split('\n');
  const flipped = [
    heading.split(',').toReversed().join(','),
    `,R-1,,,2026-01-15,100.00,USD,received,IS,ngo,"Élan “Sahel”, ONG"`,
  ];
  expect(row).toContain('Élan');
  const answer = await importContributions(contextOf(fund), `\uFEFF${flipped.join('\r\n')}\r\n`, options);
  expect(answer.rows).toBe(1);
  const { rows } = await fund.as('member').contributors.list({});
  expect(rows.map(({ contributor }) => contributor.name)).toContain('Élan “Sahel”, ONG');
});

test('a dry run checks everything, tells what it would do, and writes nothing', async () => {
  const fund = await openTestFund();
  const before = await rowCounts(fund.db);
  const answer = await importContributions(contextOf(fund), contributionsCsv({}, {}), { ...options, dryRun: true });
  expect(answer).toEqual({ rows: 2, entries: 2, dryRun: true });
  expect(await rowCounts(fund.db)).toEqual(before);
});

test('rates are in force from their day on, for every currency they bring', async () => {
  const fund = await openTestFund();
  const text = 'currency,effective_on,published_on,units_per_usd,source\nBRL,2026-01-01,2025-12-28,5.50,UN Treasury\n';
  expect(await importRates(contextOf(fund), text, options)).toEqual({ rows: 1, entries: 0, dryRun: false });
  await importContributions(contextOf(fund), contributionsCsv({ currency: 'BRL', amount: '1100.00' }), options);
  const { rows } = await fund.as('member').contributions.list({ text: 'R-1' });
  expect(rows[0]?.received.amount).toBe('200.00');
  const { currencies } = await fund.as('member').reference.choices({});
  expect(currencies.find(({ code }) => code === 'BRL')).toEqual({ code: 'BRL', decimals: 2, hasRate: true });
});

test('an imported deposit counts for the contributor it names, everywhere alike', async () => {
  const fund = await openTestFund();
  const text = entriesCsv({ kind: 'deposit', amount: '1000.00', contributor: 'Aurelia', description: 'By cheque' });
  await importEntries(contextOf(fund), text, options);
  const auditor = fund.as('auditor');
  const overview = await auditor.overview.get({});
  expect(overview.figures.received.amount.amount).toBe('3602366.40');
  const { figures } = await auditor.contributors.get({ id: 'c-aurelia' });
  expect(figures.received.amount.amount).toBe('1501000.00');
  expect(figures.signed.amount.amount).toBe('1501000.00');
  const { rows, totals } = await auditor.contributors.list({});
  expect(rows[0]?.received.amount).toBe('1501000.00');
  expect(totals.received.amount).toBe('3602366.40');
  const linked = await auditor.ledger.list({ filter: figures.received.entries ?? {} });
  expect(linked.total?.amount).toBe('1501000.00');
  const own = overview.contributors.find(({ contributor }) => contributor.id === 'c-aurelia');
  expect(own?.received.amount).toBe('1501000.00');
});

test('rows without a reference are taken once, whatever program saved the file', async () => {
  const fund = await openTestFund();
  const text = contributionsCsv({ reference: '', status: 'received' });
  await importContributions(contextOf(fund), text, options);
  const before = await rowCounts(fund.db);
  const resaved = text.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n');
  await expect(importContributions(contextOf(fund), resaved, options)).rejects.toMatchObject({ name: 'ImportRefused' });
  const grown = contributionsCsv({ reference: '', status: 'received' }, { reference: 'New', status: 'received' });
  await expect(importContributions(contextOf(fund), grown, options)).rejects.toMatchObject({
    problems: [{ row: 2, field: 'reference' }],
  });
  expect(await rowCounts(fund.db)).toEqual(before);
});

test('movements that name no host, and fees that name a contributor, count where their entries say', async () => {
  const fund = await openTestFund();
  const member = fund.as('member');
  const before = await member.overview.get({});
  const aurelia = await member.contributors.get({ id: 'c-aurelia' });
  await importEntries(
    contextOf(fund),
    entriesCsv({ kind: 'transfer', amount: '500.00' }, { kind: 'agent-fee', amount: '1.00', contributor: 'Aurelia' }),
    options,
  );
  const after = await member.overview.get({});
  const [was, is] = [before, after].map(({ figures }) => Number(figures.transferred.amount.amount));
  expect((is ?? 0) - (was ?? 0)).toBe(500);
  const now = await member.contributors.get({ id: 'c-aurelia' });
  expect(now.figures.received.amount).toEqual(aurelia.figures.received.amount);
});
