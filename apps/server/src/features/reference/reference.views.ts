import { z } from 'zod';
import { contributorRef, dutyStationRef, organizationRef, poolRef } from '../../views/common-views.ts';

/** What forms choose from. */
export const choicesView = z.strictObject({
  contributors: z.array(contributorRef),
  pools: z.array(poolRef),
  organizations: z.array(organizationRef),
  dutyStations: z.array(dutyStationRef),
  /** Currencies a contribution may be in, those with a rate in force first. */
  currencies: z.array(z.strictObject({ code: z.string(), decimals: z.number(), hasRate: z.boolean() })),
  countries: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  /** The committee's latest decision, a day that people compare with; `null` before the first. */
  lastDecision: z.strictObject({ reference: z.string(), decidedOn: z.string() }).nullable(),
});

/** Screens and records that match a text, for the command palette. */
export const findView = z.strictObject({
  hits: z.array(
    z.strictObject({
      kind: z.enum(['contributor', 'contribution', 'position', 'decision', 'meeting', 'round', 'vacancy']),
      id: z.string(),
      label: z.string(),
      detail: z.string(),
    }),
  ),
});
