import { scoreProposalInput } from '@dcc/domain/rounds/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { Proposal, Round } from '../../api/views.ts';
import { NoteField, NumberField } from '../../ui/form-fields.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';

type Props = { readonly round: Round; readonly proposal: Proposal; readonly onClose: () => void };

/** An empty field, which the schema refuses: a criterion that nobody has scored is not scored with nothing. */
const UNSCORED = '' as unknown as number;

/** One person's scores of one proposal by each criterion. */
export function ScoreForm({ round, proposal, onClose }: Props) {
  const { scale, criteria } = round.criteria;
  return (
    <RecordingDialog
      title={<Trans>Score: {proposal.title}</Trans>}
      intro={<Trans>From 0 to {scale} for each criterion. Your last scores count.</Trans>}
      schema={scoreProposalInput}
      defaultValues={{
        roundId: round.round.id,
        positionId: proposal.positionId,
        scores: criteria.map((_, index) => ({ criterion: index + 1, score: proposal.own[index] ?? UNSCORED })),
        note: '',
      }}
      record={(input) => client.rounds.score.mutate(input)}
      onClose={onClose}
    >
      {criteria.map(({ name, weight }, index) => (
        <NumberField
          key={name}
          name={`scores.${index}.score`}
          label={name}
          hint={t`Weighs ${weight} % of the whole.`}
        />
      ))}
      <NoteField name="note" label={t`Reason`} />
    </RecordingDialog>
  );
}
