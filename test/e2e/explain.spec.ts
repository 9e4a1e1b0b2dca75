import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

// Any figure of a table or a tile can be opened, on every screen with money.

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'secretariat');
});

test.afterAll(async () => {
  await running.stop();
});

/** Screens with figures; of a list, its first row too. */
const SCREENS = [
  ['/'],
  ['/giving'],
  ['/allocation', '#positions a[href^="/positions/"]'],
  ['/performance'],
  ['/statement'],
  ['/statement?from=2025-01-01&asOf=2025-12-31'],
  ['/books'],
  ['/contributions', 'tbody a[href^="/contributions/"]'],
  ['/contributions?stage=overdue', 'tbody a[href^="/contributions/"]'],
  ['/contributors', 'tbody a[href^="/contributors/"]'],
  ['/positions', 'tbody a[href^="/positions/"]'],
  ['/figures/free'],
] as const;

/** Tables whose amounts open nothing, and why. */
const EXCEPTIONS: readonly (readonly [RegExp, string])[] = [
  [/^Every entry of this contribution/u, 'each row is an entry, and leads to it'],
  [/^What will be posted/u, 'the posting itself'],
  [/^Percent of expenditure that hosts report/u, 'a term of the agreement, with its day'],
  [
    /goes to|lies furthest|largest part|shares? the money|together receive|gave .* of the (fund|money)/u,
    'a share stands beside the amounts that it is of',
  ],
  [/^The gravest risk/u, 'what is at stake is said by its rule, and leads to what it is made of'],
  [/stayed in the United Nations system|officers? who left/u, 'a share stands beside the people that it is of'],
  [/hosts? spent .* estimated/u, 'a percentage stands beside the amounts that it is of'],
  [/^What it is made of/u, 'a part that is an amount of another page leads there'],
];

/** Amounts and shares of tables and tiles that are in no link and no button, each with where it stands. */
async function closedFigures(): Promise<string[]> {
  return page.getByRole('main').evaluate(
    (main, exceptions) => {
      const figure = /\d,\d{3}|\d\.\d{1,2}(?!\d)|\d\s?%/u;
      const cells = Array.from(main.querySelectorAll('table td, .key-figure__value'));
      return cells.flatMap((cell) => {
        const caption = cell.closest('table')?.caption?.textContent ?? 'tile';
        if (exceptions.some((exception) => new RegExp(exception, 'u').test(caption))) return [];
        const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const closed: string[] = [];
        while (words.nextNode()) {
          const { textContent, parentElement } = words.currentNode;
          const open = parentElement?.closest('a, button, .change, .books__causes, .visually-hidden') != null;
          if (!open && figure.test(textContent ?? '')) closed.push(`${caption}: ${textContent ?? ''}`);
        }
        return closed;
      });
    },
    EXCEPTIONS.map(([caption]) => caption.source),
  );
}

/** Charts hold their figures in a table. */
async function showTables(): Promise<void> {
  const buttons = page.getByRole('main').getByRole('button', { name: 'Table', exact: true });
  await expect(page.getByRole('main').locator('.skeleton')).toHaveCount(0);
  for (const button of await buttons.all()) await button.click();
}

for (const [path, row] of SCREENS)
  test(`every figure of ${path} can be opened`, async () => {
    await page.goto(`${running.address}${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await showTables();
    await expect(page.getByRole('main').locator('table td, .key-figure__value').first()).toBeVisible();
    expect(await closedFigures()).toEqual([]);
    if (row === undefined) return;
    await page.goto(`${running.address}${path}`);
    const title = await page.title();
    await page.getByRole('main').locator(row).first().click();
    await expect(page).not.toHaveTitle(title);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('main').locator('table td, .key-figure__value').first()).toBeVisible();
    expect(await closedFigures()).toEqual([]);
  });

test('a figure that is made of others says how, and leads by its parts to their entries', async () => {
  await page.goto(`${running.address}/`);
  const pools = page.getByRole('table', { name: /^What is free in each pool/u });
  await pools.getByRole('button').first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 }).first()).toContainText('Free in');
  for (const name of ['Meaning', 'Formula', 'Basis', 'As of']) await expect(dialog.getByText(name)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const part = dialog.getByRole('row', { name: /^Cash of the pool/u }).getByRole('link');
  const amount = await part.innerText();
  await part.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(amount);
  await expect(dialog).toHaveCount(0);
  await page.goBack();
  await expect(pools).toBeVisible();
});

test('by keyboard alone a figure opens and gives the focus back', async () => {
  await page.goto(`${running.address}/positions`);
  const cost = page
    .getByRole('table')
    .getByRole('button', { name: /\d,\d{3}/u })
    .first();
  await cost.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toContainText('the sum of the cost of its contract years');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(cost).toBeFocused();
});
