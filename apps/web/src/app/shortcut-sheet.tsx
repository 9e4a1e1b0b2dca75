import './shortcut-sheet.css';
import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { useSession } from './session.ts';
import { areShortcutsOn, KEY_ACTS, turnShortcuts, useKeyedScreens } from './shortcuts.ts';
import { useTourSteps } from './tour-steps.ts';

/** Every shortcut, from the table that binds them, and the switch that turns single keys off in this browser. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const screens = useKeyedScreens();
  const tour = useTourSteps();
  const { may } = useSession();
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
      {may('committee.read').allowed ? <ShowKeys /> : null}
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

/** The keys of the committee mode, which leads through a meeting slide by slide. */
function ShowKeys() {
  const keys = [
    { key: 'on', names: ['→', t`Space`, t`Page Down`], does: <Trans>Next slide</Trans> },
    { key: 'back', names: ['←', t`Page Up`], does: <Trans>Slide before</Trans> },
    { key: 'ends', names: [t`Home`, t`End`], does: <Trans>First and last slide</Trans> },
    { key: 'leave', names: [t`Esc`], does: <Trans>Leave</Trans> },
  ];
  return (
    <>
      <h3 className="shortcuts__part">
        <Trans>In committee mode</Trans>
      </h3>
      <dl className="shortcuts">
        {keys.map(({ key, names, does }) => (
          <div key={key}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
