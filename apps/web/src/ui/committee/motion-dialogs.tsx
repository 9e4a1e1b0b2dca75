import { closeDecisionInput, motionInput, statementInput } from '@dcc/domain/committee/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { createContext, type ReactNode, useContext, useState } from 'react';
import { client } from '../../api/client.ts';
import type { DraftDecision } from '../../api/views.ts';
import { NoteField, SelectField } from '../form-fields.tsx';
import { RecordingDialog } from '../recording-form.tsx';
import { tallyWords } from './committee-sentences.ts';
import { Consequences, WouldPost } from './motion-parts.tsx';

type DialogProps = { readonly motion: DraftDecision; readonly onClose: () => void };
export type MotionDialog = 'vote' | 'consensus' | 'circulate' | 'withdraw' | 'recuse' | 'object';
type OpenedDialog = { readonly motion: DraftDecision; readonly dialog: MotionDialog };

const OpenerContext = createContext<(opened: OpenedDialog) => void>(() => undefined);

/** Opens a dialog about a draft decision over the page. */
export function useMotionDialog(): (motion: DraftDecision, dialog: MotionDialog) => void {
  const open = useContext(OpenerContext);
  return (motion, dialog) => open({ motion, dialog });
}

const DIALOGS: Record<MotionDialog, (props: DialogProps) => ReactNode> = {
  vote: CloseByVote,
  consensus: CloseByConsensus,
  circulate: Circulate,
  withdraw: Withdraw,
  recuse: Recuse,
  object: ObjectTo,
};

/**
 * Holds the dialog of a page. It shows the draft as it was when it opened, and stays until it is closed: what it records takes the
 * draft off the table, and somebody else may do so first.
 */
export function MotionDialogs({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState<OpenedDialog | null>(null);
  const OpenDialog = open === null ? null : DIALOGS[open.dialog];
  return (
    <OpenerContext value={setOpen}>
      {children}
      {open === null || OpenDialog === null ? null : <OpenDialog motion={open.motion} onClose={() => setOpen(null)} />}
    </OpenerContext>
  );
}

function CloseByVote({ motion, onClose }: DialogProps) {
  return (
    <RecordingDialog
      wide
      title={<Trans>Close {motion.reference} by vote</Trans>}
      intro={tallyWords(motion)}
      schema={closeDecisionInput}
      defaultValues={{ by: 'vote', decisionId: motion.id, conditions: '', reason: '' }}
      record={(input) => client.decisions.close.mutate(input)}
      recordWords={<Trans>Close the decision</Trans>}
      doneWords={<Trans>The decision {motion.reference} is closed.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide stack">
        <Consequences motion={motion} />
        <WouldPost motion={motion} />
        <NoteField name="conditions" label={t`Conditions, if it is adopted with any`} />
        <NoteField name="reason" label={t`Reason`} />
      </div>
    </RecordingDialog>
  );
}

function CloseByConsensus({ motion, onClose }: DialogProps) {
  return (
    <RecordingDialog
      wide
      title={<Trans>Close {motion.reference} by consensus</Trans>}
      intro={
        <Trans>The chair states what the committee agreed on. There is none against a vote that says otherwise.</Trans>
      }
      schema={closeDecisionInput}
      defaultValues={{ by: 'consensus', decisionId: motion.id, outcome: 'adopt', conditions: '', reason: '' }}
      record={(input) => client.decisions.close.mutate(input)}
      recordWords={<Trans>Close the decision</Trans>}
      doneWords={<Trans>The decision {motion.reference} is closed.</Trans>}
      onClose={onClose}
    >
      <SelectField
        name="outcome"
        label={t`The committee`}
        options={[
          { value: 'adopt', label: t`adopts it` },
          { value: 'defer', label: t`defers it` },
          { value: 'reject', label: t`rejects it` },
        ]}
      />
      <div className="form-grid__wide stack">
        <Consequences motion={motion} />
        <WouldPost motion={motion} />
        <NoteField name="conditions" label={t`Conditions, if it is adopted with any`} />
        <NoteField name="reason" label={t`Reason`} />
      </div>
    </RecordingDialog>
  );
}

function Circulate({ motion, onClose }: DialogProps) {
  return (
    <RecordingDialog
      title={<Trans>Circulate {motion.reference} in writing</Trans>}
      intro={
        <Trans>
          It is adopted unless somebody at the table objects in the time that the rules give. One objection sends it to
          a meeting.
        </Trans>
      }
      schema={motionInput}
      defaultValues={{ decisionId: motion.id }}
      record={(input) => client.decisions.circulate.mutate(input)}
      recordWords={<Trans>Circulate</Trans>}
      doneWords={<Trans>The draft is circulated.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide stack">
        <Consequences motion={motion} />
        <WouldPost motion={motion} />
      </div>
    </RecordingDialog>
  );
}

function Withdraw({ motion, onClose }: DialogProps) {
  return (
    <RecordingDialog
      title={<Trans>Withdraw {motion.reference}</Trans>}
      intro={<Trans>A draft that is withdrawn stays on record and can no longer be decided.</Trans>}
      schema={motionInput}
      defaultValues={{ decisionId: motion.id }}
      record={(input) => client.decisions.withdraw.mutate(input)}
      recordWords={<Trans>Withdraw</Trans>}
      doneWords={<Trans>The draft is withdrawn.</Trans>}
      onClose={onClose}
    >
      {null}
    </RecordingDialog>
  );
}

function Recuse({ motion, onClose }: DialogProps) {
  return (
    <RecordingDialog
      title={<Trans>Take no part in {motion.reference}</Trans>}
      intro={<Trans>Your organization takes no part in this decision. A vote that it gave no longer counts.</Trans>}
      schema={statementInput}
      defaultValues={{ decisionId: motion.id, reason: '' }}
      record={(input) => client.decisions.recuse.mutate(input)}
      recordWords={<Trans>Recuse</Trans>}
      doneWords={<Trans>Your organization is recused.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide">
        <NoteField name="reason" label={t`Reason`} optional={false} />
      </div>
    </RecordingDialog>
  );
}

function ObjectTo({ motion, onClose }: DialogProps) {
  return (
    <RecordingDialog
      title={<Trans>Object to {motion.reference}</Trans>}
      intro={<Trans>One objection ends the written procedure: the draft goes to a meeting.</Trans>}
      schema={statementInput}
      defaultValues={{ decisionId: motion.id, reason: '' }}
      record={(input) => client.decisions.object.mutate(input)}
      recordWords={<Trans>Object</Trans>}
      doneWords={<Trans>The draft goes to a meeting.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide">
        <NoteField name="reason" label={t`Reason`} optional={false} />
      </div>
    </RecordingDialog>
  );
}
