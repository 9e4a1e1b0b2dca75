import { POSITION_STATES } from '@dcc/domain/positions/states';
import { DEGREES } from '@dcc/domain/vacancies/criteria';
import { COUNTED_STAGES } from '@dcc/domain/vacancies/recruitment';
import { VACANCY_STATUSES } from '@dcc/domain/vacancies/vacancy';
import { z } from 'zod';
import { dutyStationRef, organizationRef, standpointView } from '../../views/common-views.ts';

const recruitmentView = z.strictObject({
  advertisedOn: z.string(),
  selectedOn: z.string().nullable(),
  inPostOn: z.string().nullable(),
  stages: z.array(z.strictObject({ state: z.enum(POSITION_STATES), days: z.number() })),
  /** From the first advertisement to the selection; `null` while nobody is selected. */
  daysToFill: z.number().nullable(),
});

export const vacancyRowView = z.strictObject({
  id: z.string(),
  number: z.number(),
  position: z.strictObject({
    id: z.string(),
    number: z.number(),
    title: z.string(),
    state: z.enum(POSITION_STATES),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
  }),
  organization: organizationRef,
  dutyStation: dutyStationRef,
  opensOn: z.string(),
  closesOn: z.string(),
  status: z.enum(VACANCY_STATUSES),
  /** Whether its position is advertised, so that anybody may see it while it is open. */
  published: z.boolean(),
  daysLeft: z.number(),
  /** How many candidates came at least so far; `null` where the number is too small to be told. */
  counts: z.array(z.strictObject({ stage: z.enum(COUNTED_STAGES), count: z.number().nullable() })),
  recruitment: recruitmentView.nullable(),
});

export const vacancyListView = z.strictObject({
  ...standpointView,
  rows: z.array(vacancyRowView),
  /** Of positions that were ever advertised: the middle one of the days to fill, and of the days in each state. */
  times: z.strictObject({
    filled: z.number(),
    daysToFill: z.number().nullable(),
    stages: z.array(z.strictObject({ state: z.enum(POSITION_STATES), positions: z.number(), days: z.number() })),
  }),
  /** Positions that may be advertised and have no vacancy that is open or to come. */
  without: z.array(z.strictObject({ id: z.string(), number: z.number(), title: z.string(), organization: z.string() })),
});

const criteriaView = z.strictObject({
  oldestAge: z.number().nullable(),
  degree: z.enum(DEGREES).nullable(),
  experienceYears: z.number(),
  languages: z.strictObject({
    all: z.array(z.string()),
    oneOf: z.array(z.string()),
    asset: z.array(z.string()),
  }),
  eligibilitySetId: z.string().nullable(),
});

/** The rule set by which nationality is checked, and the countries that it makes eligible on the day of the page. */
const eligibilityView = z.strictObject({
  name: z.string(),
  version: z.number(),
  inForce: z.boolean(),
  countries: z.array(z.string()),
});

export const vacancyView = z.strictObject({
  ...standpointView,
  row: vacancyRowView,
  criteria: criteriaView,
  eligibility: eligibilityView.nullable(),
  text: z.string(),
  /** What the position is about, which stands above the text where the vacancy is published. */
  work: z.string(),
  revisions: z.number(),
});
