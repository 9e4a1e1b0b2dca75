import { removeForecastInput, saveForecastInput } from '@dcc/domain/forecast/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, client } from '../../api/client.ts';
import type { SavedForecasts } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';
import type { ForecastSearch } from './forecast-search.ts';

type Saved = SavedForecasts['saved'][number];

/** What people saved of this page: scenarios and assumptions under a name, for everybody who sees the forecast. */
export function SavedForecastList({ search }: { readonly search: ForecastSearch }) {
  const { data } = useSuspenseQuery(api.forecast.saved.queryOptions({}));
  const { may } = useSession();
  const permission = may('forecast.save');
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState<Saved | null>(null);
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
      {data.saved.length === 0 ? (
        <EmptyState>
          <Trans>Nothing is saved yet.</Trans>
        </EmptyState>
      ) : (
        <ul className="saved-forecasts">
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
      {saving ? <SaveForm search={search} onClose={() => setSaving(false)} /> : null}
      {removing === null ? null : <RemoveForm saved={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}

function SaveForm({ search, onClose }: { readonly search: ForecastSearch; readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Save these scenarios</Trans>}
      intro={<Trans>Everybody who sees the forecast finds them under this name.</Trans>}
      schema={saveForecastInput}
      defaultValues={{ name: '', choice: search }}
      record={(input) => client.forecast.save.mutate(input)}
      recordWords={<Trans>Save</Trans>}
      doneWords={<Trans>The scenarios are saved.</Trans>}
      onClose={onClose}
    >
      <TextField name="name" label={t`Name`} />
    </RecordingDialog>
  );
}

function RemoveForm({ saved, onClose }: { readonly saved: Saved; readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Remove {saved.name}</Trans>}
      intro={
        <Trans>The scenarios and assumptions saved under this name go for everybody. No record of the fund does.</Trans>
      }
      schema={removeForecastInput}
      defaultValues={{ id: saved.id }}
      record={(input) => client.forecast.remove.mutate(input)}
      recordWords={<Trans>Remove</Trans>}
      doneWords={<Trans>It is removed.</Trans>}
      onClose={onClose}
    >
      {null}
    </RecordingDialog>
  );
}
