import { PLACES } from '@dcc/domain/rounds/earmark';
import { addProposalInput } from '@dcc/domain/rounds/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Round } from '../../api/views.ts';
import { placeWord } from '../../app/round-words.ts';
import { SelectField, TextField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

/** Brings a position that asks for money into an open round, with what earmarks and limits ask of it. */
export function BringForm({ data, onClose }: { readonly data: Round; readonly onClose: () => void }) {
  return (
    <RecordingDialog
      title={<Trans>Bring a position in</Trans>}
      intro={<Trans>Theme, region and place are what earmarks and limits go by. They stay with the proposal.</Trans>}
      schema={addProposalInput}
      defaultValues={{ roundId: data.round.id, positionId: '', theme: '', region: '', place: PLACES[0] }}
      record={(input) => client.rounds.propose.mutate(input)}
      onClose={onClose}
    >
      <SelectField
        name="positionId"
        label={t`Position`}
        empty={t`Choose a position`}
        options={data.askable.map(({ id, title, host }) => ({ value: id, label: `${title}, ${host}` }))}
      />
      <TextField name="theme" label={t`Theme`} />
      <TextField name="region" label={t`Region`} />
      <SelectField
        name="place"
        label={t`Place`}
        options={PLACES.map((place) => ({ value: place, label: placeWord(place) }))}
      />
    </RecordingDialog>
  );
}
