import './command-palette.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { type Destination, useDestinations } from './palette-destinations.ts';
import { stringifySearch } from './search-params.ts';
import { useAddressComparison, useStandpoint } from './standpoint.ts';

type CommandPaletteProps = { readonly onClose: () => void; readonly onShortcuts: () => void };

/** Finds any screen, action, saved view or record by typing: of everybody what they may open and do. */
export function CommandPalette({ onClose, onShortcuts }: CommandPaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const router = useRouter();
  const { stand } = useStandpoint();
  const compareWith = useAddressComparison();
  const destinations = useDestinations(useDeferredValue(text));
  const active = Math.min(chosen, destinations.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const go = (destination: Destination | undefined) => {
    if (destination === undefined) return;
    dialog.current?.close();
    if (destination.href === null) {
      onShortcuts();
      return;
    }
    if (destination.whole === true) {
      router.history.push(destination.href);
      return;
    }
    router.history.push(
      `${destination.href}${stringifySearch({ ...stand, compareWith }).replace('?', destination.href.includes('?') ? '&' : '?')}`,
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && destinations.length > 0) {
      event.preventDefault();
      setChosen((active + step + destinations.length) % destinations.length);
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      go(destinations[active]);
    }
  };

  return (
    <dialog className="palette" ref={dialog} aria-label={t`Find anything`} onClose={onClose}>
      <input
        className="palette__input"
        type="text"
        role="combobox"
        aria-label={t`Find anything`}
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={destinations[active] === undefined ? undefined : `${listId}-${active}`}
        placeholder={t`A screen, an action, a contributor, position, decision, document …`}
        value={text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul className="palette__list" role="listbox" id={listId} aria-label={t`Found`}>
        {destinations.map((destination, index) => (
          <PaletteOption
            key={destination.key}
            id={`${listId}-${index}`}
            destination={destination}
            active={index === active}
            onChoose={() => go(destination)}
            onPoint={() => setChosen(index)}
          />
        ))}
      </ul>
      {destinations.length === 0 ? (
        <p className="palette__none" role="status">
          <Trans>Nothing found. Try part of a name, a reference or a place.</Trans>
        </p>
      ) : null}
    </dialog>
  );
}

type PaletteOptionProps = {
  readonly id: string;
  readonly destination: Destination;
  readonly active: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
};

function PaletteOption({ id, destination, active, onChoose, onPoint }: PaletteOptionProps) {
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (active) element.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <li
      className="palette__option"
      role="option"
      id={id}
      ref={element}
      aria-selected={active}
      onClick={onChoose}
      onPointerMove={onPoint}
    >
      <span>{destination.label}</span>
      <span className="palette__detail">{destination.detail}</span>
    </li>
  );
}
