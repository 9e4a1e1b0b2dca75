import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { refreshFigures } from '../api/client.ts';
import { type Refusal, refusalOf } from '../api/refusal.ts';
import { refusalWords } from '../app/refusal-words.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { newKey } from './use-recording.ts';

type UndoNoticeProps = {
  /** What was done. */
  readonly children: ReactNode;
  /** Does the opposite. Only for what is no record of the fund: an entry is reversed by another entry, in the open. */
  readonly undo: (idempotencyKey: string) => Promise<unknown>;
  readonly onUndone: () => void;
};

/** Says what was done and offers to take it back. It takes the focus, since what was pressed is gone. */
export function UndoNotice({ children, undo, onUndone }: UndoNoticeProps) {
  // One key, so that a second press does nothing more.
  const [key] = useState(newKey);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => element.current?.querySelector('button')?.focus(), []);
  const takeBack = async () => {
    try {
      await undo(key);
      await refreshFigures();
      onUndone();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <>
      <Notice tone="done">
        {children}{' '}
        <span ref={element}>
          <Button look="quiet" onClick={() => void takeBack()}>
            <Trans>Undo</Trans>
          </Button>
        </span>
      </Notice>
      {refusal === null ? null : <Notice tone="refused">{refusalWords(refusal)}</Notice>}
    </>
  );
}
