import { listCandidatesInput } from '@dcc/domain/vacancies/inputs';
import { z } from 'zod';

/** State of the page of a vacancy in its address: the day on which the criteria are measured. What is malformed is left out. */
export const vacancySearch = z.object({ measuredOn: listCandidatesInput.shape.measuredOn.catch(undefined) });
