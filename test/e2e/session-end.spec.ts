import { expect, type Page, test } from '@playwright/test';
import { call, openAs } from './people.ts';
import { type RunningFund, startFund } from './server.ts';

let running: RunningFund;
let page: Page;

test.beforeAll(async ({ browser }) => {
  running = await startFund();
  page = await openAs(browser, running.address, 'chair');
  await page.clock.install();
});

test.afterAll(async () => {
  await running.stop();
});

test('whoever does nothing is warned before the session ends, over an open form, and stays by one press', async () => {
  await page.goto(`${running.address}/contributions`);
  await page.getByRole('button', { name: 'Record a pledge' }).click();
  const form = page.getByRole('dialog', { name: 'Record a pledge' });
  await form.getByLabel('Reference').fill('IDLE-1');
  await page.clock.fastForward('27:30');
  const warning = page.getByRole('dialog', { name: 'Are you still here?' });
  await expect(warning).toBeHidden();
  await page.clock.fastForward('00:40');
  await expect(warning).toBeVisible();
  const told = page.waitForResponse((response) => response.url().includes('session.current'));
  await warning.getByRole('button', { name: 'Stay signed in' }).press('Enter');
  expect((await told).status()).toBe(200);
  await expect(warning).toBeHidden();
  await page.clock.fastForward('00:30');
  await expect(warning).toBeHidden();
  await expect(form.getByLabel('Reference')).toHaveValue('IDLE-1');
});

test('whoever types tells the server so, and is not warned', async () => {
  await page.clock.fastForward('20:00');
  const told = page.waitForResponse((response) => response.url().includes('session.current'));
  await page.getByRole('dialog').getByLabel('Reference').pressSequentially('2');
  expect((await told).status()).toBe(200);
  await page.clock.fastForward('20:00');
  await expect(page.getByRole('dialog', { name: 'Are you still here?' })).toBeHidden();
});

test('the button that finds anything is pressed with the mouse', async () => {
  await page.goto(`${running.address}/password`);
  await page.getByRole('button', { name: 'Find anything' }).click();
  await expect(page.getByRole('combobox', { name: 'Find anything' })).toBeVisible();
});

test('a page whose session is over shows no figures any more, and leads back after signing in', async ({ browser }) => {
  const other = await openAs(browser, running.address, 'member');
  await other.goto(`${running.address}/contributions`);
  await expect(other.getByRole('heading', { level: 1 })).toContainText('US$');
  await call(other.request, running.address, 'session.signOut', {});
  // The server looks at an open stream's session every 15 seconds.
  await expect(other.getByLabel('Password')).toBeVisible({ timeout: 25_000 });
  expect(new URL(other.url()).searchParams.get('to')).toBe('/contributions');
});
