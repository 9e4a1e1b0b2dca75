import { expect, test } from 'vitest';
import { type Caller, newKey, openTestFund, violationOf } from '../../testing/test-fund.ts';

test('pages go to older entries and back, without a gap or a repeat', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const { rowCount } = await auditor.ledger.list({ filter: {} });
  const seen: number[] = [];
  let page = await auditor.ledger.list({ filter: {} });
  expect(page.previous).toBeNull();
  for (;;) {
    seen.push(...page.rows.map(({ number }) => number));
    if (page.next === null) break;
    page = await auditor.ledger.list({ filter: {}, beside: page.next });
  }
  expect(seen).toEqual(Array.from({ length: rowCount }, (_, index) => rowCount - index));
  const back: number[] = page.rows.map(({ number }) => number);
  while (page.previous !== null) {
    page = await auditor.ledger.list({ filter: {}, beside: page.previous, toward: 'previous' });
    back.unshift(...page.rows.map(({ number }) => number));
  }
  expect(back).toEqual(seen);
});

test('an entry says which decision and which contribution it is about', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const about = async (kind: 'allocation' | 'deposit' | 'bank-charge') => {
    const { rows } = await auditor.ledger.list({ filter: { kinds: [kind] } });
    const { decision, contributionId, row } = await auditor.ledger.get({ id: rows[0]?.id ?? '' });
    return { decision, contributionId, row };
  };
  const { decision } = await about('allocation');
  expect((await auditor.decisions.get({ id: decision?.id ?? '' })).decision?.reference).toBe(decision?.reference);
  const { contributionId, row } = await about('deposit');
  expect((await auditor.contributions.get({ id: contributionId ?? '' })).row.reference).toBe(row.reference);
  expect(await about('bank-charge')).toMatchObject({ decision: null, contributionId: null });
});

test('any page is reached by its number, in any order, and says where it stands', async () => {
  const fund = await openTestFund();
  const auditor = fund.as('auditor');
  const all = await auditor.ledger.list({ filter: {} });
  const pages = Math.ceil(all.rowCount / all.pageSize);
  expect(pages).toBeGreaterThan(1);
  for (const sort of ['number', 'date'] as const) {
    for (const direction of ['asc', 'desc'] as const) {
      const seen: string[] = [];
      for (let page = 1; page <= pages; page += 1) {
        const answer = await auditor.ledger.list({ filter: {}, sort, direction, page });
        expect(answer.before).toBe(seen.length);
        seen.push(
          ...answer.rows.map(
            ({ number, effectiveOn }) => `${sort === 'date' ? effectiveOn : ''} ${String(number).padStart(6, '0')}`,
          ),
        );
      }
      const sorted = direction === 'asc' ? seen.toSorted() : seen.toSorted().toReversed();
      expect(seen).toEqual(sorted);
      expect(new Set(seen).size).toBe(all.rowCount);
    }
  }
  const beyond = await auditor.ledger.list({ filter: {}, page: 999 });
  const last = await auditor.ledger.list({ filter: {}, page: pages });
  expect(beyond).toEqual(last);
  expect(last.next).toBeNull();
  const back = await auditor.ledger.list({ filter: {}, beside: last.previous ?? 0, toward: 'previous' });
  expect(back.before).toBe((pages - 2) * all.pageSize);
});

test('a filter selects, counts and adds up; words are looked for as they are written', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const interest = await auditor.ledger.list({ filter: { account: 'cash', kinds: ['interest-fund'] } });
  expect(interest).toMatchObject({ rowCount: 4, total: { amount: '36016.35', currency: 'USD' } });
  expect(interest.rows.map(({ amount }) => amount.amount)).toEqual(['15975.60', '12480.10', '6310.25', '1250.40']);
  const year = await auditor.ledger.list({
    filter: { account: 'cash', kinds: ['interest-fund'], from: '2023-01-01', to: '2023-12-31' },
  });
  expect(year.total?.amount).toBe('6310.25');
  expect((await auditor.ledger.list({ filter: { text: 'printed REPORT' } })).rowCount).toBe(1);
  expect(
    (await auditor.ledger.list({ filter: { text: '%' } })).rows.every(({ description }) => description.includes('%')),
  ).toBe(true);
  const named = await auditor.ledger.list({ filter: { contributorId: 'c-aurelia', organizationId: 'o-lyceum' } });
  expect(named).toMatchObject({ rowCount: 0, filterNames: { contributor: 'Aurelia', organization: 'Lyceum' } });
});

test('an entry shows its postings, its rate and its place in the chain', async () => {
  const auditor = (await openTestFund()).as('auditor');
  const { rows } = await auditor.ledger.list({ filter: { text: 'CAL-2024', kinds: ['deposit'] } });
  const entry = await auditor.ledger.get({ id: rows[0]?.id ?? '' });
  expect(entry.postings.map(({ account, debit, credit }) => [account, debit?.amount, credit?.amount])).toEqual([
    ['cash', '289655.17', undefined],
    ['contributions-receivable', undefined, '300000.00'],
    ['exchange-difference', '10344.83', undefined],
  ]);
  expect(entry.rate).toMatchObject({ currency: 'JPY', unitsPerDollar: '145' });
  const before = await auditor.ledger.get({ id: String(entry.row.number - 1) });
  expect(entry.previousHash).toBe(before.hash);
});

