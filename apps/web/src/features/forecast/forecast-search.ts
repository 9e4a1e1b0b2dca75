import {
  type ChoiceNumber,
  choiceNumber,
  forecastChoice,
  MOST_SCENARIOS,
  NEUTRAL_CHOICE,
  scenarioSchema,
} from '@dcc/domain/forecast/inputs';
import { z } from 'zod';
import { listOf } from '../../app/search-params.ts';

const shape = forecastChoice.shape;
const numeric = z.union([
  z.int(),
  z
    .string()
    .regex(/^-?\d{1,6}$/u)
    .transform(Number),
]);

/** A number of the choice as an address has it; what is none becomes the neutral one. */
function fromAddress(name: ChoiceNumber) {
  const neutral: number = NEUTRAL_CHOICE[name];
  return numeric.pipe(choiceNumber(name)).default(neutral).catch(neutral);
}

const scenarios = listOf(z.string()).transform((texts) =>
  texts.filter((text) => scenarioSchema.safeParse(text).success).slice(0, MOST_SCENARIOS),
);

/** State of the forecast in its address, beside the standpoint. What it does not know it leaves out. */
export const forecastSearch = z.object({
  scenario: scenarios.default([]).catch([]),
  show: shape.show.default('').catch(''),
  fees: fromAddress('fees'),
  signed: fromAddress('signed'),
  overdue: fromAddress('overdue'),
  pledged: fromAddress('pledged'),
  pledgeAfter: fromAddress('pledgeAfter'),
  delay: fromAddress('delay'),
  dollar: fromAddress('dollar'),
  costsLeast: fromAddress('costsLeast'),
  costsMost: fromAddress('costsMost'),
  seed: fromAddress('seed'),
  futures: numeric.pipe(shape.futures).default(NEUTRAL_CHOICE.futures).catch(NEUTRAL_CHOICE.futures),
});
export type ForecastSearch = z.output<typeof forecastSearch>;
