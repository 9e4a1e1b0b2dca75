import { releaseReservedInput } from '@dcc/domain/positions/inputs';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Position } from '../../api/views.ts';
import { formatMoney } from '../../ui/format.ts';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type ReleaseFormProps = { readonly position: Position; readonly onClose: () => void };

/** Gives back what is still reserved for a post that is over. */
export function ReleaseForm({ position: { row, unsent }, onClose }: ReleaseFormProps) {
  return (
    <RecordingDialog
      title={<Trans>Release what is reserved for {row.title}</Trans>}
      schema={releaseReservedInput}
      defaultValues={{ positionId: row.id }}
      preview={(input) => client.positions.release.preview.query(input)}
      record={(input) => client.positions.release.record.mutate(input)}
      onClose={onClose}
    >
      <p className="form-grid__wide">
        <Trans>
          {formatMoney(unsent)} are reserved for this post and were not sent. Release them once its host is owed nothing
          more: they go back to their pools.
        </Trans>
      </p>
    </RecordingDialog>
  );
}
