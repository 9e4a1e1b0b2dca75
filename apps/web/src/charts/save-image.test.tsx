import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it } from 'vitest';
import { renderPart } from '../testing/render.tsx';
import { ChartFrame } from './chart-frame.tsx';

let saved: Blob | null = null;
let names: string[] = [];

// jsdom saves no files.
beforeEach(() => {
  saved = null;
  names = [];
  URL.createObjectURL = (content) => {
    saved = content as Blob;
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = function click() {
    names.push(this.download);
  };
});

async function savedText(): Promise<string> {
  const blob = saved ?? new Blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(typeof reader.result === 'string' ? reader.result : ''));
    reader.readAsText(blob);
  });
}

const frame = (
  <ChartFrame
    id="received"
    title="Aurelia & others gave everything"
    unit="US$, cash basis"
    summary="One bar."
    help="Cash only."
    note="Source: ledger."
    legend={[{ mark: 'paid', label: 'received' }]}
    data={{ head: ['Contributor', 'Received, US$'], rows: [['Aurelia', { number: '12.50' }]] }}
  >
    <svg width="10" height="10">
      <a href="/contributors/c1" className="mark" style={{ fill: 'rgb(10, 102, 168)' }}>
        <rect width="10" height="4" style={{ fill: 'rgba(0, 0, 0, 0)' }} />
        <text>Aurelia</text>
      </a>
    </svg>
  </ChartFrame>
);

it('saves an SVG that stands alone: named, with its unit, day, legend and source, and nothing of the page', async () => {
  await renderPart(frame, '/?asOf=2026-06-30');
  await userEvent.click(screen.getByRole('button', { name: 'SVG' }));
  const picture = new DOMParser().parseFromString(await savedText(), 'image/svg+xml');
  const root = picture.documentElement;
  expect(names).toEqual(['received-2026-06-30.svg']);
  expect(root.querySelector(':scope > title')?.textContent).toBe('Aurelia & others gave everything');
  expect(root.querySelector(':scope > desc')?.textContent).toBe('One bar.');
  expect(root.getAttribute('font-family')).toMatch(/^Inter, .*sans-serif$/u);
  for (const words of ['US$, cash basis, as of 30 Jun 2026', 'received', 'Source: ledger.', 'Aurelia'])
    expect(root.textContent.replaceAll('\u00a0', ' ')).toContain(words);
  expect(root.querySelectorAll('[class], [style], [href]')).toHaveLength(0);
  expect(root.querySelector('a rect')?.getAttribute('fill')).toBe('none');
  expect(root.querySelector('a')?.getAttribute('fill')).toBe('rgb(10, 102, 168)');
});

it('names a CSV after the days that its figures stand on', async () => {
  await renderPart(frame, '/?asOf=2026-06-30&knownOn=2026-07-15');
  await userEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(names).toEqual(['received-2026-06-30-known-2026-07-15.csv']);
});
