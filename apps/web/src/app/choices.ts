import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
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

/** What forms and filters choose from; empty while it is fetched, and for a person who may fill in none. */
export function useChoices(): Choices {
  const session = useSession();
  const { data } = useQuery(
    api.reference.choices.queryOptions({}, { enabled: session.may('overview.read').allowed, staleTime: 60_000 }),
  );
  return data ?? NONE;
}
