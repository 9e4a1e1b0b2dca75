import { COST_COMPONENTS } from '@dcc/domain/ledger/cost-component';
import { GRADES, RISK_KINDS } from '@dcc/domain/performance/risks';
import { RETENTION_MONTHS } from '@dcc/domain/positions/retention';
import { POSITION_PHASES, POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { dutyStationRef, organizationRef, standpointView } from '../../views/common-views.ts';

/** An estimate beside what was spent; `percent` is the difference in percent of the estimate. */
const outcome = {
  estimated: moneyView,
  spent: moneyView,
  difference: moneyView,
  percent: z.string().nullable(),
} as const;
const outcomeWithInterim = { ...outcome, interim: moneyView } as const;

const days = z.number().nullable();

const pipelineView = z.strictObject({
  states: z.array(
    z.strictObject({
      state: z.enum(POSITION_STATES),
      standing: z.number(),
      reached: z.number(),
      passed: z.number(),
      medianDays: days,
      longestDays: days,
    }),
  ),
  /** From the first advertisement to the selection. */
  toFill: z.strictObject({ filled: z.number(), medianDays: days, longestDays: days }),
});

const costsView = z.strictObject({
  total: z.strictObject(outcomeWithInterim),
  posts: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      organization: organizationRef,
      phase: z.enum(POSITION_PHASES),
      reportedThrough: z.string(),
      ...outcomeWithInterim,
      years: z.array(z.strictObject({ year: z.number(), ...outcomeWithInterim })).readonly(),
    }),
  ),
  /** Posts on which a host reports and whose cost nobody has estimated. */
  withoutEstimate: z.number(),
  /** Of posts whose hosts say what all of their spending was for. */
  components: z.strictObject({
    table: z.strictObject({ version: z.string(), source: z.string() }).nullable(),
    posts: z.number(),
    /** What the hosts of the other posts report. */
    unsplit: moneyView,
    rows: z.array(z.strictObject({ component: z.enum(COST_COMPONENTS), ...outcome })),
  }),
});

const months = z.literal([...RETENTION_MONTHS]);

const retentionView = z.array(
  z.strictObject({
    months,
    due: z.number(),
    stayed: z.number(),
    elsewhere: z.number(),
    notKnown: z.number(),
    notAsked: z.number(),
    percent: z.string().nullable(),
    average: z.strictObject({ months, effectiveOn: z.string(), percent: z.string(), source: z.string() }).nullable(),
  }),
);

export const performanceView = z.strictObject({
  ...standpointView,
  /** How many positions were ever proposed. */
  positions: z.number(),
  pipeline: pipelineView,
  costs: costsView,
  retention: retentionView,
  /** Duty stations of sponsored positions: how many, and what decisions reserved for them. */
  places: z.array(z.strictObject({ dutyStation: dutyStationRef, positions: z.number(), allocated: moneyView })),
  risks: z.strictObject({
    /** The cash balance, which impact is a share of. */
    cash: moneyView,
    /** The gravest first. */
    found: z.array(
      z.strictObject({
        kind: z.enum(RISK_KINDS),
        signs: z.number(),
        atStake: moneyView,
        measure: z.number(),
        likelihood: z.enum(GRADES),
        impact: z.enum(GRADES),
      }),
    ),
  }),
});

/** Nationalities of those on the long lists; `null` is a number too small to be told, `rest` counts those whose nationality is not told. */
export const nationalitiesView = z.strictObject({
  known: z.number().nullable(),
  countries: z.array(z.strictObject({ country: z.string(), count: z.number() })),
  rest: z.number().nullable(),
});
