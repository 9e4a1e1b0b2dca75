import { onBothEngines } from '@dcc/db/test-support/engines';
import { verifyDatabase } from '@dcc/db/integrity-checks';
import { attend, closeByVote, draftOf, MEMBERS, personOf, sit } from '@dcc/server/testing/committee';
import {
  type Caller,
  newKey,
  openTestFund,
  outcomeOf,
  type TestFund,
  testFund,
  TODAY,
} from '@dcc/server/testing/test-fund';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyRows } from './any-life.ts';
import { seedOf } from './real-server.ts';
import { reportFault } from './report.ts';

/** One act of the committee: who and what are small numbers, taken from what there is at the time. */
type Act = {
  readonly what:
    | 'decide'
    | 'draft'
    | 'open'
    | 'vote'
    | 'recuse'
    | 'close'
    | 'agree'
    | 'circulate'
    | 'object'
    | 'attend'
    | 'replace'
    | 'turn-back'
    | 'paper'
    | 'transfer'
    | 'withdraw'
    | 'wait';
  readonly who: number;
  readonly which: number;
  readonly amount: number;
};
const WHAT = [
  'decide',
  'decide',
  'draft',
  'open',
  'vote',
  'vote',
  'recuse',
  'close',
  'agree',
  'circulate',
  'object',
  'attend',
  'replace',
  'turn-back',
  'turn-back',
  'paper',
  'transfer',
  'withdraw',
  'wait',
] as const;
/** Where in the list of posts those begin that wait for a decision. */
const WAITING = 7;
const anyAct = fc.record({ what: fc.constantFrom(...WHAT), who: fc.nat(3), which: fc.nat(9), amount: fc.nat(9) });
/** Every life decides something that can be paid for and replaces it, so that few are without a release; what comes then is any act. Or it approves a post and takes that back. */
const anyActs = fc
  .tuple(
    fc.oneof(
      fc.record({ post: fc.constantFrom(1, 2, 5, 6), next: fc.constant('replace' as const) }),
      fc.record({ post: fc.constantFrom(WAITING, WAITING + 1), next: fc.constant('turn-back' as const) }),
    ),
    fc.array(anyAct, { minLength: 10, maxLength: 30 }),
  )
  .map(([{ post, next }, acts]): Act[] => [
    { what: 'decide', who: next === 'replace' ? 1 : 0, which: post, amount: 0 },
    { what: next, who: 1, which: post, amount: 0 },
    ...acts,
  ]);

/** Amounts that a pool can just pay, and amounts that no two drafts can both have. */
const AMOUNTS = ['1000.00', '60000.00', '89000.00', '145000.00'] as const;
const POOLS = ['e-islands', 'e-ldc', 'e-women', 'unearmarked'] as const;
const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length];

/** A day of November 2026 by its number, or a later one. */
const dayText = (day: number): string =>
  new Date(Date.parse(`${TODAY}T12:00:00.000Z`) + (day - 22) * 86_400_000).toISOString().slice(0, 10);

