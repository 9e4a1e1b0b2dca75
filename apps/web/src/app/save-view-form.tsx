import { Trans } from '@lingui/react/macro';
import { useRouterState } from '@tanstack/react-router';
import { client } from '../api/client.ts';
import { stringifySearch } from './search-params.ts';
import type { Change } from './use-view-change.ts';
import { ViewNameForm } from './view-name-form.tsx';

/** Keeps this page under a name: its address with filters, order and days, without the part of the page that was jumped to. */
export function SaveViewForm({ change, onSaved }: { readonly change: Change; readonly onSaved: () => void }) {
  const path = useRouterState({
    // Where somebody is in a tour is no part of the view.
    select: ({ location: { pathname, search } }) => `${pathname}${stringifySearch({ ...search, tour: undefined })}`,
  });
  return (
    <ViewNameForm
      label={<Trans>Name of this view</Trans>}
      hint={<Trans>This page with its filters, order and days. Only you see it.</Trans>}
      saveWords={<Trans>Save view</Trans>}
      onSave={async (name, idempotencyKey) => {
        const saved = await change(() => client.savedViews.save.mutate({ idempotencyKey, name, path }));
        if (saved) onSaved();
        return saved;
      }}
    />
  );
}