test.each(['0', '-1', '9999999999999999', '999999', 'abc'])('there is no entry %s', async (id) => {
  const auditor = (await openTestFund()).as('auditor');
  expect(await violationOf(auditor.ledger.get({ id }))).toEqual({ kind: 'NotFound', subject: 'entry' });
});

async function entryId(caller: Caller, filter: Parameters<Caller['ledger']['list']>[0]['filter']): Promise<string> {
  const { rows } = await caller.ledger.list({ filter });
  return rows[0]?.id ?? '';
}

const reverse = (caller: Caller, id: string, effectiveOn = '2026-11-22') =>
  caller.ledger.reversal.record({ idempotencyKey: newKey(), entryId: id, effectiveOn, reason: 'Entered twice' });

test('a reversal mirrors its entry, names it, and is not itself reversed', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const charge = await entryId(secretariat, { kinds: ['bank-charge'] });
  const { entryNumber } = await reverse(secretariat, charge);
  const reversal = await secretariat.ledger.get({ id: String(entryNumber) });
  expect(reversal).toMatchObject({ row: { kind: 'bank-charge', reverses: Number(charge) }, reversible: false });
  expect(await secretariat.ledger.get({ id: charge })).toMatchObject({
    row: { reversedBy: entryNumber },
    reversible: false,
  });
  expect(await violationOf(reverse(secretariat, charge))).toEqual({ kind: 'AlreadyReversed', by: String(entryNumber) });
  expect(await violationOf(reverse(secretariat, String(entryNumber)))).toEqual({ kind: 'ReversalNotReversible' });
  const { figures } = await secretariat.overview.get({});
  expect(figures.balance.amount.amount).toBe('1882873.38');
});

test('allocations, pledges, agreements with deposits and money that is promised are not reversed', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const refused = async (filter: Parameters<Caller['ledger']['list']>[0]['filter'], on?: string) =>
    violationOf(reverse(secretariat, await entryId(secretariat, filter), on));
  expect(await refused({ kinds: ['allocation'] })).toEqual({ kind: 'ReversalRefused', reason: 'only-by-decision' });
  expect(await refused({ kinds: ['pledge'] })).toEqual({ kind: 'ReversalRefused', reason: 'amend-instead' });
  expect(await refused({ kinds: ['agreement'], text: 'AUR-2022' })).toEqual({
    kind: 'ReversalRefused',
    reason: 'deposits-follow',
  });
  expect(await refused({ kinds: ['deposit'], text: 'AUR-2022' })).toMatchObject({ kind: 'InsufficientFunds' });
  expect(await refused({ kinds: ['bank-charge'] }, '2026-06-29')).toEqual({
    kind: 'ReversalBeforeEntry',
    effectiveOn: '2026-06-30',
  });
  expect(await refused({ kinds: ['bank-charge'] }, '2026-11-23')).toMatchObject({ kind: 'DateInFuture' });
  expect(await violationOf(reverse(secretariat, '0'))).toEqual({ kind: 'NotFound', subject: 'entry' });
});

test('a signature taken back makes a pledge a pledge again, and its instalments expect nothing', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const { rows } = await secretariat.contributions.list({ text: 'CAL-2026' });
  const contributionId = rows[0]?.id ?? '';
  const signed = await secretariat.contributions.agreement.record({
    idempotencyKey: newKey(),
    origin: 'pledge',
    contributionId,
    signedOn: '2026-11-20',
    currency: 'EUR',
    instalments: [{ dueOn: '2026-11-21', amount: '85000.00' }],
    supportCostPercent: null,
    description: '',
  });
  const before = await secretariat.contributions.get({ id: contributionId });
  await reverse(secretariat, String(signed.entryNumber));
  const after = await secretariat.contributions.get({ id: contributionId });
  expect(after.row).toMatchObject({
    stage: 'pledged',
    currency: 'JPY',
    pledged: { amount: '100000.00' },
    overdue: null,
  });
  expect(after.instalments).toEqual([]);
  const deposit = secretariat.contributions.deposit.record({
    idempotencyKey: newKey(),
    instalmentId: before.instalments[0]?.id ?? '',
    receivedOn: '2026-11-22',
    amount: '1.00',
    description: '',
  });
  expect(await violationOf(deposit)).toEqual({ kind: 'NotFound', subject: 'instalment' });
});

test('a signature stands although all that came on it was given back', async () => {
  const fund = await openTestFund();
  const secretariat = fund.as('secretariat');
  const signed = await secretariat.contributions.agreement.record({
    idempotencyKey: newKey(),
    origin: 'new',
    contributorId: 'c-aurelia',
    poolId: 'unearmarked',
    reference: 'AUR-2026-9',
    signedOn: '2026-11-20',
    currency: 'USD',
    instalments: [{ dueOn: '2026-11-21', amount: '100.00' }],
    supportCostPercent: null,
    description: '',
  });
  const { instalments } = await secretariat.contributions.get({ id: signed.id });
  const paid = { idempotencyKey: newKey(), instalmentId: instalments[0]?.id ?? '', amount: '100.00', description: '' };
  await secretariat.contributions.deposit.record({ ...paid, receivedOn: '2026-11-21' });
  const back = { idempotencyKey: newKey(), contributionId: signed.id, amount: '100.00', reason: 'Asked back' };
  await secretariat.contributions.refund.record({ ...back, refundedOn: '2026-11-22' });
  expect(await violationOf(reverse(secretariat, String(signed.entryNumber)))).toEqual({
    kind: 'ReversalRefused',
    reason: 'deposits-follow',
  });
});
