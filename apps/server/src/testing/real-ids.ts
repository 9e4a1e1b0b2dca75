import type { Ids } from './procedures.ts';
import type { Caller } from './test-fund.ts';

/** Ids of records of the demonstration fund on which every procedure of `goodInputs` succeeds. */
export async function demoIds(reader: Caller): Promise<Ids> {
  const contribution = async (reference: string): Promise<string> =>
    (await reader.contributions.list({ text: reference })).rows[0]?.id ?? '';
  const position = async (text: string): Promise<string> => (await reader.positions.list({ text })).rows[0]?.id ?? '';
  const due = await reader.contributions.get({ id: await contribution('BOR-2026') });
  const charges = await reader.ledger.list({ filter: { kinds: ['bank-charge'] } });
  const waiting = await reader.ledger.list({ filter: { certification: 'pending' } });
  const { meetings, openPoints } = await reader.meetings.list({});
  const { pending, decided } = await reader.decisions.list({});
  const { saved } = await reader.savedViews.list({});
  const { seats } = await reader.committee.get({});
  const meeting = (reference: string): string => meetings.find((each) => each.reference === reference)?.id ?? 'none';
  const draft = (reference: string): string =>
    (pending.find((each) => each.reference === reference) ?? pending[0])?.id ?? 'none';
  return {
    member: 'p-member',
    seat: seats.find(({ kind, organizationId }) => kind === 'member' && organizationId === 'o-oceans')?.id ?? '',
    plannedMeeting: meeting('SCM-2026-2'),
    sittingMeeting: meeting('T-SITTING'),
    clearedMeeting: meeting('T-CLEARED'),
    drafted: draft('T-DRAFTED'),
    decided: decided.find(({ supersededBy }) => supersededBy === null)?.id ?? 'none',
    onTable: draft('T-TABLE'),
    circulated: draft('T-CIRCULATED'),
    actionPoint: openPoints[0]?.id ?? '',
    contribution: await contribution('BOR-2026'),
    pledge: await contribution('AUR-2027'),
    instalment: due.instalments.find(({ state }) => state === 'overdue')?.id ?? '',
    position: await position('Urban planning analyst'),
    scored: await position('Climate finance analyst'),
    inPost: await position('Coastal resilience analyst'),
    separated: await position('Decent work officer'),
    contributor: 'c-borealis',
    entry: charges.rows[0]?.id ?? '',
    pending: waiting.rows[0]?.number ?? 0,
    person: 'p-certifier',
    vacancy: 'v-fisheries',
    candidate: 'k-labour-1',
    proposed: await position('Digital governance analyst'),
    criteriaSet: 'k-2026',
    plannedRound: 'r-2028',
    openRound: 'r-reserve',
    closedRound: 'r-2027',
    forecast: 'f-march',
    savedView: saved[0]?.id ?? 'none',
  };
}
