import { expect, type Page } from '@playwright/test';
import { answered, forgetTasks, keptBy } from './in-page.ts';

/** One line of the table: what was measured, on which fund, how it came out, and what it should be. */
export type Line = {
  readonly what: string;
  readonly fund: string;
  readonly found: string;
  readonly target: string;
  readonly kept: boolean | null;
};

const ms = (value: number): string => `${Math.round(value)} ms`;

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .skeleton-page')).toHaveCount(0);
}

/** Largest paint and layout shift of each page, opened by its address; the quietest of several openings counts. */
export async function measurePaint(
  page: Page,
  fund: string,
  address: string,
  paths: readonly string[],
  runs: number,
): Promise<Line[]> {
  const found: { path: string; paint: number; shift: number }[] = [];
  for (const path of paths) {
    let [paint, shift] = [Number.POSITIVE_INFINITY, 0];
    for (let run = 0; run < runs; run += 1) {
      await open(page, address + path);
      const kept = await keptBy(page);
      paint = Math.min(paint, kept.largestPaint);
      shift = Math.max(shift, kept.layoutShift);
    }
    found.push({ path, paint, shift });
  }
  const slowest = found.toSorted((a, b) => b.paint - a.paint)[0];
  const jumpiest = found.toSorted((a, b) => b.shift - a.shift)[0];
  if (slowest === undefined || jumpiest === undefined) return [];
  return [
    {
      what: `largest paint, the slowest of ${found.length} pages: ${slowest.path}`,
      fund,
      found: ms(slowest.paint),
      target: 'under 1.5 s',
      kept: slowest.paint < 1500,
    },
    {
      what: `layout shift, the most of ${found.length} pages: ${jumpiest.path}`,
      fund,
      found: jumpiest.shift.toFixed(4),
      target: '0',
      kept: jumpiest.shift < 0.0005,
    },
  ];
}

type Change = { readonly what: string; readonly from: string; readonly make: (page: Page) => Promise<void> };

/** Changes of a filter or a day, each by hand, as somebody makes them. */
const CHANGES: readonly Change[] = [
  {
    what: 'Overview, another day',
    from: '/',
    make: async (page) => {
      await page.getByRole('button', { name: /^As of / }).click();
      await page
        .getByRole('link', { name: /^31 Dec/u })
        .first()
        .click();
    },
  },
  {
    what: 'Contributions, the stage',
    from: '/contributions',
    make: async (page) => void (await page.getByLabel('Stage').selectOption({ index: 1 })),
  },
  {
    what: 'Ledger, the kind',
    from: '/ledger',
    make: async (page) => {
      await page.getByLabel('Kind').selectOption('deposit');
      await page.getByRole('button', { name: 'Show', exact: true }).click();
    },
  },
];

/** From the end of the answer to the last change it made on the screen. */
export async function measureChanges(page: Page, fund: string, address: string, runs: number): Promise<Line[]> {
  const lines: Line[] = [];
  for (const { what, from, make } of CHANGES) {
    let least = Number.POSITIVE_INFINITY;
    for (let run = 0; run < runs; run += 1) {
      await open(page, address + from);
      const { answeredAt: before } = await keptBy(page);
      await make(page);
      await answered(page, before);
      const { answeredAt, paintedAt } = await keptBy(page);
      least = Math.min(least, paintedAt - answeredAt);
    }
    lines.push({
      what: `painted after the answer: ${what}`,
      fund,
      found: ms(least),
      target: 'within 100 ms',
      kept: least <= 100,
    });
  }
  return lines;
}

/** The longest task of the page while the ledger is scrolled from its head to its foot and back. */
export async function measureScrolling(page: Page, fund: string, address: string, runs: number): Promise<Line> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    await open(page, `${address}/ledger`);
    await keptBy(page);
    await forgetTasks(page);
    await page.mouse.move(700, 500);
    for (const way of [1, -1]) {
      for (let step = 0; step < 20; step += 1) {
        await page.mouse.wheel(0, way * 150);
        await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
      }
    }
    const { longTasks } = await page.evaluate(
      () => (globalThis as typeof globalThis & { fundKept: { longTasks: number[] } }).fundKept,
    );
    least = Math.min(least, Math.max(0, ...longTasks));
  }
  return {
    what: 'longest task while scrolling the ledger',
    fund,
    found: least === 0 ? 'none above 50 ms' : ms(least),
    target: 'under 50 ms',
    kept: least < 50,
  };
}
