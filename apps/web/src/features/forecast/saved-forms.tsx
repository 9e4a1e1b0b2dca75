import { removeForecastInput, saveForecastInput } from '@dcc/domain/forecast/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import { TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import type { ForecastSearch } from './forecast-search.ts';

/** Asks for the name under which scenarios and assumptions are kept. */
export function SaveForm({ search, onClose }: { readonly search: ForecastSearch; readonly onClose: () => void }) {
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

/** Asks once more before a saved forecast goes for everybody. */
export function RemoveForm({
  saved,
  onRemoved,
  onClose,
}: {
  readonly saved: { readonly id: string; readonly name: string };
  readonly onRemoved: () => void;
  readonly onClose: () => void;
}) {
  return (
    <RecordingDialog
      title={<Trans>Remove {saved.name}</Trans>}
      intro={
        <Trans>The scenarios and assumptions saved under this name go for everybody. No record of the fund does.</Trans>
      }
      schema={removeForecastInput}
      defaultValues={{ id: saved.id }}
      record={(input) => client.forecast.remove.mutate(input)}
      onRecorded={onRemoved}
      recordWords={<Trans>Remove</Trans>}
      doneWords={<Trans>It is removed.</Trans>}
      onClose={onClose}
    >
      {null}
    </RecordingDialog>
  );
}
