import { dateSchema } from '@dcc/domain/wire';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMatches, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '../api/client.ts';

const day = dateSchema.optional().catch(undefined);

/** Where the address says that a reader stands. Left out: today, and knowing everything. What is no day is left out too. */
export const standpointSearch = z.object({ asOf: day, knownOn: day });
export type Stand = z.output<typeof standpointSearch>;

/** The two parts of an address that say where a reader stands: what loaders pass on and every read takes. */
export function standOf({ asOf, knownOn }: Stand): Stand {
  return { asOf, knownOn };
}

/** Whether figures that stand there are not today's, so that nothing can be recorded beside them. */
export function isPast({ asOf, knownOn }: Stand, today: string): boolean {
  return (asOf !== undefined && asOf < today) || (knownOn !== undefined && knownOn < today);
}

/** The same address from another standpoint. A page of a list is left, since the list is another. */
export function standing({ asOf, knownOn }: Stand) {
  return <S extends object>(before: S): S => ({
    ...before,
    asOf,
    knownOn,
    page: undefined,
    beside: undefined,
    toward: undefined,
  });
}

/** The name of a file with the days on which what is in it stands. */
export function fileNameAt(name: string, { stand, today }: Pick<StandsAt, 'stand' | 'today'>): string {
  const known = stand.knownOn === undefined ? '' : `-known-${stand.knownOn}`;
  return `${name}-${stand.asOf ?? today}${known}`;
}

export type StandsAt = {
  /** What to ask the server with. */
  readonly stand: Stand;
  readonly past: boolean;
  readonly today: string;
};

/** Where the address stands, whatever the page under it shows. */
export function useAddressStandpoint(): StandsAt {
  const { data } = useSuspenseQuery(api.session.current.queryOptions({}, { staleTime: 60_000 }));
  const stand = standpointSearch.parse(useSearch({ strict: false }));
  return { stand, past: isPast(stand, data.today), today: data.today };
}

/** Whether the page is one to work on, which shows today from every standpoint. */
export function useIsOfToday(): boolean {
  return useMatches({ select: (matches) => matches.at(-1)?.staticData.ofToday === true });
}

/** Where the reader of this page stands. */
export function useStandpoint(): StandsAt {
  const address = useAddressStandpoint();
  return useIsOfToday() ? { ...address, stand: standOf({}), past: false } : address;
}
