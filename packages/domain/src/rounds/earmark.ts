import { EARMARKINGS, type Earmarking } from '../contributions/kinds.ts';

/** What the money of a pool may be tied to. */
export const EARMARK_KINDS = ['host', 'country', 'group', 'region', 'place', 'theme'] as const;
export type EarmarkKind = (typeof EARMARK_KINDS)[number];

/** One thing that a pool pays for: a host by its id, a country or group by its code, a region or theme by its name. */
export type EarmarkRule = { readonly kind: EarmarkKind; readonly value: string };

/** Where a position works. */
export const PLACES = ['field', 'headquarters'] as const;

/** What a proposal is, in the words that earmarks, limits and criteria use. */
export type ProposalTraits = {
  readonly host: string;
  readonly country: string;
  readonly groups: readonly string[];
  readonly region: string;
  readonly place: (typeof PLACES)[number];
  readonly theme: string;
};

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** Whether a pool may pay for a proposal: of each kind of rule that it has, one must fit; a pool without rules pays for anything. */
export function mayPay(rules: readonly EarmarkRule[], proposal: ProposalTraits): boolean {
  const fits = ({ kind, value }: EarmarkRule): boolean =>
    kind === 'group' ? proposal.groups.some((group) => same(group, value)) : same(proposal[kind], value);
  return EARMARK_KINDS.every((kind) => {
    const own = rules.filter((rule) => rule.kind === kind);
    return own.length === 0 || own.some(fits);
  });
}

/** How early the money of a pool is spent: tighter earmarks first, and among alike the pool that may pay for fewer proposals. */
export function tightness(earmarking: Earmarking, payable: number): number {
  return EARMARKINGS.indexOf(earmarking) * 1_000_000 - payable;
}

/** What a limit counts a proposal under: `host:o-1`, `group:LDC`, `place:field`. */
export function marksOf(proposal: ProposalTraits): string[] {
  return [
    `host:${proposal.host}`,
    `country:${proposal.country}`,
    ...proposal.groups.map((group) => `group:${group}`),
    `region:${proposal.region}`,
    `place:${proposal.place}`,
    `theme:${proposal.theme}`,
  ];
}
