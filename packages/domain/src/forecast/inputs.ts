import { z } from 'zod';
import { idempotencyKeySchema, idSchema, shortText } from '../wire.ts';
import { HORIZON } from './facts.ts';
import type { Assumptions } from './futures.ts';
import { parseScenario } from './scenario.ts';

/** Scenarios that stand beside the records. */
export const MOST_SCENARIOS = 4;

/** How many futures may be drawn at once. */
export const FUTURE_COUNTS = [1_000, 10_000, 100_000] as const;

/** From least to most that each number of a forecast takes: percent, months, and hundredths of a percent for fees. */
export const CHOICE_LIMITS = {
  fees: [0, 3_000],
  signed: [0, 100],
  overdue: [0, 100],
  pledged: [0, 100],
  pledgeAfter: [0, HORIZON],
  delay: [0, 36],
  dollar: [0, 50],
  costsLeast: [-10, 50],
  costsMost: [-10, 50],
  seed: [1, 999_999],
} as const satisfies Record<string, readonly [number, number]>;
export type ChoiceNumber = keyof typeof CHOICE_LIMITS;

/** What is supposed until somebody supposes otherwise: round numbers, from no record of any fund. */
export const NEUTRAL_CHOICE = {
  fees: 0,
  signed: 90,
  overdue: 50,
  pledged: 50,
  pledgeAfter: 12,
  delay: 6,
  dollar: 10,
  costsLeast: 0,
  costsMost: 5,
  seed: 1,
  futures: 1_000,
  show: '',
} as const satisfies Assumptions & Record<string, unknown>;

/** A number of the choice within its limits. */
export const choiceNumber = (name: ChoiceNumber) => {
  const [least, most] = CHOICE_LIMITS[name];
  return z.int().min(least).max(most);
};

export const scenarioSchema = z
  .string()
  .max(200)
  .refine((text) => text !== '' && parseScenario(text) !== null, 'not-a-scenario');

/** Everything that somebody supposes on the screen of the forecast; an address holds it, and so does what is saved. */
export const forecastChoice = z.strictObject({
  scenario: z.array(scenarioSchema).max(MOST_SCENARIOS),
  /** The scenario that is drawn in full; empty for the records as they are. */
  show: z.union([z.literal(''), scenarioSchema]),
  fees: choiceNumber('fees'),
  signed: choiceNumber('signed'),
  overdue: choiceNumber('overdue'),
  pledged: choiceNumber('pledged'),
  pledgeAfter: choiceNumber('pledgeAfter'),
  delay: choiceNumber('delay'),
  dollar: choiceNumber('dollar'),
  costsLeast: choiceNumber('costsLeast'),
  costsMost: choiceNumber('costsMost'),
  seed: choiceNumber('seed'),
  futures: z.literal(FUTURE_COUNTS),
});
export type ForecastChoice = z.infer<typeof forecastChoice>;

export const saveForecastInput = z.strictObject({
  idempotencyKey: idempotencyKeySchema,
  name: shortText,
  choice: forecastChoice,
});
export type SaveForecast = z.infer<typeof saveForecastInput>;

export const removeForecastInput = z.strictObject({ idempotencyKey: idempotencyKeySchema, id: idSchema });
export type RemoveForecast = z.infer<typeof removeForecastInput>;
