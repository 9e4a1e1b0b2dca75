import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { failOnComplaints, signIn } from './people.ts';
import { fund, type RunningFund, startFund } from './server.ts';

const PASSWORD = 'four words nobody guesses';
const EMAIL = 'first@example.org';

/** Every screen that draws or lists amounts or names. */
const SCREENS = ['/', '/contributors', '/contributions', '/ledger', '/statement', '/books', '/forecast', '/movements'];

const ARABIC = 'صندوق التنمية للشباب في البلدان النامية';
const LONG = `The Association of ${'Exceptionally '.repeat(12)}Long Names`.padEnd(200, 'x').slice(0, 200);
const UNBROKEN = 'W'.repeat(200);

const HEAD =
  'contributor,contributor_type,country,status,currency,amount,effective_on,usd_amount,earmark,reference,description';
const ENTRIES = 'effective_on,kind,amount,currency,contributor,organization,description';

type Given = { readonly contributions?: readonly string[]; readonly entries?: readonly string[] };

function received(contributor: string, amount: string, on: string, pool = ''): string {
  return `${contributor},ngo,,received,USD,${amount},${on},,${pool},,`;
}

/** What is tried: what a fund holds, by name. */
const FUNDS: Readonly<Record<string, Given>> = {
  'no data at all': {},
  'one contributor': { contributions: [received('Only One', '100000.00', '2026-03-01')] },
  'two hundred contributors': {
    contributions: Array.from({ length: 200 }, (_, index) =>
      received(
        `Contributor number ${index + 1}`,
        `${(index + 1) * 1234}.00`,
        `20${19 + (index % 8)}-05-17`,
        `Pool ${index % 12}`,
      ),
    ),
  },
  'names in Arabic and of 200 characters': {
    contributions: [
      received(ARABIC, '250000.00', '2026-02-01', ARABIC),
      received(LONG, '150000.00', '2025-02-01', LONG),
      received(UNBROKEN, '50000.00', '2024-02-01', UNBROKEN),
    ],
  },
  'amounts of eleven digits': {
    contributions: [
      received('Large', '98765432109.00', '2025-02-01', 'Large pool'),
      received('Small', '0.01', '2026-02-01', 'Small pool'),
      'Promised,ngo,,signed,USD,12345678901.00,2026-06-01,,Large pool,,',
    ],
  },
  'totals of zero and below': {
    contributions: [received('Given back', '1000.00', '2026-01-10')],
    entries: [
      '2026-02-10,bank-charge,1000.00,USD,,,All of it',
      '2026-03-10,bank-charge,250.00,USD,,,More than there is',
    ],
  },
};

async function begin(databaseUrl: string, given: Given): Promise<void> {
  await fund(databaseUrl, ['init']);
  const roles = ['--role', 'chair', '--role', 'secretariat', '--role', 'administrator'];
  await fund(databaseUrl, ['user', 'add', EMAIL, '--name', 'First Person', ...roles], `${PASSWORD}\n`);
  const folder = await mkdtemp(join(tmpdir(), 'fund-hostile-'));
  for (const [kind, head, rows] of [
    ['contributions', HEAD, given.contributions ?? []],
    ['entries', ENTRIES, given.entries ?? []],
  ] as const) {
    if (rows.length === 0) continue;
    const file = join(folder, `${kind}.csv`);
    await writeFile(file, [head, ...rows].join('\r\n'));
    await fund(databaseUrl, ['import', kind, file]);
  }
  await rm(folder, { recursive: true });
}

/** What a person could not read on the page as it stands: in words, empty when all is well. */
function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (beyond > 0) found.push(`the page scrolls ${beyond} pixels sideways`);
    const nonsense = /\b(?:NaN|undefined|Infinity|\[object Object\])\b/u.exec(document.body.innerText);
    if (nonsense !== null) found.push(`the page says ${nonsense[0]}`);
    const seen = (element: Element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== 'hidden';
    };
    for (const drawing of document.querySelectorAll('figure svg:not(.chart__swatch)')) {
      const frame = drawing.getBoundingClientRect();
      const words = Array.from(drawing.querySelectorAll('text')).filter(
        (word) => (word.textContent ?? '').trim() !== '' && seen(word),
      );
      const boxes = words.map((word) => ({ says: word.textContent ?? '', box: word.getBoundingClientRect() }));
      const chart = drawing.closest('figure')?.id ?? '';
      for (const [index, { says, box }] of boxes.entries()) {
        // A pixel of a glyph's own margin is nothing that anybody sees.
        if (
          box.left < frame.left - 2 ||
          box.right > frame.right + 2 ||
          box.top < frame.top - 2 ||
          box.bottom > frame.bottom + 2
        )
          found.push(`${chart}: “${says.slice(0, 40)}” is cut off`);
        for (const other of boxes.slice(index + 1)) {
          const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
          const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
          if (wide > 1.5 && high > 3)
            found.push(`${chart}: “${says.slice(0, 30)}” lies on “${other.says.slice(0, 30)}”`);
        }
      }
    }
    return [...new Set(found)];
  });
}

/** The page as it stands in a window of one width: a picture, and whether it can be read. */
async function look(page: Page, name: string, path: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await expect(page.locator('.skeleton')).toHaveCount(0);
  const file = `${path.replaceAll('/', '') || 'overview'}-${width}.png`;
  await page.screenshot({ path: test.info().outputPath(file), fullPage: true });
  expect.soft(await unreadable(page), `${name}, ${path}, ${width}`).toEqual([]);
}

async function signedIn(browser: Browser, running: RunningFund): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  failOnComplaints(page);
  await signIn(page, running.address, EMAIL, PASSWORD);
  return page;
}

for (const [name, given] of Object.entries(FUNDS)) {
  test(`every screen stays readable with ${name}`, async ({ browser }) => {
    test.setTimeout(120_000);
    const running = await startFund((databaseUrl) => begin(databaseUrl, given));
    const page = await signedIn(browser, running);
    for (const path of SCREENS) {
      await page.goto(running.address + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      for (const width of [1440, 390]) await look(page, name, path, width);
    }
    await page.context().close();
    await running.stop();
  });
}
