import { COUNTED_STAGES } from '@dcc/domain/vacancies/recruitment';
import { z } from 'zod';

const count = z.number().nullable();

/** Candidates by gender, nationality and country group at each stage; `null` is a number too small to be told. */
export const balanceView = z.strictObject({
  /** Vacancies with candidates, and of how many the numbers are told here. */
  vacancies: z.number(),
  counted: z.number(),
  stages: z.array(
    z.strictObject({
      stage: z.enum(COUNTED_STAGES),
      candidates: count,
      stated: count,
      women: count,
      known: count,
      nationalities: count,
      groups: z.array(z.strictObject({ group: z.string(), count })).readonly(),
    }),
  ),
});
