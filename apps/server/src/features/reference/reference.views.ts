import { SUBJECT_KINDS } from '@dcc/domain/documents/document';
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

const found = { id: z.string(), label: z.string(), detail: z.string() };

/** Records that match a text, for the command palette. */
export const findView = z.strictObject({
  hits: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.enum([
          'contributor',
          'contribution',
          'pool',
          'host',
          'position',
          'decision',
          'meeting',
          'round',
          'vacancy',
          'person',
        ]),
        ...found,
      }),
      z.strictObject({
        kind: z.literal('document'),
        ...found,
        /** The record that the document belongs to. */
        subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.string() }),
      }),
    ]),
  ),
});
