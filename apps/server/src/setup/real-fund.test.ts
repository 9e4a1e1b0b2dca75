import { verifyDatabase } from '@dcc/db/integrity-checks';
import { COMMAND_LINE } from '@dcc/db/stores/fund-store';
import { expect, test } from 'vitest';
import { newKey, openTestFund, rowCounts, violationOf } from '../testing/test-fund.ts';

test('the real fund begins from its public record, without any amount', async () => {
  const fund = await openTestFund('real');
  const counts = await rowCounts(fund.db);
  expect(counts).toMatchObject({
    contributor: 2,
    contribution: 1,
    position: 2,
    organization: 5,
    journal_entry: 0,
    posting: 0,
    instalment: 0,
    position_year: 0,
    exchange_rate: 0,
    person_role: 0,
  });
  const auditor = fund.as('auditor');
  const contributions = await auditor.contributions.list({});
  expect(contributions.rows).toMatchObject([
    { reference: 'Letter of Agreement of 12 December 2023', contributor: { name: 'Switzerland' }, on: '2023-12-12' },
  ]);
  const { rows } = await auditor.positions.list({});
  expect(rows.map(({ state, startsOn, years }) => [state, startsOn, years.length])).toEqual([
    ['approved', null, 0],
    ['approved', null, 0],
  ]);
  const answers = JSON.stringify([
    contributions,
    rows,
    await auditor.overview.get({}),
    await auditor.statement.get({}),
  ]);
  expect(
    [...answers.matchAll(/"amount":"(-?[\d.]+)"/gu)].map(([, amount]) => amount).filter((amount) => amount !== '0.00'),
  ).toEqual([]);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('the demonstration fund keeps every rule', async () => {
  const fund = await openTestFund();
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});

test('what was not known of a letter and a position is entered once it is known', async () => {
  const fund = await openTestFund('real');
  // The one person on record before anybody is added.
  const secretariat = fund.as({
    personId: COMMAND_LINE,
    name: 'Command line',
    email: COMMAND_LINE,
    roles: ['secretariat'],
    organizationId: null,
    contributorId: null,
  });
  const { rows } = await secretariat.contributions.list({});
  await secretariat.contributions.agreement.record({
    idempotencyKey: newKey(),
    origin: 'pledge',
    contributionId: rows[0]?.id ?? '',
    signedOn: '2023-12-12',
    currency: 'USD',
    instalments: [{ dueOn: '2024-01-31', amount: '300000.00' }],
    supportCostPercent: null,
    description: 'As the letter says.',
  });
  expect((await secretariat.contributions.list({})).totals.signed.amount).toBe('300000.00');
  const { id: dutyStationId } = await secretariat.reference.createDutyStation({
    idempotencyKey: newKey(),
    name: 'Suva',
    countryCode: 'FJ',
  });
  const terms = {
    positionId: 'sponsored-2024-first',
    title: 'Analyst',
    organizationId: 'undp',
    dutyStationId,
    startsOn: '2024-09-01',
    yearlyCosts: ['140000.00', '144000.00'],
    description: '',
  };
  await secretariat.positions.setTerms({ idempotencyKey: newKey(), ...terms });
  const { row } = await secretariat.positions.get({ id: terms.positionId });
  expect(row).toMatchObject({ title: 'Analyst', endsOn: '2026-08-31', cost: { amount: '284000.00' } });
  expect(await violationOf(secretariat.positions.setTerms({ idempotencyKey: newKey(), ...terms }))).toEqual({
    kind: 'TermsOnRecord',
  });
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
});
