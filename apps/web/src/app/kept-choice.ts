import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
/** What was chosen where storage is closed: it holds until the page is left. */
const held = new Map<string, boolean>();

function read(name: string): boolean {
  try {
    return localStorage.getItem(name) === 'yes';
  } catch {
    return held.get(name) ?? false;
  }
}

/** Keeps a yes or no of a reader in this browser, and tells every part of the page that shows it. */
export function keepChoice(name: string, yes: boolean): void {
  held.set(name, yes);
  try {
    if (yes) localStorage.setItem(name, 'yes');
    else localStorage.removeItem(name);
  } catch {
    // Storage is closed: `held` has it.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A yes or no of this reader that the browser keeps: whether the tour was taken, whether the first steps are hidden. */
export function useKeptChoice(name: string): boolean {
  return useSyncExternalStore(subscribe, () => read(name));
}
