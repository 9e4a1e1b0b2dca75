/** The invented committee: who sits on it, by which invented rules it decides, where it met and what waits for it. */

export type DemoSeat = {
  readonly kind: 'member' | 'alternate' | 'chair';
  readonly organizationId: string | null;
  readonly personId: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
};

const from = (kind: DemoSeat['kind'], organizationId: string | null, personId: string): DemoSeat => ({
  kind,
  organizationId,
  personId,
  startsOn: '2024-01-01',
  endsOn: '2027-12-31',
});

/** Four organizations, one of them with an alternate, and a chair who speaks for none. */
export const DEMO_SEATS: readonly DemoSeat[] = [
  from('chair', null, 'p-chair'),
  from('member', 'o-meridian', 'p-member'),
  from('alternate', 'o-meridian', 'p-alternate-meridian'),
  from('member', 'o-lyceum', 'p-member-lyceum'),
  from('member', 'o-fairwork', 'p-member-fairwork'),
  from('member', 'o-oceans', 'p-member-oceans'),
];

/** At least half of the organizations are here; more than half of the votes carry; ten days to object in writing. */
export const DEMO_RULES = {
  effectiveOn: '2024-01-01',
  quorum: { bound: 'at-least', numerator: 1, denominator: 2 },
  majority: { bound: 'more-than', numerator: 1, denominator: 2 },
  majorityOf: 'cast',
  windowDays: 10,
  source: 'Invented for the demonstration',
} as const;

/** The meeting that was held in spring. */
export const DEMO_PAST_MEETING = {
  reference: 'SCM-2026-1',
  title: 'Ninth meeting of the Steering Committee',
  on: '2026-05-14',
  place: 'Suva, and online',
  agenda: ['Adoption of the agenda', 'Status of the fund', 'Positions proposed in spring', 'Any other business'],
  present: ['p-chair', 'p-member', 'p-member-lyceum', 'p-member-oceans'],
  minutes:
    'The chair opened the meeting with three of four organizations present.\n\n' +
    'The committee took note of the status of the fund and deferred the post of a sports for peace officer until its duty station is confirmed.',
  actionPoints: [
    {
      text: 'Ask the Lyceum to confirm the duty station in Kigali',
      owner: 'Secretariat',
      dueOn: '2026-06-30',
      doneOn: null,
    },
    {
      text: 'Circulate the hosts’ reports on expenditure in 2025',
      owner: 'Secretariat',
      dueOn: '2026-06-15',
      doneOn: '2026-06-11',
    },
  ],
} as const;

/** The next meeting, with what it is asked to decide. The money that a draft names is reserved by nothing yet. */
export const DEMO_NEXT_MEETING = {
  reference: 'SCM-2026-2',
  title: 'Tenth meeting of the Steering Committee',
  preparedOn: '2026-11-16',
  plannedOn: '2026-12-10',
  place: 'Geneva, and online',
  agenda: ['Adoption of the agenda', 'Status of the fund'],
  draft: {
    reference: 'SC-2026/31',
    title: 'First year of a climate finance analyst in Suva',
    text: 'The committee approves the post of a climate finance analyst with the Meridian Development Programme in Suva, and allocates its first year.',
    options: 'Defer the post to the first meeting of 2027, when the second instalment for small island States is due.',
    position: 'Climate finance analyst',
    year: 1,
    poolId: 'e-islands',
    amount: '145000.00',
    reason: 'Highest score of the autumn round; all three ministries have confirmed the work plan.',
  },
} as const;
