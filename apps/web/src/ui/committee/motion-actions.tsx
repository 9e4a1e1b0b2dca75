import type { Action } from '@dcc/domain/people/capability';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { client } from '../../api/client.ts';
import type { DraftDecision } from '../../api/views.ts';
import { choiceWord } from '../../app/committee-words.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { useSession } from '../../app/session.ts';
import { Button, PermittedButton } from '../button.tsx';
import { Notice } from '../notice.tsx';
import { type MotionDialog, useMotionDialog } from './motion-dialogs.tsx';
import { useAct } from './use-act.ts';

type MotionProps = { readonly motion: DraftDecision };

type Offer = { readonly open: MotionDialog; readonly action: Action; readonly words: ReactNode };

/** What a state offers, and whose it is. */
function offersOf({ state, consented }: DraftDecision): Offer[] {
  const recuse: Offer = { open: 'recuse', action: 'decision.vote', words: <Trans>Recuse</Trans> };
  switch (state) {
    case 'drafted':
      return [
        { open: 'circulate', action: 'decision.run', words: <Trans>Circulate in writing</Trans> },
        { open: 'withdraw', action: 'decision.draft', words: <Trans>Withdraw</Trans> },
        recuse,
      ];
    case 'open':
      return [
        { open: 'vote', action: 'decision.run', words: <Trans>Close by vote</Trans> },
        { open: 'consensus', action: 'decision.run', words: <Trans>Close by consensus</Trans> },
        recuse,
      ];
    case 'circulated':
      return consented ? [] : [{ open: 'object', action: 'decision.vote', words: <Trans>Object</Trans> }, recuse];
    default:
      return [];
  }
}

/** What can be done with a draft decision where it stands now, by whom. */
export function MotionActions({ motion }: MotionProps) {
  const { may } = useSession();
  const { busy, refusal, act } = useAct();
  const openDialog = useMotionDialog();
  const canOpen = motion.state === 'drafted' && motion.meeting?.state === 'open';
  // A room reads this page: what is not this person's to do is left out of it.
  const isShown = (action: Action): boolean => may(action).allowed || may(action).past === true;
  const offers = offersOf(motion).filter(({ action }) => isShown(action));
  return (
    <div className="stack">
      <div className="motion__actions no-print">
        {canOpen && isShown('decision.run') ? (
          <PermittedButton
            look="primary"
            permission={may('decision.run')}
            disabled={busy}
            onClick={() => act((key) => client.decisions.open.mutate({ ...key, decisionId: motion.id }))}
          >
            <Trans>Put on the table</Trans>
          </PermittedButton>
        ) : null}
        {offers.map((offer) => (
          <PermittedButton
            key={offer.open}
            permission={may(offer.action)}
            onClick={() => openDialog(motion, offer.open)}
          >
            {offer.words}
          </PermittedButton>
        ))}
      </div>
      {refusal === null ? null : <Notice tone="refused">{refusalWords(refusal)}</Notice>}
    </div>
  );
}

/** The three buttons with which the one who votes for an organization votes. */
export function VoteButtons({ motion: { id }, organization }: MotionProps & { readonly organization: string }) {
  const { busy, refusal, act } = useAct();
  return (
    <div className="stack">
      <div
        className="motion__actions motion__actions--vote no-print"
        role="group"
        aria-label={t`Vote for ${organization}`}
      >
        <span>
          <Trans>{organization} votes:</Trans>
        </span>
        {(['for', 'against', 'abstain'] as const).map((choice) => (
          <Button
            key={choice}
            disabled={busy}
            onClick={() => act((key) => client.decisions.vote.mutate({ ...key, decisionId: id, choice, note: '' }))}
          >
            {choiceWord(choice)}
          </Button>
        ))}
      </div>
      {refusal === null ? null : <Notice tone="refused">{refusalWords(refusal)}</Notice>}
    </div>
  );
}
