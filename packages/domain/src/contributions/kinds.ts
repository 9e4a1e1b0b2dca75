/** The six kinds of contributor the fund is open to. */
export const CONTRIBUTOR_TYPES = [
  'country',
  'ngo',
  'private-sector',
  'foundation',
  'regional-organization',
  'development-bank',
] as const;
export type ContributorType = (typeof CONTRIBUTOR_TYPES)[number];

/** How far a contribution has come: announced, signed, or received without a recorded agreement. */
export const CONTRIBUTION_STAGES = ['pledged', 'signed', 'received'] as const;
export type ContributionStage = (typeof CONTRIBUTION_STAGES)[number];

/** What a contribution may be used for, in the words of the Grand Bargain (IATI EarmarkingCategory 1–4). */
export const EARMARKINGS = ['unearmarked', 'softly', 'earmarked', 'tightly'] as const;
export type Earmarking = (typeof EARMARKINGS)[number];

/** How an instalment stands on a date. */
export const INSTALMENT_STATES = ['expected', 'overdue', 'part-received', 'received', 'written-off'] as const;
export type InstalmentState = (typeof INSTALMENT_STATES)[number];
