import { api, queryClient } from '../api/client.ts';
import { signOf } from '../ui/format.ts';
import type { TourStep } from './tour-steps.ts';

/** A page of the tour: its path, and what its address says beside it. */
type TourPage = { readonly pathname: string } & Readonly<Record<string, string>>;

/** An agreement of which money has come; `null` where there is none. */
async function paidContribution(): Promise<string | null> {
  const { rows } = await queryClient.fetchQuery(
    api.contributions.list.queryOptions({ stage: 'signed', sort: 'date', direction: 'desc', page: 1 }),
  );
  return rows.find(({ received }) => signOf(received.amount) > 0)?.id ?? null;
}

/** A post that somebody serves in. */
async function servingPosition(): Promise<string | null> {
  const { rows } = await queryClient.fetchQuery(api.positions.list.queryOptions({ phase: 'in-post' }));
  return rows[0]?.id ?? null;
}

/** A round that has gone furthest. */
async function furthestRound(): Promise<string | null> {
  const { rounds } = await queryClient.fetchQuery(api.rounds.list.queryOptions({}));
  return (rounds.find(({ state }) => state === 'closed') ?? rounds[0])?.id ?? null;
}

/** The page of one record, or the list where none is found. */
async function recordOf(list: string, find: () => Promise<string | null>): Promise<TourPage> {
  const id = await find().catch(() => null);
  return { pathname: id === null ? list : `${list}/${id}` };
}

/** Where a step of the tour leads: real pages, with records found as they are today. */
export async function pageOf(step: TourStep, today: string): Promise<TourPage> {
  switch (step) {
    case 'overview':
      return { pathname: '/' };
    case 'figure':
      return { pathname: '/figures/free' };
    case 'earlier-day':
      return { pathname: '/', asOf: `${Number(today.slice(0, 4)) - 1}-12-31` };
    case 'contribution':
      return recordOf('/contributions', paidContribution);
    case 'entries': {
      const contributionId = await paidContribution().catch(() => null);
      return { pathname: '/ledger', ...(contributionId === null ? {} : { contributionId }) };
    }
    case 'position':
      return recordOf('/positions', servingPosition);
    case 'round':
      return recordOf('/rounds', furthestRound);
  }
}

const UNDER: Readonly<Record<TourStep, string>> = {
  overview: '/',
  figure: '/figures',
  'earlier-day': '/',
  contribution: '/contributions',
  entries: '/ledger',
  position: '/positions',
  round: '/rounds',
};

/** Whether a path is that of the step, or one under it. */
export function isOnPage(step: TourStep, path: string): boolean {
  return path === UNDER[step] || (UNDER[step] !== '/' && path.startsWith(`${UNDER[step]}/`));
}
