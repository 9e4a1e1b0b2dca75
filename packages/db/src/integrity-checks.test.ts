import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Finding, verifyDatabase } from './integrity-checks.ts';
import type { Database } from './open-database.ts';
import { disarm, onBothEngines } from './test-support/engines.ts';
import { beginWorkedFund, enterSome } from './test-support/worked-fund.ts';

const CHAIN = 'the chain of entries is whole';
const altered = (number: number) => ({ rule: CHAIN, detail: `entry ${number} was altered: its hash does not fit` });

onBothEngines('verification', (bench) => {
  let db: Database;
  beforeAll(async () => {
    db = await bench.fresh();
    await beginWorkedFund(db);
    await enterSome(db);
    await disarm(db);
  });

  /** What verification finds after a change, which is then taken back. */
  async function findingsAfter(statement: string, more: readonly string[] = []): Promise<readonly Finding[]> {
    let findings: readonly Finding[] = [];
    const done = new Error('Take it back');
    const work = db.write.transaction().execute(async (tx) => {
      for (const each of [statement, ...more]) await sql.raw(each).execute(tx);
      ({ findings } = await verifyDatabase({ ...db, read: tx, write: tx }));
      throw done;
    });
    await work.catch((error: unknown) => {
      if (error !== done) throw error;
    });
    return findings;
  }

  test('finds nothing where nothing is wrong, and says how much it looked at', async () => {
    expect(await verifyDatabase(db)).toEqual({
      entries: 6,
      rules: bench.engine === 'sqlite' ? 55 : 53,
      findings: [],
      head: { number: 6, hash: expect.stringMatching(/^[\da-f]{64}$/u) as string },
    });
  });

  describe('names the first entry that was tampered with', () => {
    const tampering: readonly (readonly [what: string, statement: string, detail: string])[] = [
      [
        'a letter of a description',
        `update journal_entry set description = 'Receiued' where number >= 2 and number <= 3`,
        altered(2).detail,
      ],
      ['a reference', `update journal_entry set reference = 'REF-k-9' where number = 4`, altered(4).detail],
      ['a day', `update journal_entry set effective_on = '2025-06-02' where number = 2`, altered(2).detail],
      [
        'a day to one that does not exist',
        `update journal_entry set effective_on = '2025-06-0x' where number = 2`,
        'entry 2 cannot be read',
      ],
      [
        'the time of recording',
        `update journal_entry set recorded_at = '2026-11-22T09:00:01.000Z' where number = 3`,
        altered(3).detail,
      ],
      ['a hash', `update journal_entry set hash = 'f' || substr(hash, 2) where number = 3`, altered(3).detail],
      [
        'a hash of the entry before',
        `update journal_entry set previous_hash = hash where number = 3`,
        'entry 3 does not follow the entry before it',
      ],
      ['a rate', `update journal_entry set rate_id = null where number = 2`, altered(2).detail],
      [
        'what a rate was published as',
        `update exchange_rate set units_per_dollar = '0.89' where currency = 'CHF' and effective_on = '2024-07-01'`,
        'entry 2 is not valued at the rate it names',
      ],
      ['a decision', `update journal_entry set decision_id = null where number = 5`, altered(5).detail],
      [
        'one amount',
        `update posting set amount = amount + 1 where entry_number = 3 and line = 1`,
        'entry 3 does not balance',
      ],
      ['two amounts that balance', `update posting set amount = amount * 2 where entry_number = 6`, altered(6).detail],
      [
        'an amount in another currency',
        `update posting set original_amount = original_amount + 1 where entry_number = 2 and line = 1`,
        altered(2).detail,
      ],
      [
        'the contributor of a line',
        `update posting set contributor_id = 'c-2' where entry_number = 2`,
        altered(2).detail,
      ],
      ['an entry that is gone', `delete from journal_entry where number = 3`, 'entry 3 is missing'],
      ['the first entry gone', `delete from journal_entry where number = 1`, 'entry 1 is missing'],
      [
        'the last entry gone',
        `delete from journal_entry where number = 6`,
        'the ledger ends at entry 5, the fund counts 6',
      ],
      ['lines that are gone', `delete from posting where entry_number = 4`, altered(4).detail],
      ['one line gone', `delete from posting where entry_number = 4 and line = 1`, 'entry 4 does not balance'],
      [
        'an entry slipped in',
        `insert into journal_entry select 7, kind, effective_on, recorded_at, recorded_by, description, reference, rate_id, decision_id, reverses, hash, 'made up', charge_percent, charge_base from journal_entry where number = 6`,
        altered(7).detail,
      ],
      ['the count of the fund', `update fund set entry_count = 5`, 'the ledger ends at entry 6, the fund counts 5'],
      ['the last hash of the fund', `update fund set last_hash = 'f'`, 'the ledger ends at entry 6, the fund counts 6'],
    ];
    test.each(tampering)('%s', async (_what, statement, detail) => {
      expect(await findingsAfter(statement)).toContainEqual({ rule: CHAIN, detail });
    });
  });

  describe('names the first figure that is not the sum of its entries', () => {
    const tampering: readonly (readonly [rule: string, statement: string, detail: RegExp])[] = [
      [
        'balances kept by month equal the postings',
        `update kept_balance set amount = amount + 1 where grain = 'month' and period = '2025-06' and account = 'cash'`,
        /^month 2025-06, account cash, kind deposit$/u,
      ],
      [
        'balances kept by month equal the postings',
        `delete from kept_balance where account = 'transfers'`,
        /^month 2025-10, account transfers, kind transfer$/u,
      ],
      [
        'balances kept by year equal the postings',
        `update kept_balance set recorded_month = '2026-12' where grain = 'year' and account = 'transfers'`,
        /^year 2025, account transfers, kind transfer$/u,
      ],
      [
        'totals of accounts kept by month equal the postings',
        `update kept_total set amount = amount + 1 where grain = 'month' and period = '2025-06' and account = 'cash'`,
        /^month 2025-06, account cash, kind deposit$/u,
      ],
      [
        'totals of accounts kept by day equal the postings',
        `delete from kept_total where grain = 'day' and account = 'transfers'`,
        /^day 2025-10-\d\d, account transfers, kind transfer$/u,
      ],
      [
        'entries are recorded one after the other',
        `update journal_entry set recorded_at = '2026-11-21T09:00:00.000Z' where number = 4`,
        /^entry 4$/u,
      ],
      [
        'every entry is certified or waits for it',
        `delete from pending_certification where entry_number = 2`,
        /^entry 2$/u,
      ],
      [
        'every entry is certified or waits for it',
        `insert into certification values (3, '2026-11-23T09:00:00.000Z', 'p-1')`,
        /^entry 3$/u,
      ],
      [
        'nobody certifies what they recorded',
        `insert into certification values (3, '2026-11-23T09:00:00.000Z', 'command-line')`,
        /^entry 3$/u,
      ],
      [
        'financial years stand where their last event left them',
        `insert into financial_year values (2020, 'closed')`,
        /^year 2020$/u,
      ],
      [
        'postings repeat the kind and date of their entry',
        `update posting set effective_on = '2025-06-03' where entry_number = 2 and line = 1`,
        /^entry 2$/u,
      ],
      [
        'postings repeat the kind and date of their entry',
        `update posting set kind = 'other-income' where entry_number = 3 and line = 2`,
        /^entry 3$/u,
      ],
      ['every entry has postings', `delete from posting where entry_number = 5`, /^entry 5$/u],
      [
        'sums of contributions equal their postings',
        `update contribution set received_value = received_value + 1 where id = 'k-1'`,
        /^contribution REF-k-1$/u,
      ],
      [
        'sums of contributions equal their postings',
        `update contribution set pledged_original = 0 where id = 'k-2'`,
        /^contribution REF-k-2$/u,
      ],
      [
        'instalments expect what their postings leave open',
        `update instalment set outstanding_original = 1 where id = 'k-1-2'`,
        /^instalment k-1-2$/u,
      ],
      [
        'position-years hold what decisions allocated and nobody released',
        `update position_year set allocated = allocated - 1 where position_id = 'p-1' and year = 2`,
        /^position p-1, year 2$/u,
      ],
      [
        'positions hold what their ledger allocated',
        `update position set allocated = allocated - 1 where id = 'p-1'`,
        /^position 1$/u,
      ],
      [
        'decisions post exactly what they allocate',
        `update allocation set amount = amount + 1 where line = 1`,
        /^decision SC-1$/u,
      ],
      [
        'no reservation is used or released beyond what was reserved',
        `update posting set amount = -9000000 where account = 'allocations-open' and kind = 'transfer'`,
        /^position p-1$/u,
      ],
      [
        'no host sent back more than it was sent',
        `update posting set amount = -1 where account = 'transfers'`,
        /^organization o-1$/u,
      ],
      [
        'no host says it sent back more than it received',
        `update posting set account = 'organization-refunds', organization_id = 'o-1', amount = 1 where entry_number = 2 and line = 1`,
        /^organization o-1$/u,
      ],
      [
        'no instalment is settled beyond its amount',
        `update instalment set outstanding_original = amount + 1 where id = 'k-1-2'`,
        /^instalment k-1-2$/u,
      ],
      [
        'support cost is charged on reported expenditure alone',
        `update journal_entry set kind = 'support-cost', charge_percent = '7', charge_base = 1 where number = 2`,
        /^support cost$/u,
      ],
      [
        'the operating reserve is not below nothing',
        `update posting set account = 'reserve-held', amount = -1 where entry_number = 2 and line = 1`,
        /^reserve$/u,
      ],
      [
        'allocations take effect on the day of their decision',
        `update decision set decided_on = '2020-01-01' where reference = 'SC-1'`,
        /^decision SC-1$/u,
      ],
      [
        'positions stand where their last step left them',
        `update position set state = 'offered' where id = 'p-1'`,
        /^position 1$/u,
      ],
    ];
    test.each(tampering)('%s', async (rule, statement, detail) => {
      const findings = await findingsAfter(statement);
      expect(findings.find((finding) => finding.rule === rule)?.detail).toMatch(detail);
    });
  });

  test('holds a closed year to what it was when it closed', async () => {
    const findings = await findingsAfter(`insert into financial_year values (2025, 'closed')`, [
      `insert into year_event select 2025, 1, 'closed', 'Ended', null, 2, e.hash, '2026-11-22T10:00:00.000Z', 'command-line' from journal_entry e where e.number = 3`,
    ]);
    const found = (rule: string) => findings.find((finding) => finding.rule === rule)?.detail;
    expect(found('nothing was recorded in or before a year after it closed')).toBe('entry 3');
    expect(found('a closed year has no entry that waits for certification')).toMatch(/^entry \d$/u);
    expect(found('closing a year kept the head of its time')).toBe('year 2025');
  });

  test('says which table refers to nothing', async () => {
    const findings = await findingsAfter(`delete from contributor where id = 'c-1'`);
    const found = findings.filter(({ rule }) => rule === 'every reference has its row');
    // PostgreSQL looks after its references itself.
    expect(found.length).toBe(bench.engine === 'sqlite' ? 1 : 0);
  });
});
