import type { CandidateStep, Gender } from './candidate.ts';
import { COUNTED_STAGES, type CountedStage, isTold } from './recruitment.ts';

/** A candidate as far as the balance of a list is concerned. What was not stated, or was erased, is `null`. */
export type BalancedCandidate = {
  readonly steps: readonly CandidateStep[];
  readonly gender: Gender | null;
  readonly nationality: {
    readonly country: string;
    /** Groups that the country belonged to on the day of application. */
    readonly groups: readonly string[];
  } | null;
};

/** Who came at least as far as a stage. `null` is a number too small to be told. */
export type StageBalance = {
  readonly stage: CountedStage;
  readonly candidates: number | null;
  /** How many stated their gender, and how many of them are women. */
  readonly stated: number | null;
  readonly women: number | null;
  /** Of how many the nationality is known, how many nationalities they have, and how many belong to each country group. */
  readonly known: number | null;
  readonly nationalities: number | null;
  readonly groups: readonly { readonly group: string; readonly count: number | null }[];
};

type EveryNumber = StageBalance & {
  readonly candidates: number;
  readonly stated: number;
  readonly women: number;
  readonly known: number;
  readonly nationalities: number;
  readonly groups: readonly { readonly group: string; readonly count: number }[];
};

/** The balance of candidates at each stage by gender, nationality and country group, with every number. */
export function balanceOf(candidates: readonly BalancedCandidate[], groups: readonly string[]): EveryNumber[] {
  return COUNTED_STAGES.map((stage) => {
    const reached = candidates.filter(({ steps }) => steps.some(({ to }) => to === stage));
    const nationalities = reached.flatMap(({ nationality }) => (nationality === null ? [] : [nationality]));
    return {
      stage,
      candidates: reached.length,
      stated: reached.filter(({ gender }) => gender !== null).length,
      women: reached.filter(({ gender }) => gender === 'female').length,
      known: nationalities.length,
      nationalities: new Set(nationalities.map(({ country }) => country)).size,
      groups: groups.map((group) => ({
        group,
        count: nationalities.filter((each) => each.groups.includes(group)).length,
      })),
    };
  });
}

/** A part of a whole: so many of so many. */
type Part = { readonly part: number; readonly whole: number };

/** Whether a part names nobody: neither those in it nor those outside it are one or two. */
const isTellable = ({ part, whole }: Part): boolean => isTold(part) && isTold(whole - part);

/**
 * The parts of stages that may be told, each stage within the one before. Who fell out between two of them is a part as well, which
 * anybody could work out: it is held to the same.
 */
function toldParts(parts: readonly Part[]): (number | null)[] {
  let before: Part | null = null;
  return parts.map((each) => {
    const between = before === null ? each : { part: before.part - each.part, whole: before.whole - each.whole };
    if (!isTellable(each) || !isTellable(between)) return null;
    before = each;
    return each.part;
  });
}

/** Groups overlap, and one may lie within another: two that differ by one or two people are not both told. */
function apart(counts: readonly { readonly group: string; readonly count: number | null }[]): StageBalance['groups'] {
  const told: number[] = [];
  return counts.map(({ group, count }) => {
    if (count === null || told.some((other) => !isTold(Math.abs(other - count)))) return { group, count: null };
    told.push(count);
    return { group, count };
  });
}

/** The same balance for those who may not see the candidates: no number of it, and none worked out from it, is about one or two people. */
export function withoutSmallParts(balance: readonly EveryNumber[]): StageBalance[] {
  const women = toldParts(balance.map(({ women: part, stated: whole }) => ({ part, whole })));
  const groups = (balance[0]?.groups ?? []).map((_, index) =>
    toldParts(balance.map((each) => ({ part: each.groups[index]?.count ?? 0, whole: each.known }))),
  );
  const number = (count: number): number | null => (isTold(count) ? count : null);
  return balance.map((each, stage) => ({
    stage: each.stage,
    candidates: number(each.candidates),
    stated: number(each.stated),
    women: women[stage] ?? null,
    known: number(each.known),
    nationalities: isTold(each.known) ? each.nationalities : null,
    groups: apart(each.groups.map(({ group }, index) => ({ group, count: groups[index]?.[stage] ?? null }))),
  }));
}
