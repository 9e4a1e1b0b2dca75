import type { Page } from '@playwright/test';

/** What a page has kept of itself since it opened. */
type Kept = {
  largestPaint: number;
  layoutShift: number;
  longTasks: number[];
  /** When the last answer of the server was whole, and when the last change of the page after it was on the screen. */
  answeredAt: number;
  paintedAt: number;
};

type Watched = typeof globalThis & { fundKept: Kept };
type Shift = PerformanceEntry & { readonly value: number; readonly hadRecentInput: boolean };

/** Lets every page of a window keep what is measured, from its first moment. */
export async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept: Kept = { largestPaint: 0, layoutShift: 0, longTasks: [], answeredAt: 0, paintedAt: 0 };
    (globalThis as Watched).fundKept = kept;
    const observe = (type: string, each: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
    observe('largest-contentful-paint', (entry) => (kept.largestPaint = entry.startTime));
    observe('longtask', (entry) => kept.longTasks.push(entry.duration));
    observe('layout-shift', (entry) => {
      const shift = entry as Shift;
      if (!shift.hadRecentInput) kept.layoutShift += shift.value;
    });
    observe('resource', (entry) => {
      if (entry.name.includes('/api/trpc/')) kept.answeredAt = (entry as PerformanceResourceTiming).responseEnd;
    });
    // The frame that follows a change is on the screen when a task after it runs.
    const painted = () =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => (kept.paintedAt = performance.now()), { once: true });
        port1.start();
        port2.postMessage(null);
      });
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver(painted).observe(document.body, { childList: true, subtree: true, characterData: true }),
    );
  });
}

/** What the page has kept, once nothing has changed on it for a while. */
export async function keptBy(page: Page): Promise<Kept> {
  await page.waitForFunction(() => {
    const { paintedAt } = (globalThis as Watched).fundKept;
    return paintedAt > 0 && performance.now() - paintedAt > 700;
  });
  return page.evaluate(() => (globalThis as Watched).fundKept);
}

/** Waits until something that was asked after a moment is answered, and on the screen. */
export async function answered(page: Page, after: number): Promise<void> {
  await page.waitForFunction((moment) => {
    const { answeredAt, paintedAt } = (globalThis as Watched).fundKept;
    return answeredAt > moment && paintedAt > answeredAt;
  }, after);
}

/** Forgets the tasks that were long until now. */
export async function forgetTasks(page: Page): Promise<void> {
  await page.evaluate(() => ((globalThis as Watched).fundKept.longTasks = []));
}
