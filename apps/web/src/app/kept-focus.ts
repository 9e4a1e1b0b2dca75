/** What had the focus: an element is found again by what it is and which of its like it was, since a page is drawn anew. */
type Focused = { readonly what: string; readonly index: number };

const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';
/** More pages than anybody goes back by, and no more than the memory of a window can hold. */
const MOST = 100;

const kept = new Map<string, Focused>();

function whatIs(element: Element): string {
  const [href, name] = [element.getAttribute('href'), element.getAttribute('name')];
  const path = href?.split('?')[0];
  return [element.tagName, path, name, element.getAttribute('aria-label'), element.textContent].join('\n');
}

const alike = (within: Element, what: string): Element[] =>
  [...within.querySelectorAll(FOCUSABLE)].filter((element) => whatIs(element) === what);

/** Keeps what has the focus in a page, under the key of its place in the history of the window. */
export function keepFocus(key: string, within: Element | null): void {
  const { activeElement } = document;
  kept.delete(key);
  if (within === null || activeElement === null || activeElement === within || !within.contains(activeElement)) return;
  const what = whatIs(activeElement);
  kept.set(key, { what, index: alike(within, what).indexOf(activeElement) });
  const [oldest] = kept.keys();
  if (kept.size > MOST && oldest !== undefined) kept.delete(oldest);
}

/** Gives the focus back to what had it when this place of the history was left; `false` where it is not there. */
export function focusKept(key: string, within: Element): boolean {
  const focused = kept.get(key);
  if (focused === undefined) return false;
  const element = alike(within, focused.what)[focused.index];
  if (!(element instanceof HTMLElement || element instanceof SVGElement)) return false;
  element.focus({ preventScroll: true });
  return true;
}
