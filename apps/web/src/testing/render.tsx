import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { api, queryClient } from '../api/client.ts';
import type { Session } from '../api/views.ts';
import { startWords } from '../app/i18n.ts';

import { parseSearch, stringifySearch } from '../app/search-params.ts';
import { prepareBrowser } from './browser-parts.ts';

prepareBrowser();

/** Somebody who may read and record, on a fixed day. */
export const SECRETARIAT: Session = {
  fund: { name: 'fund', demonstration: false },
  demoAccounts: [],
  today: '2026-11-22',
  person: {
    id: 'p1',
    email: 's@example.org',
    name: 'secretariat',
    roles: ['secretariat'],
    organization: null,
    contributorId: null,
  },
};

/** Renders a part of a page inside what every page has: words, queries, the address, a signed-in person. */
export async function renderPart(part: ReactNode, address = '/', session: Session = SECRETARIAT): Promise<HTMLElement> {
  startWords();
  queryClient.setQueryData(api.session.current.queryKey({}), session);
  // An address that leads to no page still shows the root, which here is the part itself.
  const root = createRootRoute({ component: () => <main>{part}</main>, notFoundComponent: () => null });
  const router = createRouter({
    routeTree: root,
    history: createMemoryHistory({ initialEntries: [address] }),
    parseSearch,
    stringifySearch,
  });
  const { container } = render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </I18nProvider>,
  );
  await screen.findByRole('main');
  return container;
}

/** What axe finds wrong; contrast needs a real browser and is checked there. */
export async function axeFindings(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html}`));
}
