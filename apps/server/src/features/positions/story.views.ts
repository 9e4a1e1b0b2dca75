import { ENTRY_KINDS } from '@dcc/domain/ledger/kinds';
import { RETENTION_MONTHS, RETENTION_OUTCOMES } from '@dcc/domain/positions/retention';
import { FINDING_KINDS } from '@dcc/domain/positions/review';
import { POSITION_STATES } from '@dcc/domain/positions/states';
import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { decisionRef } from '../../views/committee-views.ts';

const happening = <K extends string, S extends z.ZodRawShape>(what: K, shape: S) =>
  z.strictObject({ what: z.literal(what), on: z.string(), ...shape });
const by = z.string();

/** What happened to a position, oldest first. */
export const storyView = z.array(
  z.discriminatedUnion('what', [
    happening('step', {
      from: z.enum(POSITION_STATES).nullable(),
      to: z.enum(POSITION_STATES),
      note: z.string(),
      /** The decision that took it. */
      decision: decisionRef.extend({ supersededBy: decisionRef.nullable() }).nullable(),
      by,
    }),
    happening('terms', { version: z.number(), by }),
    happening('round', { roundId: z.string(), name: z.string(), by }),
    happening('vacancy', { vacancyId: z.string(), number: z.number(), day: z.enum(['opens', 'closes']) }),
    happening('money', {
      entryId: z.string(),
      entryNumber: z.number(),
      kind: z.enum(ENTRY_KINDS),
      amount: moneyView,
      description: z.string(),
      decisionId: z.string().nullable(),
      documents: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      by,
    }),
    happening('finding', {
      finding: z.enum(FINDING_KINDS),
      year: z.number(),
      favourable: z.boolean(),
      reference: z.string(),
      by,
    }),
    happening('retention', { months: z.literal([...RETENTION_MONTHS]), outcome: z.enum(RETENTION_OUTCOMES), by }),
  ]),
);
