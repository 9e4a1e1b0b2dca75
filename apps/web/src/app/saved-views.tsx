import './saved-views.css';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, client } from '../api/client.ts';
import type { SavedView } from '../api/views.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { newKey } from '../ui/use-recording.ts';
import { refusalWords } from './refusal-words.ts';
import { SavedViewRow } from './saved-view-row.tsx';
import { SaveViewForm } from './save-view-form.tsx';
import { useViewChange } from './use-view-change.ts';

/** The button that had the focus is gone with what it removed, so its opposite takes it. */
const focusButton = (around: HTMLElement | null) => around?.querySelector('button')?.focus();

/** What this person keeps: saved, opened, renamed and removed in one place. */
export function SavedViews() {
  const { data } = useQuery(api.savedViews.list.queryOptions({}));
  const { change, refusal } = useViewChange();
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const list = useRef<HTMLUListElement>(null);
  if (data === undefined) return null;
  const remove = async (view: SavedView) => {
    if (await change(() => client.savedViews.remove.mutate({ idempotencyKey: newKey(), id: view.id })))
      setRemoved(view);
  };
  const undo = async ({ name, path }: SavedView) => {
    if (!(await change(() => client.savedViews.save.mutate({ idempotencyKey: newKey(), name, path })))) return;
    setRemoved(null);
    list.current?.focus();
  };
  return (
    <>
      <SaveViewForm change={change} onSaved={() => setRemoved(null)} />
      {refusal === null ? null : <Notice tone="refused">{refusalWords(refusal)}</Notice>}
      {removed === null ? null : (
        <Notice tone="done">
          <Trans>“{removed.name}” is removed.</Trans>{' '}
          <span ref={focusButton}>
            <Button look="quiet" onClick={() => void undo(removed)}>
              <Trans>Undo</Trans>
            </Button>
          </span>
        </Notice>
      )}
      {data.saved.length === 0 ? (
        <p className="soft">
          <Trans>Nothing is saved yet.</Trans>
        </p>
      ) : null}
      <ul className="saved-views__list" ref={list} tabIndex={-1}>
        {data.saved.map((view) => (
          <SavedViewRow key={view.id} view={view} change={change} onRemove={() => void remove(view)} />
        ))}
      </ul>
    </>
  );
}
