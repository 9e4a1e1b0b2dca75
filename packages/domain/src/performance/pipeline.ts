import { type CalendarDate, daysBetween } from '../calendar-date.ts';
import { POSITION_STATES, type PositionState } from '../positions/states.ts';
import { STEPS } from '../positions/step-table.ts';
import { medianDays, recruitmentOf } from '../vacancies/recruitment.ts';

/** The steps of one position, oldest first. */
export type PositionSteps = readonly { readonly to: PositionState; readonly on: CalendarDate }[];

/** How positions went through one state. */
export type StateTimes = {
  readonly state: PositionState;
  /** How many stand there, how many have ever been there, and how many of these have gone on: reached = standing + passed. */
  readonly standing: number;
  readonly reached: number;
  readonly passed: number;
  /** Days that positions spent there, all stays of one position together; a stay that lasts counts so far. `null` of an end. */
  readonly medianDays: number | null;
  readonly longestDays: number | null;
};

/** Whether no step leads on from a state: time spent there means nothing. */
function isEnd(state: PositionState): boolean {
  return STEPS.every(({ from }) => from !== state);
}

/** Days that one position spent in each state that it has been in, up to a day. */
function daysInStates(steps: PositionSteps, until: CalendarDate): Map<PositionState, number> {
  const days = new Map<PositionState, number>();
  for (const [index, { to, on }] of steps.entries())
    days.set(to, (days.get(to) ?? 0) + daysBetween(on, steps[index + 1]?.on ?? until));
  return days;
}

/** Every state that any position has been in, in the order of a position's life, with how many and how long. */
export function pipelineOf(positions: readonly PositionSteps[], until: CalendarDate): StateTimes[] {
  const stays = positions.map((steps) => daysInStates(steps, until));
  return POSITION_STATES.flatMap((state) => {
    const days = stays.map((own) => own.get(state)).filter((each) => each !== undefined);
    if (days.length === 0) return [];
    const standing = positions.filter((steps) => steps.at(-1)?.to === state).length;
    return [
      {
        state,
        standing,
        reached: days.length,
        passed: days.length - standing,
        medianDays: isEnd(state) ? null : medianDays(days),
        longestDays: isEnd(state) ? null : Math.max(...days),
      },
    ];
  });
}

/** From the first advertisement to the selection, of all positions that were filled: how many, the middle one and the longest, in days. */
export function timeToFill(
  positions: readonly PositionSteps[],
  until: CalendarDate,
): { readonly filled: number; readonly medianDays: number | null; readonly longestDays: number | null } {
  const days = positions.flatMap((steps): number[] => {
    const recruitment = recruitmentOf(steps, until);
    return recruitment?.selectedOn == null ? [] : [daysBetween(recruitment.advertisedOn, recruitment.selectedOn)];
  });
  return {
    filled: days.length,
    medianDays: medianDays(days),
    longestDays: days.length === 0 ? null : Math.max(...days),
  };
}
