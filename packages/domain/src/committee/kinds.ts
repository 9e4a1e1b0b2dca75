/** Places at the committee's table: of an organization its member and the member's alternate, and the chair. */
export const SEAT_KINDS = ['member', 'alternate', 'chair'] as const;
export type SeatKind = (typeof SEAT_KINDS)[number];

/** How rules of procedure bound a share: at least, or more than, so many of so many parts. */
export const SHARE_BOUNDS = ['at-least', 'more-than'] as const;
export type ShareBound = (typeof SHARE_BOUNDS)[number];

/** What a majority is a share of: the votes for and against, or every organization that is here and may vote. */
export const MAJORITY_BASES = ['cast', 'present'] as const;
export type MajorityBase = (typeof MAJORITY_BASES)[number];

/** A sitting of the committee: planned, open while it sits, closed for good. */
export const MEETING_STATES = ['planned', 'open', 'closed'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** What a decision says of a position that waits for one. */
export const VERDICTS = ['approve', 'defer', 'reject'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The state into which each verdict moves a position. */
export const VERDICT_STATE = { approve: 'approved', defer: 'deferred', reject: 'rejected' } as const;

/** What a decision is about: money for positions, positions without money, the criteria of a round, or anything else. */
export const MOTION_KINDS = ['allocation', 'positions', 'criteria', 'other'] as const;
export type MotionKind = (typeof MOTION_KINDS)[number];

/** How a decision was taken. `on-paper`: outside of the program, and only entered here. */
export const DECISION_MODES = ['vote', 'consensus', 'no-objection', 'on-paper'] as const;
export type DecisionMode = (typeof DECISION_MODES)[number];

export const OUTCOMES = ['adopted', 'adopted-with-conditions', 'deferred', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** From a draft to what became of it: put to the table, or circulated in writing; closed once, or withdrawn before. */
export const MOTION_STATES = ['drafted', 'open', 'circulated', 'withdrawn', ...OUTCOMES] as const;
export type MotionState = (typeof MOTION_STATES)[number];
