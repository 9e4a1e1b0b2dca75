import { dateSchema } from '@dcc/domain/wire';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMatches, useSearch } from '@tanstack/react-router';
import { z } from 'zod';
import { api } from '../api/client.ts';

const day = dateSchema.optional().catch(undefined);

/**
 * Where the address says that a reader stands, and the earlier day that figures are compared with. Left out: today, knowing
 * everything, and no comparison. What is no day is left out too.
 */
export const standpointSearch = z.object({ asOf: day, knownOn: day, compareWith: day });
export type StandpointSearch = z.output<typeof standpointSearch>;
export type Stand = Pick<StandpointSearch, 'asOf' | 'knownOn'>;

/** The two parts of an address that say where a reader stands: what loaders pass on and every read takes. */
export function standOf({ asOf, knownOn }: Stand): Stand {
  return { asOf, knownOn };
}

/** The standpoint that a page is compared with: the same knowledge of an earlier day. Without a comparison it is the page's own. */
export function earlierOf({ asOf, knownOn, compareWith }: StandpointSearch): Stand {
  return { asOf: compareWith ?? asOf, knownOn };
}

/** What a list is asked, from its address: the day it is compared with and the step of a tour are no part of the question. */
export function askedOf<S extends StandpointSearch>(search: S): S {
  return { ...search, compareWith: undefined, tour: undefined };
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

/** The same address compared with another day, or with none. */
export function comparing(compareWith: StandpointSearch['compareWith']) {
  return <S extends object>(before: S): S => ({ ...before, compareWith });
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
  const stand = standOf(standpointSearch.parse(useSearch({ strict: false })));
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

export type Comparison = {
  /** The day that the page is compared with; `null` where it is not. */
  readonly on: StandpointSearch['compareWith'] | null;
  /** What to ask the server with for that day. */
  readonly earlier: Stand;
};

/** What the address compares with, whatever the page under it can compare. */
export function useAddressComparison(): StandpointSearch['compareWith'] {
  return standpointSearch.parse(useSearch({ strict: false })).compareWith;
}

/** Whether the page shows its figures beside those of the day it is compared with. */
export function useCompares(): boolean {
  return useMatches({ select: (matches) => matches.at(-1)?.staticData.compares === true });
}

/** The day beside which this page shows its figures. Its question is asked again for that day, and is the same one without. */
export function useComparison(): Comparison {
  const compareWith = useAddressComparison();
  const { stand } = useStandpoint();
  return useCompares() && compareWith !== undefined
    ? { on: compareWith, earlier: earlierOf({ ...stand, compareWith }) }
    : { on: null, earlier: stand };
}
