import { verifyDatabase } from '@dcc/db/integrity-checks';
import { describe, expect, test } from 'vitest';
import { type Caller, codeOf, newKey, openTestFund, rowCounts, violationOf } from '../../testing/test-fund.ts';

type Input = Parameters<Caller['movements']['hostReport']['record']>[0];
const report = (kind: 'organization-received' | 'organization-refund', amount: string, change: object = {}): Input => ({
  idempotencyKey: newKey(),
  kind,
  on: '2026-11-20',
  description: 'Report of November',
  organizationId: 'o-fairwork',
  positionId: null,
  currency: 'USD',
  amount,
  components: [],
  ...change,
});
const spent = (amount: string, components: readonly (readonly [string, string])[], change: object = {}): Input =>
  ({
    ...report('organization-received', amount),
    kind: 'organization-expenditure',
    components: components.map(([component, size]) => ({ component, amount: size })),
    ...change,
  }) as Input;

describe('what a host says of its own books', () => {
  test('is kept apart from the fund’s: its receipt moves no cash, and may come later than the transfer', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const before = (await secretariat.statement.get({})).fundsWithAdministrativeAgent;
    // 140,000 was under way to Fair Work since 10 November.
    await secretariat.movements.hostReport.record(report('organization-received', '140000.00'));
    const after = await secretariat.statement.get({});
    expect(after.fundsWithAdministrativeAgent).toEqual(before);
    expect(after.fundsWithParticipatingOrganizations.transfersToParticipatingOrganizations.amount.amount).toBe(
      '1688000.00',
    );
  });

  test('names a position that is with the host', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const { positions } = await secretariat.movements.forms({});
    const [own, other] = ['o-fairwork', 'o-oceans'].map(
      (host) => positions.find(({ organizationId }) => organizationId === host)?.id ?? '',
    );
    await secretariat.movements.hostReport.record(report('organization-received', '1.00', { positionId: own }));
    expect(
      await violationOf(
        secretariat.movements.hostReport.record(report('organization-received', '1.00', { positionId: other })),
      ),
    ).toEqual({ kind: 'NotFound', subject: 'position' });
  });
});

describe('expenditure by cost component', () => {
  test('has a posting for each component, and they add up to the total', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const components = [
      ['salary', '700.00'],
      ['home-leave', '300.00'],
    ] as const;
    const preview = await secretariat.movements.hostReport.preview(spent('1000.00', components));
    expect(preview.postings).toMatchObject([
      { costComponent: 'salary', debit: { amount: '700.00' }, pool: null },
      { costComponent: 'home-leave', debit: { amount: '300.00' } },
      { costComponent: null, credit: { amount: '1000.00' } },
    ]);
    await secretariat.movements.hostReport.record(spent('1000.00', components));
    await secretariat.movements.hostReport.record(spent('500.00', []));
    const { figures } = await secretariat.overview.get({});
    expect(figures.balance.amount.amount).toBe('1882843.38');
  });

  test('in another currency adds up in that currency, and to the cent in dollars', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const components = [
      ['salary', '33333'],
      ['pension', '33333'],
      ['insurance', '33334'],
    ] as const;
    const { postings, rate } = await secretariat.movements.hostReport.preview(
      spent('100000', components, { currency: 'JPY' }),
    );
    expect(rate?.unitsPerDollar).toBe('150');
    expect(postings.map(({ debit, credit }) => (debit ?? credit)?.amount)).toEqual([
      '222.22',
      '222.22',
      '222.23',
      '666.67',
    ]);
    expect(postings[3]?.original).toEqual({ amount: '100000', currency: 'JPY' });
  });

  test('is refused with both sums where they differ, and where a component is nothing', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const before = await rowCounts(fund.db);
    const refused = (input: Input) => violationOf(secretariat.movements.hostReport.record(input));
    expect(await refused(spent('1000.00', [['salary', '999.99']]))).toMatchObject({
      kind: 'ComponentsDoNotAddUp',
      total: { minor: 100_000n },
      sum: { minor: 99_999n },
    });
    expect(
      await refused(
        spent('1000.00', [
          ['salary', '1001.00'],
          ['other', '-1.00'],
        ]),
      ),
    ).toEqual({ kind: 'AmountNotPositive' });
    expect(await refused(spent('10', [['salary', '10.5']], { currency: 'JPY' }))).toMatchObject({
      kind: 'AmountTooPrecise',
    });
    expect(await refused(spent('0', []))).toEqual({ kind: 'AmountNotPositive' });
    expect(await rowCounts(fund.db)).toEqual(before);
  });
});

describe('what a host says it sent back', () => {
  test('never exceeds what it says it received, on that day and since', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const refused = (amount: string, on = '2026-11-20') =>
      violationOf(secretariat.movements.hostReport.record(report('organization-refund', amount, { on })));
    // Fair Work received 138,000 + 142,000 + 136,000 and sent 9,400 back.
    expect(await refused('406600.01')).toMatchObject({
      kind: 'HostRefundAboveReceived',
      received: { minor: 40_660_000n },
      requested: { minor: 40_660_001n },
    });
    expect(await refused('138000.01', '2022-09-16')).toMatchObject({ received: { minor: 13_800_000n } });
    await secretariat.movements.hostReport.record(report('organization-refund', '406600.00'));
    const { rows } = await secretariat.ledger.list({
      filter: { kinds: ['organization-received'], organizationId: 'o-fairwork' },
    });
    const reversal = { entryId: rows[0]?.id ?? '', effectiveOn: '2026-11-22', reason: 'Not received after all' };
    expect(
      await violationOf(secretariat.ledger.reversal.record({ idempotencyKey: newKey(), ...reversal })),
    ).toMatchObject({ kind: 'HostRefundAboveReceived', received: { minor: 0n } });
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });
});

test('only expenditure has cost components', async () => {
  const fund = await openTestFund();
  const components = [{ component: 'salary', amount: '1.00' }];
  const received = report('organization-received', '1.00', { components });
  expect(await codeOf(fund.as('secretariat').movements.hostReport.preview(received))).toBe('BAD_REQUEST');
});

test('only the secretariat records what hosts report', async () => {
  const fund = await openTestFund();
  for (const role of ['member', 'chair', 'certifier', 'auditor', 'contributor', 'administrator'] as const)
    expect(
      await violationOf(fund.as(role).movements.hostReport.record(report('organization-received', '1.00'))),
    ).toEqual({ kind: 'NotPermitted', action: 'host-report.record' });
});
