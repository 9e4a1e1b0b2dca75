import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'member');
});

test.afterAll(async () => {
  await running.stop();
});

const heading = () => page.getByRole('heading', { level: 1 });
const steps = () => page.getByRole('navigation', { name: 'Slides' });

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('arrows lead through the meeting, back leads to the slide before, Escape to the meeting', async () => {
  await page.goto(`${running.address}/meetings`);
  await page.getByRole('link', { name: 'SCM-2026-2' }).click();
  await page.getByRole('link', { name: 'Committee mode' }).click();
  await expect(heading()).toHaveText('Tenth meeting of the Steering Committee');
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeHidden();
  await press('ArrowRight');
  await expect(heading()).toHaveText('Balance');
  await expect(page).toHaveURL(/slide=2$/u);
  await expect(page.getByRole('main')).toContainText(/As of .* Source: ledger, \d+ entries\./u);
  await press('Space');
  await expect(heading()).toHaveText('Free to allocate');
  await page.goBack();
  await expect(heading()).toHaveText('Balance');
  await press('End');
  await expect(heading()).toHaveText('Decisions taken');
  await expect(steps().getByRole('button', { name: 'Next' })).toBeDisabled();
  await press('PageUp');
  await expect(heading()).toContainText(/^\d+\. /u);
  await press('Home', 'ArrowLeft');
  await expect(steps()).toContainText('1 of');
  await press('Escape');
  await expect(page).toHaveURL(/\/meetings\/[^/?]+$/u);
});

test('the palette opens it, and every slide is free of faults and fits a phone', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await press('Control+k');
  await page.getByRole('combobox', { name: 'Find anything' }).fill('SCM-2026-2');
  await page.getByRole('option', { name: 'Committee mode' }).click();
  await expect(page).toHaveURL(/\/show$/u);
  const next = steps().getByRole('button', { name: 'Next' });
  for (let slide = 1; ; slide += 1) {
    await expect(steps().getByRole('status')).toContainText(`${slide} of`);
    expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond, `slide ${slide} scrolls sideways`).toBeLessThanOrEqual(0);
    if (await next.isDisabled()) break;
    await next.click();
  }
});
