import { saveFinding } from '@dcc/db/stores/review-store';
import { saveTermsVersion } from '@dcc/db/stores/terms-store';
import type { Tx } from '@dcc/db/with-transaction';
import type { DemoPosition } from '@dcc/demo-fund/positions';
import { DEMO_CONTRIBUTORS } from '@dcc/demo-fund/fund';
import { date } from '@dcc/domain/calendar-date';
import type { FindingKind } from '@dcc/domain/positions/review';
import type { PositionState } from '@dcc/domain/positions/states';
import type { Terms } from '@dcc/domain/positions/terms';
import type { Shell } from '../use-case/context.ts';

/** What positions serve: goals by number, themes by name. Those that are left out here have not said it. */
const SERVED: Readonly<Record<string, readonly [goals: string, themes: string]>> = {
  'Climate adaptation analyst': ['13', 'Climate'],
  'Decent work officer': ['8', 'Decent work'],
  'Data and statistics associate': ['4, 17', 'Statistics'],
  'Gender programme analyst': ['5', 'Women in science'],
  'Youth participation officer': ['16', 'Governance'],
  'Water governance analyst': ['6, 13', 'Climate, Governance'],
  'Coastal resilience analyst': ['13, 14', 'Climate'],
  'Migration statistics associate': ['8, 17', 'Statistics'],
  'Renewable energy analyst': ['7, 13', 'Climate'],
  'Women engineers officer': ['5', 'Women in science'],
  'Labour migration officer': ['8', 'Decent work'],
  'Fisheries policy officer': ['14', 'Climate'],
};

/** Invented terms of reference, every field of the template. */
function termsOf({ title, text, costs }: DemoPosition, number: number): Terms {
  return {
    code: `DEMO-${String(number).padStart(3, '0')}`,
    submittedBy: 'Head of the invented office',
    approvedBy: 'Invented focal point for staff',
    jobFamily: title.split(' ').slice(0, -1).join(' '),
    sector: 'Invented for the demonstration',
    office: 'Invented country office',
    nonFamily: 'no',
    duration: String(costs.length * 12),
    supervisor: 'An invented programme officer',
    supervisorTitle: 'Programme officer',
    supervisionContent: 'A work plan agreed in the first month; a talk about it every two weeks.',
    supervisionMethod: 'An evaluation at the end of each contract year.',
    duties: text,
    goals: SERVED[title]?.[0] ?? '',
    themes: SERVED[title]?.[1] ?? '',
  };
}

/** The terms of reference of a position, written before it is submitted. */
export async function writeTerms(
  tx: Tx,
  shell: Shell,
  positionId: string,
  position: DemoPosition,
  number: number,
): Promise<void> {
  const stamp = { recordedAt: shell.now().toISOString(), recordedBy: 'p-secretariat' };
  await saveTermsVersion(tx, positionId, 1, termsOf(position, number), stamp);
}

/** What a review finds when it begins, and what the contributor says before the second year. */
const FINDINGS: Partial<Record<PositionState, readonly FindingKind[]>> = {
  'extension-review': ['priority', 'evaluation'],
  'in-post-year-2': ['agreement'],
};

/** The findings on record on the day of a step. */
export async function writeFindings(
  tx: Tx,
  shell: Shell,
  positionId: string,
  on: string,
  to: PositionState,
): Promise<void> {
  const stamp = { recordedAt: shell.now().toISOString(), recordedBy: 'p-secretariat' };
  for (const kind of FINDINGS[to] ?? []) {
    const contributorId = kind === 'agreement' ? (DEMO_CONTRIBUTORS[0]?.id ?? null) : null;
    const finding = { id: shell.newId(), kind, year: 2, favourable: true, hostAmount: null, contributorId };
    await saveFinding(tx, positionId, { ...finding, on: date(on), reference: 'Invented review of year 1' }, stamp);
  }
}
