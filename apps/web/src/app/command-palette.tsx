import './command-palette.css';
import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { api } from '../api/client.ts';
import type { FindHit } from '../api/views.ts';
import { SCREEN_GROUPS } from './navigation.ts';
import { stringifySearch } from './search-params.ts';
import { useSession } from './session.ts';
import { useAddressComparison, useStandpoint } from './standpoint.ts';
import { useTourSteps } from './tour-steps.ts';

type Destination = {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** Where it leads; `null` for the sheet of shortcuts, which opens here. */
  readonly href: string | null;
  /** A whole address, with its days: it is opened as it was saved. */
  readonly whole?: true;
};

function pathOf(hit: FindHit): string {
  switch (hit.kind) {
    case 'contributor':
      return `/contributors/${hit.id}`;
    case 'contribution':
      return `/contributions/${hit.id}`;
    case 'position':
      return `/positions/${hit.id}`;
    case 'decision':
      return `/decisions/${hit.id}`;
    case 'meeting':
      return `/meetings/${hit.id}`;
    case 'round':
      return `/rounds/${hit.id}`;
    case 'vacancy':
      return `/vacancies/${hit.id}`;
  }
}

/** What a record is, where its name alone does not say it. */
function detailOf({ kind, detail }: FindHit): string {
  if (kind === 'vacancy') return t`Vacancy, ${detail}`;
  return kind === 'round' ? t`Round` : detail;
}

/** Screens at once, saved views and records as soon as the server has found them. */
function useDestinations(text: string): readonly Destination[] {
  const { may, person } = useSession();
  const toured = useTourSteps().length > 0;
  const wanted = text.trim().toLowerCase();
  const screens = SCREEN_GROUPS.flatMap((group) =>
    group.screens
      .filter(({ ofContributor }) => ofContributor !== true || person?.contributorId != null)
      .filter((screen) => screen.requires === null || may(screen.requires).allowed)
      .map((screen) => ({ key: screen.to, label: i18n._(screen.label), detail: i18n._(group.label), href: screen.to })),
  ).filter((screen) => screen.label.toLowerCase().includes(wanted));
  const found = useQuery(
    api.reference.find.queryOptions(
      { text: wanted },
      { enabled: wanted.length > 1, placeholderData: keepPreviousData },
    ),
  );
  const { data: kept } = useQuery(api.savedViews.list.queryOptions({}));
  const views = (kept?.saved ?? []).filter(({ name }) => name.toLowerCase().includes(wanted));
  const records = wanted.length > 1 ? (found.data?.hits ?? []) : [];
  const style = { key: '/style', label: t`Style`, detail: t`For developers`, href: '/style' };
  const sheet = { key: 'shortcuts', label: t`Keyboard shortcuts`, detail: t`Help`, href: null };
  const tour = { key: 'tour', label: t`Take the tour`, detail: t`Help`, href: '/?tour=overview' };
  return [
    ...screens,
    ...(may('style.view').allowed && style.label.toLowerCase().includes(wanted) ? [style] : []),
    ...views.map(({ id, name, path }) => ({
      key: `view ${id}`,
      label: name,
      detail: t`Saved view`,
      href: path,
      whole: true as const,
    })),
    ...(toured && tour.label.toLowerCase().includes(wanted) ? [tour] : []),
    ...(sheet.label.toLowerCase().includes(wanted) ? [sheet] : []),
    ...records.flatMap((hit) => [
      { key: `${hit.kind} ${hit.id}`, label: hit.label, detail: detailOf(hit), href: pathOf(hit) },
      ...(hit.kind === 'meeting'
        ? [{ key: `show ${hit.id}`, label: hit.label, detail: t`Committee mode`, href: `${pathOf(hit)}/show` }]
        : []),
    ]),
  ];
}

type CommandPaletteProps = { readonly onClose: () => void; readonly onShortcuts: () => void };

/** Finds any screen, contributor, contribution, position, vacancy, decision, meeting, round or saved view by typing, and the shortcuts. */
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
        placeholder={t`A screen, contributor, position, decision, meeting, round …`}
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
