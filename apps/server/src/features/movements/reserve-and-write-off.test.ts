import { verifyDatabase } from '@dcc/db/integrity-checks';
import { describe, expect, test } from 'vitest';
import { type Caller, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

describe('the operating reserve', () => {
  const reserve = (percent: string, base: string, on = '2026-11-20') => ({
    idempotencyKey: newKey(),
    on,
    percent,
    base,
    decision: 'SC-2026/3',
  });

  test('is a percentage of planned annual expenditure; only the difference is posted, and less is available', async () => {
    const fund = await openTestFund();
    const chair = fund.as('chair');
    const before = (await chair.movements.forms({})).reserve;
    expect(before).toMatchObject({ held: { amount: '100000.00' }, since: '2024-06-18', percent: '25.00' });
    const preview = await chair.movements.reserve.preview(reserve('15', '1000000.00'));
    expect(preview.charge).toEqual({ percent: '15', base: { amount: '1000000.00', currency: 'USD' } });
    expect(preview.postings).toMatchObject([
      { account: 'reserve-held', debit: { amount: '50000.00' } },
      { account: 'reserve-control', credit: { amount: '50000.00' } },
    ]);
    await chair.movements.reserve.record(reserve('15', '1000000.00'));
    expect((await chair.overview.get({})).figures.available.amount.amount).toBe('242843.38');
    await fund.as('secretariat').movements.reserve.record(reserve('0', '1000000.00'));
    expect((await chair.overview.get({})).figures.available.amount.amount).toBe('392843.38');
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });

  test('goes forward only, and is not set to what it is', async () => {
    const fund = await openTestFund();
    const chair = fund.as('chair');
    const refused = (...given: Parameters<typeof reserve>) =>
      violationOf(chair.movements.reserve.record(reserve(...given)));
    expect(await refused('15', '1000000.00', '2024-06-17')).toEqual({
      kind: 'ReserveBeforeLast',
      since: '2024-06-18',
      on: '2024-06-17',
    });
    expect(await refused('10', '1000000.00')).toEqual({ kind: 'AmountUnchanged' });
    expect(await refused('10', '-1.00')).toEqual({ kind: 'AmountNotPositive' });
    expect(await refused('10', '1.00', '2026-11-23')).toMatchObject({ kind: 'DateInFuture' });
    expect(await refused('10', '1.001')).toMatchObject({ kind: 'AmountTooPrecise' });
  });

  test('is the chair’s or the secretariat’s to set', async () => {
    const fund = await openTestFund();
    for (const role of ['member', 'certifier', 'auditor', 'contributor', 'administrator'] as const)
      expect(await violationOf(fund.as(role).movements.reserve.record(reserve('15', '1.00')))).toEqual({
        kind: 'NotPermitted',
        action: 'reserve.set',
      });
  });
});

describe('the write-off of an instalment', () => {
  async function contributionOf(caller: Caller, reference: string) {
    const { rows } = await caller.contributions.list({ text: reference });
    return caller.contributions.get({ id: rows[0]?.id ?? '' });
  }
  async function overdue(caller: Caller) {
    const { instalments } = await contributionOf(caller, 'BOR-2026');
    return instalments.find(({ state }) => state === 'overdue')?.id ?? '';
  }
  const writeOff = (instalmentId: string, amount: string, on = '2026-11-20') => ({
    idempotencyKey: newKey(),
    instalmentId,
    on,
    amount,
    reason: 'The contributor closed its programme',
  });

  test('lowers what is outstanding at the rate of the signature, and leaves what was signed and received', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const id = await overdue(secretariat);
    const preview = await secretariat.movements.writeOff.preview(writeOff(id, '50000.00'));
    expect(preview.postings).toMatchObject([
      { account: 'contributions-written-off', debit: { amount: '62500.00' }, original: { amount: '50000.00' } },
      { account: 'contributions-receivable', credit: { amount: '62500.00' } },
    ]);
    await secretariat.movements.writeOff.record(writeOff(id, '50000.00'));
    const part = await contributionOf(secretariat, 'BOR-2026');
    expect(part.row).toMatchObject({
      signed: { amount: '375000.00' },
      received: { amount: '187500.00' },
      outstanding: { amount: '125000.00' },
    });
    expect(part.instalments[1]).toMatchObject({
      state: 'overdue',
      received: { amount: '0.00' },
      writtenOff: { amount: '50000.00', currency: 'CHF' },
      outstanding: { amount: '100000.00' },
    });
    expect(part.figures.exchangeDifference.amount.amount).toBe('0.00');
    await secretariat.movements.writeOff.record(writeOff(id, '100000.00'));
    const whole = await contributionOf(secretariat, 'BOR-2026');
    expect(whole.instalments[1]).toMatchObject({ state: 'written-off', writtenOff: { amount: '150000.00' } });
    expect((await secretariat.overview.get({})).figures.overdue.amount.amount).toBe('0.00');
  });

  test('is taken back by its reversal: the instalment is expected again', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const id = await overdue(secretariat);
    const { entryNumber } = await secretariat.movements.writeOff.record(writeOff(id, '150000.00'));
    const reversal = { entryId: String(entryNumber), effectiveOn: '2026-11-22', reason: 'It will pay after all' };
    await secretariat.ledger.reversal.record({ idempotencyKey: newKey(), ...reversal });
    const { instalments } = await contributionOf(secretariat, 'BOR-2026');
    expect(instalments[1]).toMatchObject({ state: 'overdue', writtenOff: { amount: '0.00' } });
    expect(await verifyDatabase(fund.db)).toMatchObject({ findings: [] });
  });

  test('is refused above what is outstanding, before the signature, and of what is not there', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const id = await overdue(secretariat);
    const refused = (...given: Parameters<typeof writeOff>) =>
      violationOf(secretariat.movements.writeOff.record(writeOff(...given)));
    expect(await refused(id, '150000.01')).toMatchObject({
      kind: 'WriteOffAboveOutstanding',
      outstanding: { minor: 15_000_000n, currency: 'CHF' },
    });
    expect(await refused(id, '1.00', '2026-03-09')).toEqual({
      kind: 'WriteOffBeforeSignature',
      signedOn: '2026-03-10',
      on: '2026-03-09',
    });
    expect(await refused(id, '0')).toEqual({ kind: 'AmountNotPositive' });
    expect(await refused(id, '1.00', '2026-11-23')).toMatchObject({ kind: 'DateInFuture' });
    expect(await refused('none', '1.00')).toEqual({ kind: 'NotFound', subject: 'instalment' });
  });

  test('keeps its signature: that is not reversed before it', async () => {
    const fund = await openTestFund();
    const secretariat = fund.as('secretariat');
    const { instalments, history } = await contributionOf(secretariat, 'FJO-2026');
    await secretariat.movements.writeOff.record(writeOff(instalments[0]?.id ?? '', '1.00'));
    const reversal = { entryId: history[0]?.entryId ?? '', effectiveOn: '2026-11-22', reason: 'Void' };
    expect(await violationOf(secretariat.ledger.reversal.record({ idempotencyKey: newKey(), ...reversal }))).toEqual({
      kind: 'ReversalRefused',
      reason: 'deposits-follow',
    });
  });

  test('is the secretariat’s', async () => {
    const fund = await openTestFund();
    const id = await overdue(fund.as('secretariat'));
    for (const role of ['member', 'chair', 'certifier', 'auditor', 'administrator'] as const)
      expect(await violationOf(fund.as(role).movements.writeOff.record(writeOff(id, '1.00')))).toEqual({
        kind: 'NotPermitted',
        action: 'instalment.write-off',
      });
  });
});
