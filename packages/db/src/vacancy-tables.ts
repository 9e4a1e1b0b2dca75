import type { Gender, Stage } from '@dcc/domain/vacancies/candidate';
import type { Degree } from '@dcc/domain/vacancies/criteria';
import type { ErasureReason } from '@dcc/domain/vacancies/inputs';

/** The tables of vacancies and candidates; the conventions are those of all tables. */
export type VacancyTables = {
  vacancy: { id: string; position_id: string; number: bigint; recorded_at: string; recorded_by: string };
  vacancy_terms: {
    vacancy_id: string;
    number: bigint;
    opens_on: string;
    closes_on: string;
    oldest_age: bigint | null;
    degree: Degree | null;
    experience_years: bigint;
    languages_all: string;
    languages_one_of: string;
    languages_asset: string;
    eligibility_set_id: string | null;
    text: string;
    recorded_at: string;
    recorded_by: string;
  };
  candidate: {
    id: string;
    vacancy_id: string;
    number: bigint;
    applied_on: string;
    name: string | null;
    nationality: string | null;
    gender: Gender | null;
    birth_year: bigint | null;
    degree: Degree | null;
    experience_years: bigint | null;
    languages: string | null;
    erased_on: string | null;
    erased_reason: ErasureReason | null;
  };
  candidate_step: {
    candidate_id: string;
    number: bigint;
    to_stage: Stage;
    on_date: string;
    recorded_at: string;
    recorded_by: string;
  };
  candidate_retention: {
    number: bigint;
    effective_on: string;
    months: bigint;
    source: string;
    recorded_at: string;
    recorded_by: string;
  };
  retention_average: {
    number: bigint;
    months: bigint;
    effective_on: string;
    percent: string;
    source: string;
    recorded_at: string;
    recorded_by: string;
  };
  digest: { person_id: string; on_date: string; items: bigint; recorded_at: string };
};
