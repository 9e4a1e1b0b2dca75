import './shortcut-sheet.css';
import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { areShortcutsOn, KEY_ACTS, turnShortcuts, useKeyedScreens } from './shortcuts.ts';
import { useTourSteps } from './tour-steps.ts';

/** Every shortcut, from the table that binds them, and the switch that turns single keys off in this browser. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const screens = useKeyedScreens();
  const tour = useTourSteps();
  const [on, setOn] = useState(areShortcutsOn);
  const id = useId();
  return (
    <Dialog title={<Trans>Keyboard shortcuts</Trans>} onClose={onClose}>
      <dl className="shortcuts">
        {Object.entries(KEY_ACTS).map(([key, { label }]) => (
          <div key={key}>
            <dt>
              <kbd>{key.toUpperCase()}</kbd>
            </dt>
            <dd>{i18n._(label)}</dd>
          </div>
        ))}
        {screens.map(({ to, key, label }) => (
          <div key={to}>
            <dt>
              <kbd>G</kbd> <kbd>{key?.toUpperCase()}</kbd>
            </dt>
            <dd>{i18n._(label)}</dd>
          </div>
        ))}
      </dl>
      {tour.length === 0 ? null : (
        <p>
          <Link to="/" search={{ tour: 'overview', asOf: undefined }} onClick={onClose}>
            <Trans>Take the tour</Trans>
          </Link>
        </p>
      )}
      <p className="shortcuts__switch">
        <input
          type="checkbox"
          id={id}
          checked={on}
          onChange={(event) => {
            turnShortcuts(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        <label htmlFor={id}>
          <Trans>Single keys act, in this browser</Trans>
        </label>
      </p>
      <p className="soft">
        <Trans>Without them, Ctrl K or ⌘K finds everything, this sheet too.</Trans>
      </p>
    </Dialog>
  );
}
