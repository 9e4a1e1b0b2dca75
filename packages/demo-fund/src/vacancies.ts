import type { Gender, Stage } from '@dcc/domain/vacancies/candidate';
import type { Criteria, Degree } from '@dcc/domain/vacancies/criteria';

type Step = readonly [on: string, to: Stage];

/** An invented candidate. The names are of trees, so that nobody takes them for people. */
export type DemoCandidate = {
  readonly name: string;
  readonly nationality: string;
  readonly gender: Gender | null;
  readonly birthYear: number;
  readonly degree: Degree;
  readonly experienceYears: number;
  readonly languages: readonly string[];
  readonly appliedOn: string;
  /** The first step is the long list. */
  readonly steps: readonly Step[];
};

export type DemoVacancy = {
  readonly id: string;
  readonly position: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly criteria: Criteria;
  readonly text: string;
  readonly candidates: readonly DemoCandidate[];
};

/** How long the demonstration fund keeps candidates. */
export const DEMO_RETENTION = {
  effectiveOn: '2025-01-01',
  months: 24,
  source: 'Invented for the demonstration',
} as const;

const CRITERIA: Criteria = {
  oldestAge: 31,
  degree: 'advanced',
  experienceYears: 2,
  languages: { all: [], oneOf: ['en', 'fr'], asset: ['es'] },
  eligibilitySetId: 'g-eligible',
};

const TREES = [
  'Alder',
  'Birch',
  'Cedar',
  'Fir',
  'Hazel',
  'Juniper',
  'Larch',
  'Maple',
  'Oak',
  'Pine',
  'Rowan',
  'Willow',
];
const COUNTRIES = ['FJ', 'WS', 'SN', 'KE', 'NP', 'LA', 'BD', 'RW', 'MZ', 'GM', 'SB', 'UZ'];

/** Invented people for the steps of each: nearly all of them meet the criteria, one is too old and one too new to the work. */
function people(grove: string, appliedOn: string, stories: readonly (readonly Step[])[]): DemoCandidate[] {
  return stories.map((steps, index) => ({
    name: `${TREES[index % TREES.length] ?? 'Tree'} of the ${grove}`,
    nationality: COUNTRIES[index % COUNTRIES.length] ?? 'FJ',
    gender: index % 5 === 4 ? null : index % 2 === 0 ? 'female' : 'male',
    birthYear: index === 3 ? 1988 : 1996 + (index % 4),
    degree: index === 6 ? 'first-level' : 'advanced',
    experienceYears: index === 5 ? 1 : 2 + (index % 4),
    languages: index % 3 === 0 ? ['en', 'fr'] : index % 3 === 1 ? ['en', 'es'] : ['fr'],
    appliedOn,
    steps,
  }));
}

/** As many ways through the stages as are asked for: each way is cut where its candidate stopped. */
function ways(count: number, way: readonly Step[], reached: readonly number[], last: string): Step[][] {
  return Array.from({ length: count }, (_, index) => {
    const steps = way.slice(0, 1 + reached.filter((number) => index < number).length);
    const stopped = steps.length < way.length && way.length > 1;
    return stopped ? [...steps, [last, 'not-selected']] : [...steps];
  });
}

export const DEMO_VACANCIES: readonly DemoVacancy[] = [
  {
    id: 'v-energy',
    position: 'Renewable energy analyst',
    opensOn: '2026-06-15',
    closesOn: '2026-07-31',
    criteria: CRITERIA,
    text: 'Applications went to the host organization.',
    candidates: people(
      'islands',
      '2026-07-20',
      ways(
        10,
        [
          ['2026-08-10', 'long-list'],
          ['2026-08-31', 'short-list'],
          ['2026-10-08', 'interviewed'],
          ['2026-11-09', 'selected'],
        ],
        [5, 4, 1],
        '2026-11-09',
      ),
    ),
  },
  {
    id: 'v-engineers',
    position: 'Women engineers officer',
    opensOn: '2026-08-03',
    closesOn: '2026-09-20',
    criteria: { ...CRITERIA, languages: { all: ['fr'], oneOf: [], asset: ['en'] } },
    text: 'Applications went to the host organization.',
    candidates: people(
      'savannah',
      '2026-09-10',
      ways(
        9,
        [
          ['2026-09-28', 'long-list'],
          ['2026-11-04', 'short-list'],
        ],
        [4],
        '2026-11-04',
      ),
    ),
  },
  {
    id: 'v-labour',
    position: 'Labour migration officer',
    opensOn: '2026-10-12',
    closesOn: '2026-11-13',
    criteria: CRITERIA,
    text: 'Applications went to the host organization.',
    candidates: people('delta', '2026-11-10', ways(12, [['2026-11-16', 'long-list']], [], '2026-11-16')),
  },
  {
    id: 'v-fisheries',
    position: 'Fisheries policy officer',
    opensOn: '2026-11-02',
    closesOn: '2026-12-06',
    criteria: { ...CRITERIA, languages: { all: ['en'], oneOf: [], asset: ['fr'] } },
    text: 'Send one page on why you, and two names of people who know your work, to the host organization.\n\nThis vacancy is invented: nobody reads what is sent.',
    candidates: [],
  },
];
