import { DEMONSTRATION_PASSWORD } from '@dcc/demo-fund/people';
import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from '@playwright/test';

export type DemoRole =
  | 'member'
  | 'member-lyceum'
  | 'member-oceans'
  | 'member-fairwork'
  | 'chair'
  | 'secretariat'
  | 'certifier'
  | 'contributor'
  | 'auditor'
  | 'administrator';

/** Signs in on the page, by address and password, and arrives at a page that is quickly drawn. */
export async function signIn(page: Page, address: string, email: string, password: string): Promise<void> {
  await page.goto(`${address}/sign-in?to=/password`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
}

/** Calls a procedure as the page does. */
export async function call(request: APIRequestContext, address: string, procedure: string, input: unknown) {
  return request.post(`${address}/api/trpc/${procedure}`, { data: input, headers: { 'x-fund-client': 'web' } });
}

const windows = new Map<string, BrowserContext[]>();

/** Closes the windows that were opened on a server: a page that goes on asking would complain once the server is gone. */
export async function closeWindows(address: string): Promise<void> {
  for (const context of windows.get(address) ?? []) await context.close();
  windows.delete(address);
}

/** A fresh browser window in which one of the demonstration's people is signed in. What the page says wrong fails the test. */
export async function openAs(
  browser: Browser,
  address: string,
  role: DemoRole,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> {
  const context = await browser.newContext(options);
  windows.set(address, [...(windows.get(address) ?? []), context]);
  const page = await context.newPage();
  failOnComplaints(page);
  const answer = await call(context.request, address, 'session.signIn', {
    email: `${role}@demo.invalid`,
    password: DEMONSTRATION_PASSWORD,
  });
  expect(answer.status()).toBe(200);
  return page;
}

/** A page that throws, logs an error or breaks its own security policy fails the test that looks at it. */
export function failOnComplaints(page: Page): void {
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    // The browser itself notes a refused call (4xx) as an error; the page has to answer for it in words.
    if (message.type() === 'error' && !/^Failed to load resource: .* 4\d\d/u.test(message.text()))
      throw new Error(message.text());
  });
}
