/** Where a key leads in committee mode: slides on or back, to an end, or out of it. */
export type ShowStep = 1 | -1 | 'first' | 'last' | 'leave';

const STEPS: Readonly<Record<string, ShowStep>> = {
  ArrowRight: 1,
  PageDown: 1,
  ArrowLeft: -1,
  PageUp: -1,
  Home: 'first',
  End: 'last',
  Escape: 'leave',
};

/** What a key does; `null` where it is somebody else's: of a dialog, a field, a button that space presses. */
export function showStep(event: KeyboardEvent): ShowStep | null {
  const { target, key, shiftKey, ctrlKey, metaKey, altKey, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || defaultPrevented || document.querySelector('dialog[open]') !== null) return null;
  const within = (selector: string) => target instanceof Element && target.closest(selector) !== null;
  if (key === ' ') return within('a, button, input, select, textarea, summary') ? null : shiftKey ? -1 : 1;
  // A field's arrows are its own; Escape does nothing in it, so it leaves.
  return key !== 'Escape' && within('input, select, textarea, dialog') ? null : (STEPS[key] ?? null);
}
