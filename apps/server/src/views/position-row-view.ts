import { POSITION_PHASES, POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { dutyStationRef, organizationRef } from './common-views.ts';

/** How a position-year is paid for: sent to the host, reserved by decision, partly reserved, or not at all. */
export const YEAR_STATES = ['transferred', 'allocated', 'part-allocated', 'unfunded'] as const;

export const positionYearView = z.strictObject({
  number: z.number(),
  startsOn: z.string(),
  endsOn: z.string(),
  cost: moneyView,
  allocated: moneyView,
  transferred: moneyView,
  short: moneyView,
  state: z.enum(YEAR_STATES),
});

export const positionRowView = z.strictObject({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  organization: organizationRef,
  dutyStation: dutyStationRef,
  state: z.enum(POSITION_STATES),
  phase: z.enum(POSITION_PHASES),
  /** `null` while nobody has said when. */
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  years: z.array(positionYearView),
  cost: moneyView,
  allocated: moneyView,
});
