import { useQuery } from '@tanstack/react-query';
import { api, queryClient } from '../api/client.ts';
import type { Choices } from '../api/views.ts';
import { useSession } from './session.ts';

const NONE: Choices = {
  contributors: [],
  pools: [],
  organizations: [],
  dutyStations: [],
  currencies: [],
  countries: [],
  lastDecision: null,
};

/** Milliseconds for which they are not asked again. */
const FRESH = 60_000;

/** What forms and filters choose from; empty while it is fetched, and for a person who may fill in none. */
export function useChoices(): Choices {
  const session = useSession();
  const { data } = useQuery(
    api.reference.choices.queryOptions({}, { enabled: session.may('overview.read').allowed, staleTime: FRESH }),
  );
  return data ?? NONE;
}

/** Waits for the choices beside what a page reads: names that came later would move what is already read. */
export async function withChoices<Read>(read: Promise<Read>): Promise<Read> {
  const choices = queryClient.prefetchQuery(api.reference.choices.queryOptions({}, { staleTime: FRESH }));
  const [answer] = await Promise.all([read, choices]);
  return answer;
}