/** Acts in any order, most of them refused; says how many were not. */
async function carryOut(fund: TestFund, acts: readonly Act[]): Promise<number> {
  const meetingId = await sit(fund);
  const known = (await fund.as('auditor').decisions.draft.choices({})).positions;
  const isWaiting = ({ state }: (typeof known)[number]) => state === 'scored' || state === 'deferred';
  const posts = [...known.filter((one) => !isWaiting(one)).slice(0, WAITING), ...known.filter(isWaiting)];
  const positions = posts.map(({ id }) => id);
  const drafts: string[] = [];
  let day = 22;
  let done = 0;
  for (const { what, who, which, amount } of acts) {
    const decisionId = pick(drafts, which) ?? 'none';
    const key = { idempotencyKey: newKey(), decisionId };
    const member = fund.as(personOf(MEMBERS[who] ?? MEMBERS[0]));
    const chair = fund.as('chair');
    const said = async (of: Parameters<typeof draftOf>[0]): Promise<string> => {
      const { id } = await fund.as('secretariat').decisions.draft.record(draftOf({ meetingId, ...of }));
      drafts.push(id);
      return id;
    };
    const draft = (supersedesId: string | null = null): Promise<string> => {
      const line = {
        positionId: pick(positions, which) ?? '',
        year: (who % 2) + 1,
        poolId: pick(POOLS, amount) ?? '',
        amount: pick(AMOUNTS, amount) ?? '',
      };
      return said({ kind: 'allocation', lines: [line], supersedesId });
    };
    // Defers or rejects what the decision that it names allocated to.
    const verdicts = async () => {
      const { allocations } = await fund.as('auditor').decisions.get({ id: decisionId });
      const verdict = amount < 5 ? ('defer' as const) : ('reject' as const);
      return [{ positionId: allocations[0]?.positionId ?? '', verdict, reason: 'x' }];
    };
    const turnBack = async (): Promise<string> =>
      said({ kind: 'positions', positions: await verdicts(), supersedesId: decisionId });
    const paper = async () =>
      chair.decisions.superseding.record({
        idempotencyKey: newKey(),
        reference: `P ${newKey().slice(0, 30)}`,
        title: 'x',
        text: 'x',
        decidedOn: dayText(day),
        supersedesId: decisionId,
        positions: await verdicts(),
      });
    // From the draft to its end, so that money is really taken between all that is refused.
    const decide = async (drafted: Promise<string>): Promise<void> => {
      const id = await drafted;
      await chair.decisions.open({ idempotencyKey: newKey(), decisionId: id });
      for (const voter of MEMBERS) {
        const vote = { idempotencyKey: newKey(), decisionId: id, choice: 'for' as const, note: '' };
        await outcomeOf(fund.as(personOf(voter)).decisions.vote(vote));
      }
      await chair.decisions.close({ ...closeByVote(id) });
    };
    const post = pick(positions, which) ?? '';
    const act = {
      draft: () => draft(),
      decide: () => decide(draft()),
      replace: () => decide(draft(decisionId)),
      'turn-back': () => decide(turnBack()),
      paper,
      transfer: () =>
        fund.as('secretariat').movements.transfer.record({
          idempotencyKey: newKey(),
          purpose: 'position',
          on: dayText(day),
          description: 'x',
          positionId: post,
          draws: [{ poolId: pick(POOLS, amount) ?? '', amount: pick(['500.00', '60000.00'], who) ?? '' }],
        }),
      async withdraw() {
        const { row } = await fund.as('auditor').positions.get({ id: post });
        const step = { idempotencyKey: newKey(), positionId: post, on: dayText(day), note: 'x' };
        await fund
          .as('secretariat')
          .positions.advance({ ...step, from: row.state, to: amount < 5 ? 'withdrawn' : 'separated' });
      },
      open: () => chair.decisions.open(key),
      vote: () => member.decisions.vote({ ...key, choice: amount < 7 ? 'for' : 'against', note: '' }),
      recuse: () => member.decisions.recuse({ ...key, reason: 'x' }),
      close: () => chair.decisions.close({ ...closeByVote(decisionId) }),
      agree: () =>
        chair.decisions.close({
          ...key,
          by: 'consensus',
          outcome: amount < 7 ? 'adopt' : 'defer',
          conditions: '',
          reason: '',
        }),
      circulate: () => chair.decisions.circulate(key),
      object: () => member.decisions.object({ ...key, reason: 'x' }),
      attend: () => attend(fund.as('secretariat'), meetingId, pick(MEMBERS, who) ?? '', amount < 7),
      async wait() {
        day += 4;
        fund.setTime(`${dayText(day)}T12:00:00.000Z`);
      },
    }[what];
    if ((await outcomeOf(act())) === 'answered') done += 1;
  }
  return done;
}

type Story = Awaited<ReturnType<Caller['decisions']['get']>>;

