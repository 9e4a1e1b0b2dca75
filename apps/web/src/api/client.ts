import type { AppRouter } from '@dcc/server/app-router';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createTRPCClient, httpBatchLink } from '@trpc/client';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { refusalOf } from './refusal.ts';

/** Called when a read finds that nobody is signed in any more; the shell shows the sign-in page. */
let signedOut: () => void = () => {};

export function onSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** Tells the shell that nobody is signed in any more. */
export function reportSignedOut(): void {
  signedOut();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (refusalOf(error).kind === 'signed-out') signedOut();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal stays a refusal; only a lost connection is worth another try.
      retry: (count, error) => refusalOf(error).kind === 'offline' && count < 2,
    },
  },
});

let lastAnswer = Date.now();

/** When the server last answered this page, in milliseconds: at that moment its session was alive. */
export function lastAnsweredAt(): number {
  return lastAnswer;
}

async function ask(url: RequestInfo | URL | string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...options, credentials: 'same-origin' });
  lastAnswer = Date.now();
  return response;
}

/** Calls of the server without a cache: previews and recordings. */
export const client = createTRPCClient<AppRouter>({
  links: [
    httpBatchLink({
      url: '/api/trpc',
      methodOverride: 'POST',
      headers: { 'x-fund-client': 'web' },
      fetch: (url, options) => ask(url, options as RequestInit),
    }),
  ],
});

/** Options of cached reads: `useSuspenseQuery(api.overview.get.queryOptions({}))`. */
export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });

/** After anything was recorded every figure may have moved, so every read except the session is taken anew. */
export async function refreshFigures(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: (query) => !isSession(query.queryKey) });
}

function isSession(key: readonly unknown[]): boolean {
  const path = key[0];
  return Array.isArray(path) && path[0] === 'session';
}
