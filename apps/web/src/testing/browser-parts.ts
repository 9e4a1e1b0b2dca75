import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';

/** What jsdom leaves out of a browser and the parts of a page call. */
export function prepareBrowser(): void {
  beforeAll(() => {
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.setAttribute('open', '');
    };
    window.scrollTo = () => {};
    // axe asks for a canvas to look at icon fonts; there are none.
    HTMLCanvasElement.prototype.getContext = () => null;
    globalThis.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    globalThis.IntersectionObserver ??= class {
      readonly root = null;
      readonly rootMargin = '';
      readonly scrollMargin = '';
      readonly thresholds = [];
      observe() {}
      unobserve() {}
      disconnect() {}
      takeRecords = () => [];
    };
  });
  afterEach(cleanup);
}
