import { IDLE_MINUTES } from '@dcc/domain/people/session-limits';
import { Trans } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { client, lastAnsweredAt } from '../api/client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const MINUTE = 60_000;
/** Warned two minutes before the end, and looked at so often. */
const IDLE = IDLE_MINUTES * MINUTE;
const WARN_AFTER = IDLE - 2 * MINUTE;
const LOOK_EVERY = 5_000;
/** Whoever types or clicks is here: the server is told at most this often. */
const TELL_EVERY = 5 * MINUTE;

/** Asks the server anything, which keeps the session alive. */
const stay = () => client.session.current.query({}).catch(() => undefined);

/** Warns two minutes before a session ends for want of anything done; a press keeps it. Typing keeps it too, so that no form is lost. */
export function SessionWarning() {
  const [ending, setEnding] = useState(false);
  useEffect(() => {
    const look = () => {
      const idleFor = Date.now() - lastAnsweredAt();
      setEnding(idleFor >= WARN_AFTER && idleFor < IDLE);
    };
    const here = () => {
      if (Date.now() - lastAnsweredAt() >= TELL_EVERY) void stay().then(look);
    };
    const timer = setInterval(look, LOOK_EVERY);
    document.addEventListener('keydown', here);
    document.addEventListener('pointerdown', here);
    return () => {
      clearInterval(timer);
      document.removeEventListener('keydown', here);
      document.removeEventListener('pointerdown', here);
    };
  }, []);
  if (!ending) return null;
  const keep = () => {
    setEnding(false);
    void stay();
  };
  return (
    <Dialog title={<Trans>Are you still here?</Trans>} onClose={keep}>
      <p>
        <Trans>
          Nothing was done here for {WARN_AFTER / MINUTE} minutes. In two minutes you will be signed out, and what you
          typed is lost.
        </Trans>
      </p>
      <div className="dialog__actions">
        <Button look="primary" onClick={keep}>
          <Trans>Stay signed in</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
