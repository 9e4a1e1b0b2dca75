import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Screen, SCREEN_GROUPS } from './navigation.ts';
import { useSession } from './session.ts';

type Act = 'help' | 'find' | 'filter' | 'compare' | 'large-type';

/** What a single key does; the screens have keys of their own, after G. The sheet of shortcuts lists this table. */
export const KEY_ACTS: Readonly<Record<string, { readonly act: Act; readonly label: MessageDescriptor }>> = {
  '?': { act: 'help', label: msg`Show this sheet` },
  k: { act: 'find', label: msg`Find anything` },
  '/': { act: 'filter', label: msg`Go to the filter of the page` },
  c: { act: 'compare', label: msg`Choose the day, and the day to compare with` },
  l: { act: 'large-type', label: msg`Large type, on the page of a meeting` },
};

/** How long after G the letter of a screen is waited for, in milliseconds. */
const WAIT = 1500;

/** Whether single keys act in this browser. They do until somebody turns them off (WCAG 2.1.4). */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem('shortcuts') !== 'off';
  } catch {
    return true;
  }
}

export function turnShortcuts(on: boolean): void {
  try {
    localStorage.setItem('shortcuts', on ? 'on' : 'off');
  } catch {
    // Storage is closed: single keys stay as they are.
  }
}

/** The key of an event that may be a shortcut; `null` while somebody types, in a dialog, with another key held or turned off. */
export function shortcutKey(event: KeyboardEvent): string | null {
  const { target, ctrlKey, metaKey, altKey, repeat, defaultPrevented } = event;
  const typing =
    target instanceof Element &&
    target.closest('input, textarea, select, [contenteditable], dialog, [role="listbox"]') !== null;
  if (typing || ctrlKey || metaKey || altKey || repeat || defaultPrevented || !areShortcutsOn()) return null;
  return document.querySelector('dialog[open]') === null ? event.key.toLowerCase() : null;
}

/** Screens that this person may open and that have a key. */
export function useKeyedScreens(): readonly Screen[] {
  const { may } = useSession();
  return SCREEN_GROUPS.flatMap(({ screens }) => screens).filter(
    ({ key, requires }) => key !== undefined && (requires === null || may(requires).allowed),
  );
}

function focusOn(selector: string): HTMLElement | null {
  const found = document.querySelector<HTMLElement>(selector);
  found?.focus();
  return found;
}

/** Single keys, and G with the letter of a screen. */
export function useShortcuts(open: { readonly help: () => void; readonly find: () => void }): void {
  const navigate = useNavigate();
  const screens = useKeyedScreens();
  // When G was typed last; a page that is drawn anew in between forgets nothing.
  const goingSince = useRef(-WAIT);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = shortcutKey(event);
      if (key === null) return;
      const going = event.timeStamp - goingSince.current < WAIT;
      goingSince.current = key === 'g' && !going ? event.timeStamp : -WAIT;
      const screen = going ? screens.find((each) => each.key === key) : undefined;
      const act = going ? undefined : KEY_ACTS[key]?.act;
      if (screen !== undefined) void navigate({ to: screen.to });
      // Large type is the page's own.
      if (act === undefined || act === 'large-type') return;
      event.preventDefault();
      if (act === 'help') open.help();
      if (act === 'find') open.find();
      if (act === 'filter') focusOn('main .filter-bar input, main .filter-bar select');
      if (act === 'compare') focusOn('main .standpoint__button')?.click();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}
