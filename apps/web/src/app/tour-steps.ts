import type { Action } from '@dcc/domain/people/capability';
import { useSession } from './session.ts';

/** The screens of the tour in their order, and what somebody must be allowed to see to be led to each. */
const TOUR = {
  overview: 'overview.read',
  figure: 'overview.read',
  'earlier-day': 'overview.read',
  contribution: 'contributions.read',
  entries: 'ledger.read',
  position: 'positions.read',
  round: 'rounds.read',
} as const satisfies Readonly<Record<string, Action>>;

export type TourStep = keyof typeof TOUR;
export const TOUR_STEPS = Object.keys(TOUR) as [TourStep, ...TourStep[]];

/** Name under which this browser keeps that the tour was ended or declined. */
export const TOUR_DONE = 'tour-done';

/** The steps that this person can open. None on a real fund, and none for who cannot open the Overview, where it begins. */
export function useTourSteps(): readonly TourStep[] {
  const { fund, may } = useSession();
  if (!fund.demonstration || !may(TOUR.overview).allowed) return [];
  return TOUR_STEPS.filter((step) => may(TOUR[step]).allowed);
}
