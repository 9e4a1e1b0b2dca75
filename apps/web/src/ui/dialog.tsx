import './dialog.css';
import { Trans } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

type DialogProps = {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Something was typed that closing would lose: ask first. */
  readonly askBeforeClosing?: boolean;
  /** For two things side by side. */
  readonly wide?: boolean;
  /** The person is about to leave the page, as with the Back button, and has to say whether. */
  readonly leaving?: { readonly go: () => void; readonly stay: () => void } | null;
  readonly children: ReactNode;
};

/** The browser's own modal dialog: it is open as long as it is rendered, and gives the focus back to what opened it. */
export function Dialog({
  title,
  onClose,
  askBeforeClosing = false,
  wide = false,
  leaving = null,
  children,
}: DialogProps) {
  const dialog = useModal();
  const titleId = useId();
  const [asking, setAsking] = useState(false);
  const tryClose = () => {
    if (askBeforeClosing && !asking) setAsking(true);
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (asking) setAsking(false);
    else tryClose();
  };
  return (
    <dialog
      className={wide ? 'dialog dialog--wide' : 'dialog'}
      ref={dialog}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        tryClose();
      }}
      onClose={onClose}
    >
      <div className="dialog__head">
        <h2 className="dialog__title" id={titleId}>
          {title}
        </h2>
        <Button onClick={tryClose}>
          <Trans>Close</Trans>
        </Button>
      </div>
      {asking && leaving === null ? <DiscardQuestion onKeep={() => setAsking(false)} onDiscard={onClose} /> : null}
      {leaving === null ? null : <DiscardQuestion onKeep={leaving.stay} onDiscard={leaving.go} />}
      <div className="dialog__body">{children}</div>
    </dialog>
  );
}

function DiscardQuestion({ onKeep, onDiscard }: { readonly onKeep: () => void; readonly onDiscard: () => void }) {
  return (
    <div className="dialog__question">
      <Notice tone="warning">
        <p>
          <Trans>Discard what you typed?</Trans>
        </p>
        <p>
          <Button look="danger" onClick={onDiscard}>
            <Trans>Discard</Trans>
          </Button>{' '}
          <Button onClick={onKeep}>
            <Trans>Keep editing</Trans>
          </Button>
        </p>
      </Notice>
    </div>
  );
}

function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current ??= document.activeElement;
    if (dialog.current?.open === false) dialog.current.showModal();
    return () => {
      // What opened it may be gone with what was recorded; then reading goes on at the head of the page.
      const back = opener.current?.isConnected === true ? opener.current : document.getElementById('main');
      if (back instanceof HTMLElement) back.focus();
    };
  }, []);
  return dialog;
}
