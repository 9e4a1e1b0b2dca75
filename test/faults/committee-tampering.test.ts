import { verifyDatabase } from '@dcc/db/integrity-checks';
import { disarm, onBothEngines } from '@dcc/db/test-support/engines';
import { closeByVote, draftOf, FAIRWORK, LYCEUM, OCEANS, putOnTable, sit, vote } from '@dcc/server/testing/committee';
import { newKey, openTestFund, type TestFund } from '@dcc/server/testing/test-fund';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { copyRows } from './any-life.ts';

const POST = 'Climate finance analyst';

/** A committee that voted money, took another decision in its place, and decided in writing. */
async function decided(): Promise<TestFund> {
  const fund = await openTestFund();
  const meetingId = await sit(fund);
  const positionId = (await fund.as('auditor').positions.list({ text: POST })).rows[0]?.id ?? '';
  const lines = [{ positionId, year: 1, poolId: 'e-islands', amount: '100000.00' }];
  let supersedesId: string | null = null;
  for (const reference of ['V-1', 'V-2']) {
    const id = await putOnTable(fund, meetingId, { kind: 'allocation', lines, reference, supersedesId });
    for (const member of [LYCEUM, FAIRWORK]) await vote(fund, member, id);
    await vote(fund, OCEANS, id, 'against');
    await fund.as('chair').decisions.close(closeByVote(id));
    supersedesId = id;
  }
  await putOnTable(fund, meetingId, { reference: 'V-3' });
  const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ reference: 'V-4' }));
  await fund.as('chair').decisions.circulate({ idempotencyKey: newKey(), decisionId: id });
  fund.setTime('2026-12-20T12:00:00.000Z');
  // The next act of the committee enters what nobody objected to.
  await fund.as('secretariat').decisions.draft.record(draftOf());
  return fund;
}

const of = (reference: string) => `(select id from decision where reference = '${reference}')`;
const TAMPERING: readonly (readonly [rule: string, statement: string, detail: string])[] = [
  [
    'terms in one seat do not overlap',
    `insert into committee_seat select 's-twice', kind, organization_id, person_id, starts_on, null, recorded_at, recorded_by from committee_seat where kind = 'member' and organization_id = 'o-oceans'`,
    'seat',
  ],
  [
    'who votes sits for the organization on that day',
    `update vote set recorded_by = 'p-auditor' where motion_id = ${of('V-1')} and organization_id = 'o-lyceum'`,
    'decision V-1, Lyceum',
  ],
  [
    'votes are cast while their decision is on the table',
    `update vote set recorded_at = '2026-11-01T00:00:00.000Z' where motion_id = ${of('V-1')} and organization_id = 'o-oceans'`,
    'decision V-1',
  ],
  [
    'decisions count the votes of those who take part, and no others',
    `insert into motion_recusal select id, 'o-lyceum', 0, 'x', '2026-11-22T12:00:00.000Z', 'p-chair' from decision where reference = 'V-1'`,
    'decision V-1',
  ],
  [
    'the hosts of what was decided took no part',
    `delete from motion_recusal where motion_id = ${of('V-1')}`,
    'decision V-1, Meridian',
  ],
  [
    'nothing is decided without the quorum that its rules ask for',
    `update resolution set quorum_needed = 1 where decision_id = ${of('V-2')}`,
    'decision V-2',
  ],
  [
    'what is decided by vote has the votes that it needs',
    `update resolution set votes_needed = 3 where decision_id = ${of('V-2')}`,
    'decision V-2',
  ],
  [
    'what silence decided nobody objected to in its window',
    `insert into motion_event select id, 9, 'objected', 'x', 'o-lyceum', '2026-11-23T12:00:00.000Z', 'p-member-lyceum' from decision where reference = 'V-4'`,
    'decision V-4',
  ],
  [
    'a draft ends as its decision says',
    `update resolution set outcome = 'rejected' where decision_id = ${of('V-4')}`,
    'decision V-4',
  ],
  [
    'a draft says what its last version says',
    `update motion set text = 'Another text' where reference = 'V-3'`,
    'decision V-3',
  ],
  [
    'a decision allocates what its draft said',
    `update motion_line set amount = amount - 1 where motion_id = ${of('V-2')}`,
    'decision V-2',
  ],
  [
    'a decision is superseded once, by one that was taken later',
    `insert into paper_supersession select id, ${of('V-1')} from decision where reference = 'V-4'`,
    'decision V-1',
  ],
  [
    'nothing stays on the table of a meeting that is closed',
    `update meeting set state = 'closed', closed_at = opened_at where id = (select meeting_id from motion where reference = 'V-3')`,
    'decision V-3',
  ],
  [
    'every allocation has its decision',
    `update journal_entry set decision_id = null where number = (select max(number) from journal_entry where kind = 'allocation')`,
    'entry',
  ],
  [
    'positions took only steps that there are, one after the other',
    `update position_step set from_state = 'draft' where to_state = 'approved' and position_id = (select id from position where title = '${POST}')`,
    'position',
  ],
  ['weights of criteria add up to 100', `update criterion set weight = weight + 1 where number = 1`, 'criteria'],
  [
    'scores are of the criteria of their round, within their scale',
    `update proposal_score set score = 1000 where criterion = 1`,
    'round',
  ],
  ['releases post exactly what they release', `update release set amount = amount - 1`, 'entry'],
  [
    'only a decision that supersedes another, or the end of a post, releases',
    `update resolution set supersedes_id = null where decision_id = ${of('V-2')}`,
    'entry',
  ],
  ['no reservation is used or released beyond what was reserved', `update release set amount = amount * 2`, 'decision'],
];

onBothEngines('what verify finds of the committee', (bench) => {
  test('nothing where nothing was altered, and each least alteration by its rule', { timeout: 120_000 }, async () => {
    const fund = await decided();
    const copy = async () => {
      const db = await bench.fresh();
      await copyRows(fund.db, db);
      await disarm(db);
      return db;
    };
    expect((await verifyDatabase(await copy())).findings).toEqual([]);
    for (const [rule, statement, detail] of TAMPERING) {
      const db = await copy();
      // A server still refuses by its own CHECKs what a file lets pass.
      const refused = await sql
        .raw(statement)
        .execute(db.write)
        .then(
          () => false,
          (error: unknown) => String(error).includes('check constraint'),
        );
      if (refused) continue;
      const found = (await verifyDatabase(db)).findings.find((finding) => finding.rule === rule)?.detail;
      expect([rule, found]).toEqual([rule, expect.stringContaining(detail)]);
    }
  });
});
