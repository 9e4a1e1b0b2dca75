import './app/tokens.css';
import './app/base.css';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { type AnyRoute, RouterProvider, SearchParamError } from '@tanstack/react-router';
import { startTransition, StrictMode } from 'react';
import { api, onSignedOut, queryClient } from './api/client.ts';
import { refusalOf } from './api/refusal.ts';
import { drawInto } from './app/begin-react.ts';
import { startWords } from './app/i18n.ts';
import { NotYours } from './app/problem-pages.tsx';
import { router } from './app/router.tsx';

startWords();

// A session that ended elsewhere: ask again who is signed in; the routes then lead to the sign-in page and back.
onSignedOut(() => {
  void queryClient.invalidateQueries(api.session.current.queryFilter()).then(() => router.invalidate());
});

// The page of this address is fetched while it is still being asked who is signed in.
const routes: Readonly<Record<string, AnyRoute>> = router.routesById;
for (const { routeId } of router.matchRoutes(router.latestLocation) as readonly { routeId: string }[]) {
  const route = routes[routeId];
  if (route !== undefined) void router.loadRouteChunk(route);
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const page = drawInto(root, {
  // A refusal, a page of somebody else or a bad address is shown in words; only a fault of ours belongs in the browser's log too.
  onCaughtError: (error) => {
    const isTold = error instanceof NotYours || error instanceof SearchParamError;
    if (!isTold && refusalOf(error).kind === 'fault') reportError(error);
  },
});

/** Draws the page a bit at a time: a slow processor stays free for who reads and types. */
const draw = () =>
  startTransition(() =>
    page.render(
      <StrictMode>
        <I18nProvider i18n={i18n}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </I18nProvider>
      </StrictMode>,
    ),
  );

// The picture of index.html stands until there is a whole page to draw. Not awaited here: the page's own files wait for this one.
void router.load().then(draw);