/** One decision: a quorum of those who may decide it, their votes and no others, one end, and entries only where it allocates or releases. */
function expectTakenWell({ decision, resolution, draft, allocations, entries, released, story }: Story): void {
  if (decision === null || resolution === null || draft === null) throw new Error('A decision has its whole story');
  releases += released.length;
  const out = new Set(draft.recusals.map(({ organizationId }) => organizationId));
  const { inFavour, against, abstained } = resolution;
  expect(resolution.present).toBeGreaterThanOrEqual(resolution.quorumNeeded);
  expect(inFavour + against + abstained).toBe(draft.votes.filter((each) => !out.has(each.organizationId)).length);
  const isMade = decision.outcome === 'adopted';
  // What it releases of the decision whose place it takes is an entry of its own.
  const most = decision.supersedes === null ? 1 : 2;
  const least = draft.lines.length > 0 ? 1 : 0;
  expect(allocations).toHaveLength(isMade ? draft.lines.length : 0);
  expect(isMade ? entries.length >= least && entries.length <= most : entries.length === 0).toBe(true);
  expect(story.filter(({ what }) => what === 'closed')).toHaveLength(1);
}

let releases = 0;
let takenBack = 0;

/** A post that was deferred or rejected has nothing reserved that was not sent, and stands where the last step of its story led. */
async function expectPostsWell(reader: Caller): Promise<void> {
  const { rows } = await reader.positions.list({ whole: true });
  for (const { id, state } of rows.filter((row) => row.state === 'deferred' || row.state === 'rejected')) {
    const { story, unsent } = await reader.positions.get({ id });
    const steps = story.flatMap((one) => (one.what === 'step' ? [one] : []));
    expect([steps.at(-1)?.to, unsent.amount]).toEqual([state, '0.00']);
    if (steps.some(({ to }) => to === 'approved')) takenBack += 1;
  }
}

/** What no sequence of acts may break: money within its pools, quorums, votes of those who take part, one end each. */
async function expectDecidedWell(fund: TestFund): Promise<number> {
  const reader = fund.as('auditor');
  const { pools } = await reader.decisions.draft.choices({});
  expect(pools.filter(({ available }) => available.amount.startsWith('-'))).toEqual([]);
  const overview = await reader.overview.get({});
  expect(overview.figures.available.amount.amount.startsWith('-')).toBe(false);
  const { decided } = await reader.decisions.list({});
  const taken = decided.filter(({ mode }) => mode !== 'on-paper');
  for (const { id } of taken) expectTakenWell(await reader.decisions.get({ id }));
  await expectPostsWell(reader);
  expect((await verifyDatabase(fund.db)).findings).toEqual([]);
  return taken.length;
}

onBothEngines('whatever the committee does', (bench) => {
  test('no sequence of decisions, transfers and releases over-allocates, and none is taken without a quorum or with a recused vote', async () => {
    const demonstration = await openTestFund();
    let [acts, decided, lives] = [0, 0, 0];
    releases = 0;
    takenBack = 0;
    const seed = seedOf();
    await fc.assert(
      fc.asyncProperty(anyActs, async (tried) => {
        const db = await bench.fresh();
        await copyRows(demonstration.db, db);
        const fund = testFund(db, '');
        acts += await carryOut(fund, tried);
        decided += await expectDecidedWell(fund);
        lives += 1;
      }),
      { numRuns: bench.engine === 'sqlite' ? 40 : 15, seed },
    );
    expect(decided).toBeGreaterThan(0);
    expect(releases).toBeGreaterThan(0);
    expect(takenBack).toBeGreaterThan(0);
    reportFault({
      fault: 'C1',
      tried: `${lives} random lives of a committee (${bench.engine}, seed ${seed}), ${acts} acts that were not refused, ${decided} decisions, ${releases} releases, ${takenBack} posts taken back`,
      lost: '0 cents too much, 0 decisions without a quorum',
    });
  });
});
