import { i18n } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  createRootRoute,
  createRoute,
  lazyRouteComponent,
  Outlet,
  retainSearchParams,
  useMatches,
} from '@tanstack/react-router';
import { useEffect } from 'react';
import { z } from 'zod';
import { api, queryClient } from '../api/client.ts';
import { requireSignIn, withoutTheFuture } from './route-guards.ts';
import { Shell } from './shell.tsx';
import { standpointSearch } from './standpoint.ts';
import { TOUR_STEPS } from './tour-steps.ts';

/** What a page reads before it is shown, from the cache where it is there. */
export const get = queryClient.ensureQueryData.bind(queryClient);

export const root = createRootRoute({ component: Root });

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { title: msg`Sign in` },
  validateSearch: z.object({ to: z.string().optional() }),
  loader: () => get(api.session.current.queryOptions({})),
  component: lazyRouteComponent(() => import('../features/session/sign-in-page.tsx'), 'SignInPage'),
});

export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  validateSearch: standpointSearch.extend({ tour: z.enum(TOUR_STEPS).optional().catch(undefined) }),
  // Every link leads to the same standpoint, comparison and step of the tour, unless it says otherwise.
  search: { middlewares: [retainSearchParams(['asOf', 'knownOn', 'compareWith', 'tour'])] },
  beforeLoad: async ({ location, search }) => {
    await requireSignIn(location.href);
    await withoutTheFuture(location.pathname, search);
  },
  component: Shell,
});

/** Outermost frame: the page itself, and its name in the title of the window. */
function Root() {
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title });
  useEffect(() => {
    const name = i18n._(msg`DCC Trust Fund`);
    document.title = title === undefined ? name : `${i18n._(title)} · ${name}`;
  }, [title]);
  return <Outlet />;
}
