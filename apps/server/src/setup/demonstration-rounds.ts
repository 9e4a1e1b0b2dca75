import {
  saveCriteriaSet,
  saveEarmark,
  saveEligibilitySet,
  saveMemberships,
  type Stamp,
} from '@dcc/db/stores/criteria-store';
import { saveProposal, saveRound, saveRoundStep, saveScores } from '@dcc/db/stores/round-store';
import type { Tx } from '@dcc/db/with-transaction';
import { date } from '@dcc/domain/calendar-date';
import type { RoundState } from '@dcc/domain/rounds/round';

const INVENTED = 'Invented for the demonstration';
const at = (on: string): string => `${on}T09:00:00.000Z`;
const stamp = (on: string): Stamp => ({ recordedAt: at(on), recordedBy: 'p-secretariat' });

/** Invented groups: what the real lists say is data of a real fund, with a source and days. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'DEMO-ISLANDS': ['CV', 'FJ', 'SB', 'WS'],
  'DEMO-LDC': ['GM', 'KH', 'LA', 'MZ', 'NP', 'RW', 'SB', 'SN'],
};

type Proposed = {
  readonly title: string;
  readonly theme: string;
  readonly region: string;
  readonly place: 'field' | 'headquarters';
  /** What the chair gave by each criterion. */
  readonly scores: readonly number[];
};

/** The last day of a country in its group; the others stay. */
const LAST_DAYS: Readonly<Record<string, string>> = { 'DEMO-ISLANDS FJ': '2027-06-30' };

const PROPOSED: readonly Proposed[] = [
  { title: 'Climate finance analyst', theme: 'Climate', region: 'Oceania', place: 'field', scores: [8, 7, 9] },
  { title: 'Digital governance analyst', theme: 'Governance', region: 'Africa', place: 'field', scores: [7, 8, 8] },
  { title: 'Sports for peace officer', theme: 'Peace', region: 'Africa', place: 'field', scores: [6, 7, 5] },
  { title: 'Trade statistics officer', theme: 'Statistics', region: 'Asia', place: 'field', scores: [9, 6, 7] },
];

/** Criteria, dated groups, who is eligible, what pools may pay for, and three rounds: one planned, one open, one to be scored. */
export async function enterRounds(tx: Tx, positionOf: (title: string) => string): Promise<void> {
  await saveMemberships(
    tx,
    at('2022-01-03'),
    Object.entries(GROUPS).flatMap(([group, countries]) =>
      countries.map((country) => {
        const last = LAST_DAYS[`${group} ${country}`];
        return {
          country,
          group,
          from: date('2020-01-01'),
          to: last === undefined ? null : date(last),
          source: INVENTED,
        };
      }),
    ),
  );
  const rules = { groups: ['DEMO-ISLANDS', 'DEMO-LDC'], countries: ['KE', 'UZ'], excluded: [] };
  const days = { validFrom: date('2026-01-01'), validTo: null };
  await saveEligibilitySet(
    tx,
    { id: 'g-eligible', name: 'Eligible countries', version: 1, source: INVENTED, ...days, ...rules },
    stamp('2026-01-12'),
  );
  const earmark = (poolId: string, kind: 'group' | 'theme', value: string) =>
    saveEarmark(tx, { poolId, version: 1, rules: [{ kind, value }] }, stamp('2026-01-12'));
  await earmark('e-islands', 'group', 'DEMO-ISLANDS');
  await earmark('e-ldc', 'group', 'DEMO-LDC');
  await earmark('e-women', 'theme', 'Women in science');
  await saveCriteriaSet(
    tx,
    {
      id: 'k-2026',
      name: 'Criteria of 2026',
      decision: 'SC-2026/2',
      decidedOn: date('2026-05-14'),
      scale: 10,
      priorities: [
        { kind: 'sdg', name: '13' },
        { kind: 'sdg', name: '17' },
        { kind: 'theme', name: 'Climate' },
        { kind: 'region', name: 'Oceania' },
      ],
      criteria: [
        { name: 'Learning in the post', weight: 40 },
        { name: 'Supervision', weight: 35 },
        { name: 'Fit with the priority areas', weight: 25 },
      ],
    },
    stamp('2026-05-14'),
  );
  const round = async (id: string, name: string, states: readonly RoundState[], on: string) => {
    await saveRound(tx, { id, name, criteriaSetId: 'k-2026', eligibilitySetId: 'g-eligible' }, stamp(on));
    for (const to of states) await saveRoundStep(tx, id, to, stamp(on));
  };
  await round('r-2028', 'Call for 2028', [], '2026-11-02');
  await round('r-reserve', 'Reserve call for 2027', ['open'], '2026-11-03');
  await round('r-2027', 'Call for 2027', ['open', 'closed'], '2026-11-10');
  for (const { title, scores, ...where } of PROPOSED) {
    const of = { roundId: 'r-2027', positionId: positionOf(title) };
    await saveProposal(tx, { ...of, ...where }, stamp('2026-11-10'));
    const given = scores.map((score, index) => ({ criterion: index + 1, score }));
    await saveScores(tx, { ...of, personId: 'p-chair', number: 1, scores: given, note: '' }, at('2026-11-12'));
  }
}
