import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { type MouseEvent, useRef, useState } from 'react';
import { client } from '../api/client.ts';
import type { SavedView } from '../api/views.ts';
import { Button } from '../ui/button.tsx';
import type { Change } from './use-view-change.ts';
import { ViewNameForm } from './view-name-form.tsx';

type SavedViewRowProps = { readonly view: SavedView; readonly change: Change; readonly onRemove: () => void };

/** One saved view: the way there, another name, and away with it. */
export function SavedViewRow({ view: { id, name, path }, change, onRemove }: SavedViewRowProps) {
  const { history } = useRouter();
  const [renaming, setRenaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const open = (event: MouseEvent) => {
    // With another key held the browser opens a tab or a window of its own.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.push(path);
  };
  const rename = async (typed: string, idempotencyKey: string) => {
    const renamed = await change(() => client.savedViews.rename.mutate({ idempotencyKey, id, name: typed }));
    if (renamed) stopRenaming();
    return renamed;
  };
  const stopRenaming = () => {
    setRenaming(false);
    link.current?.focus();
  };
  return (
    <li>
      <span className="saved-views__row">
        <a href={path} ref={link} onClick={open}>
          {name}
        </a>
        <span className="saved-views__actions" hidden={renaming}>
          <Button look="quiet" aria-label={t`Rename ${name}`} onClick={() => setRenaming(true)}>
            <Trans>Rename</Trans>
          </Button>
          <Button look="quiet" aria-label={t`Remove ${name}`} onClick={onRemove}>
            <Trans>Remove</Trans>
          </Button>
        </span>
      </span>
      {renaming ? (
        <ViewNameForm
          label={<Trans>New name</Trans>}
          name={name}
          focused
          saveWords={<Trans>Rename</Trans>}
          onSave={rename}
        >
          <Button look="quiet" onClick={stopRenaming}>
            <Trans>Cancel</Trans>
          </Button>
        </ViewNameForm>
      ) : null}
    </li>
  );
}
