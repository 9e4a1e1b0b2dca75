import { POSITION_PHASES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { VACANCY_STATUSES } from '@dcc/domain/vacancies/vacancy';
import { z } from 'zod';
import { decisionRef, releasedView } from '../../views/committee-views.ts';
import { figureView, standpointView } from '../../views/common-views.ts';
import { poolAvailableView } from '../../views/pool-view.ts';
import { positionRowView } from '../../views/position-row-view.ts';
import { lifeFields } from './life.views.ts';
import { storyView } from './story.views.ts';

export const positionListView = z.strictObject({
  ...standpointView,
  rows: z.array(positionRowView),
  rowCount: z.number(),
  page: z.number(),
  pageSize: z.number(),
  byPhase: z.array(z.strictObject({ phase: z.enum(POSITION_PHASES), count: z.number() })),
  totals: z.strictObject({ cost: moneyView, allocated: moneyView }),
});

export const positionView = z.strictObject({
  ...standpointView,
  row: positionRowView,
  description: z.string(),
  ...lifeFields,
  takesAllocation: z.boolean(),
  /** Reserved for it and not sent yet. */
  unsent: moneyView,
  /** Whether it is over: then what was not sent can be released. */
  over: z.boolean(),
  /** What its host holds unspent of a post that is over, until it sends it back; `null` where it holds nothing. */
  claim: moneyView.nullable(),
  /** What went back to its pools before it was sent. */
  released: z.array(releasedView),
  figures: z.strictObject({ allocated: figureView, transferred: figureView, spent: figureView }),
  story: storyView,
  /** Its vacancies, the last first, as they stand on the day. */
  vacancies: z.array(
    z.strictObject({ id: z.string(), opensOn: z.string(), closesOn: z.string(), status: z.enum(VACANCY_STATUSES) }),
  ),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      reference: z.string(),
      title: z.string(),
      decidedOn: z.string(),
      /** What has come in its place. */
      supersededBy: decisionRef.nullable(),
      text: z.string(),
      recordedBy: z.string(),
      entryId: z.string(),
      entryNumber: z.number(),
      lines: z.array(z.strictObject({ year: z.number(), pool: z.string(), amount: moneyView })),
    }),
  ),
  transfers: z.array(
    z.strictObject({
      entryId: z.string(),
      entryNumber: z.number(),
      on: z.string(),
      amount: moneyView,
      description: z.string(),
    }),
  ),
  /** What an allocation could draw on today. */
  pools: z.array(poolAvailableView),
  /** Of the whole fund, after the reserve. */
  available: moneyView,
});
