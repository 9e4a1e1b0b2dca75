import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import { api, client } from '../../api/client.ts';
import type { SavedForecasts } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { UndoNotice } from '../../ui/undo-notice.tsx';
import type { ForecastSearch } from './forecast-search.ts';

// Forms are fetched when somebody wants one.
const SaveForm = lazy(async () => ({ default: (await import('./saved-forms.tsx')).SaveForm }));
const RemoveForm = lazy(async () => ({ default: (await import('./saved-forms.tsx')).RemoveForm }));

type Saved = SavedForecasts['saved'][number];

/** What people saved of this page: scenarios and assumptions under a name, for everybody who sees the forecast. */
export function SavedForecastList({ search }: { readonly search: ForecastSearch }) {
  const { data } = useSuspenseQuery(api.forecast.saved.queryOptions({}));
  const { may } = useSession();
  const permission = may('forecast.save');
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState<Saved | null>(null);
  const [removed, setRemoved] = useState<Saved | null>(null);
  const list = useRef<HTMLUListElement>(null);
  return (
    <Section
      id="saved"
      title={<Trans>Saved forecasts</Trans>}
      tools={
        <PermittedButton permission={permission} onClick={() => setSaving(true)}>
          <Trans>Save these scenarios</Trans>
        </PermittedButton>
      }
      note={<Trans>Saved are scenarios and assumptions, not figures: they are worked out anew from the records.</Trans>}
    >
      {removed === null || removing !== null ? null : (
        <UndoNotice
          key={removed.id}
          undo={(idempotencyKey) =>
            client.forecast.save.mutate({ idempotencyKey, name: removed.name, choice: removed.choice })
          }
          onUndone={() => {
            setRemoved(null);
            list.current?.focus();
          }}
        >
          <Trans>“{removed.name}” is removed.</Trans>
        </UndoNotice>
      )}
      {data.saved.length === 0 ? (
        <EmptyState>
          <Trans>Nothing is saved yet.</Trans>
        </EmptyState>
      ) : (
        <ul className="saved-forecasts" ref={list} tabIndex={-1}>
          {data.saved.map((saved) => (
            <li key={saved.id}>
              <Link to="/forecast" search={saved.choice} resetScroll>
                {saved.name}
              </Link>{' '}
              <span className="soft">
                {saved.recordedBy}, <DateText on={saved.recordedAt.slice(0, 10)} />
              </span>
              {permission.allowed ? (
                <button
                  type="button"
                  className="chart__tool"
                  aria-label={t`Remove ${saved.name}`}
                  onClick={() => setRemoving(saved)}
                >
                  <Trans>Remove</Trans>
                </button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Suspense fallback={null}>
        {saving ? <SaveForm search={search} onClose={() => setSaving(false)} /> : null}
        {removing === null ? null : (
          <RemoveForm saved={removing} onRemoved={() => setRemoved(removing)} onClose={() => setRemoving(null)} />
        )}
      </Suspense>
    </Section>
  );
}
