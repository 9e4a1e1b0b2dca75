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
  return {
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
  };
}
