import { POSITION_PHASES, POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { contributorRef, figureView, organizationRef, poolRef, standpointView } from '../../views/common-views.ts';
import { poolAvailableView } from '../../views/pool-view.ts';
import { positionRowView } from '../../views/position-row-view.ts';
import { statementView } from '../../views/statement-view.ts';

const ofPosition = { positionId: z.string(), title: z.string(), organization: z.string() } as const;

/** What something that waits touches, by its name. */
const touched = z.strictObject({ id: z.string(), title: z.string() });

/** Something that waits for a person, in the order of `byConsequence`. */
export const attentionView = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('instalment-overdue'),
    contributionId: z.string(),
    reference: z.string(),
    contributor: z.string(),
    amount: moneyView,
    /** The same in US dollars, at the rate of the signature. */
    value: moneyView,
    dueOn: z.string(),
    days: z.number(),
  }),
  z.strictObject({
    kind: z.literal('instalment-due-soon'),
    contributionId: z.string(),
    reference: z.string(),
    contributor: z.string(),
    amount: moneyView,
    /** The same in US dollars, at the rate of the signature. */
    value: moneyView,
    dueOn: z.string(),
    days: z.number(),
  }),
  z.strictObject({
    kind: z.literal('year-not-funded'),
    positionId: z.string(),
    title: z.string(),
    organization: z.string(),
    dutyStation: z.string(),
    year: z.number(),
    startsOn: z.string(),
    short: moneyView,
  }),
  z.strictObject({
    kind: z.literal('position-to-decide'),
    positionId: z.string(),
    title: z.string(),
    organization: z.string(),
    cost: moneyView,
    since: z.string(),
  }),
  z.strictObject({ kind: z.literal('pool-overdrawn'), poolId: z.string(), pool: z.string(), short: moneyView }),
  z.strictObject({
    kind: z.literal('expenditure-due'),
    organizationId: z.string(),
    organization: z.string(),
    year: z.number(),
    dueOn: z.string(),
  }),
  z.strictObject({
    kind: z.literal('host-claim'),
    ...ofPosition,
    organizationId: z.string(),
    amount: moneyView,
    since: z.string(),
  }),
  z.strictObject({
    kind: z.literal('reserved-after-end'),
    ...ofPosition,
    organizationId: z.string(),
    amount: moneyView,
  }),
  z.strictObject({
    kind: z.literal('action-point-due'),
    pointId: z.string(),
    meetingId: z.string(),
    meeting: z.string(),
    text: z.string(),
    owner: z.string(),
    dueOn: z.string(),
    days: z.number(),
  }),
  z.strictObject({
    kind: z.literal('reserve-below-mark'),
    held: moneyView,
    /** What its percentage of the coming twelve months' planned expenditure comes to. */
    mark: moneyView,
    percent: z.string(),
    short: moneyView,
  }),
  z.strictObject({ kind: z.literal('reserve-not-covered'), held: moneyView, short: moneyView }),
  z.strictObject({
    kind: z.literal('group-leaving'),
    country: z.string(),
    group: z.string(),
    lastDay: z.string(),
    days: z.number(),
    proposals: z.array(touched),
    vacancies: z.array(touched),
    pools: z.array(touched),
  }),
  z.strictObject({ kind: z.literal('certification-pending'), count: z.number() }),
  z.strictObject({
    kind: z.literal('window-closing'),
    motionId: z.string(),
    reference: z.string(),
    title: z.string(),
    closesOn: z.string(),
    days: z.number(),
  }),
  z.strictObject({
    kind: z.literal('extension-due'),
    ...ofPosition,
    year: z.number(),
    endsOn: z.string(),
    days: z.number(),
  }),
  z.strictObject({
    kind: z.literal('vacancy-closing'),
    vacancyId: z.string(),
    title: z.string(),
    organization: z.string(),
    closesOn: z.string(),
    days: z.number(),
  }),
  z.strictObject({ kind: z.literal('vacancy-missing'), ...ofPosition, since: z.string(), days: z.number() }),
  z.strictObject({ kind: z.literal('terms-stale'), ...ofPosition, writtenOn: z.string() }),
  z.strictObject({ kind: z.literal('retention-due'), ...ofPosition, months: z.number(), dueOn: z.string() }),
  z.strictObject({ kind: z.literal('candidates-expired'), count: z.number() }),
  z.strictObject({ kind: z.literal('candidate-retention-unset') }),
]);

export const overviewView = z.strictObject({
  ...standpointView,
  /** Year of the first deposit, `null` before it. */
  since: z.number().nullable(),
  /** Entries that the standpoint sees. */
  entryCount: z.number(),
  figures: z.strictObject({
    balance: figureView,
    pledged: figureView,
    signed: figureView,
    received: figureView,
    outstanding: figureView,
    overdue: figureView,
    available: figureView,
    allocated: figureView,
    transferred: figureView,
    spent: figureView,
  }),
  overdueCount: z.number(),
  overdueDays: z.number().nullable(),
  /** Reported spending as percent of net transfers; `null` before the first transfer. */
  deliveryPercent: z.string().nullable(),
  /** What the operating reserve is, and since when; `null` while no decision has set one. */
  reserve: z.strictObject({ amount: moneyView, effectiveOn: z.string(), source: z.string() }).nullable(),
  /** Typical cost of one position for its whole term, and how many more the available money pays; `null` without positions. */
  termCost: moneyView.nullable(),
  fundablePositions: z.number().nullable(),
  pools: z.array(poolAvailableView),
  statement: statementView,
  contributionsByYear: z.array(z.strictObject({ year: z.number(), signed: moneyView, received: moneyView })),
  contributors: z.array(
    z.strictObject({ contributor: contributorRef, received: moneyView, outstanding: moneyView, pledged: moneyView }),
  ),
  hosts: z.array(
    z.strictObject({
      organization: organizationRef,
      positions: z.number(),
      allocated: moneyView,
      transferred: moneyView,
      spent: moneyView,
    }),
  ),
  positionsByState: z.array(
    z.strictObject({ state: z.enum(POSITION_STATES), phase: z.enum(POSITION_PHASES), count: z.number() }),
  ),
  positionCount: z.number(),
  /** Sponsored positions (approved or later), for the timeline. */
  positions: z.array(positionRowView),
  /** Contributors → pools (received), pools → hosts (allocated): US dollars. */
  flows: z.strictObject({
    received: z.array(z.strictObject({ contributor: contributorRef, pool: poolRef, amount: moneyView })),
    allocated: z.array(z.strictObject({ pool: poolRef, organization: organizationRef, amount: moneyView })),
  }),
  /** End of each month: cash held and money promised to positions. After `asOf`: signed instalments on their due dates, approved years on theirs. */
  series: z.array(z.strictObject({ on: z.string(), cash: moneyView, promised: moneyView, projected: z.boolean() })),
  /** First month end at which the projected cash is below what is promised; `null` when it never is. */
  cashShortOn: z.string().nullable(),
  /** What the days after the committee's last decision brought; `null` before the first decision. */
  sinceDecision: z
    .strictObject({
      reference: z.string(),
      decidedOn: z.string(),
      received: moneyView,
      signed: moneyView,
      transferred: moneyView,
      spent: moneyView,
    })
    .nullable(),
  attention: z.array(attentionView),
});
