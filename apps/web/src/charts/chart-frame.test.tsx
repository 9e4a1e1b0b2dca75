import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { axeFindings, renderPart } from '../testing/render.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartData } from './chart-table.tsx';

const DATA: ChartData = {
  head: ['Contributor', 'Received, US$'],
  rows: [['Aurelia', { number: '90071992547409.93' }]],
};

function chart(data: ChartData) {
  return (
    <ChartFrame
      id="received"
      title="Aurelia gave everything"
      unit="US$"
      summary="One bar."
      help="Cash only."
      data={data}
      empty="It begins with the first deposit."
    >
      <svg width="10" height="10" role="img" aria-label="One bar" />
    </ChartFrame>
  );
}

it('is a figure named by its message, and shows the same figures exactly as a table', async () => {
  const container = await renderPart(chart(DATA));
  const figure = screen.getByRole('figure', { name: 'Aurelia gave everything' });
  expect(within(figure).getByRole('img', { name: 'One bar' })).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: 'Table' }));
  expect(within(figure).getByRole('cell', { name: '90,071,992,547,409.93' })).toBeDefined();
  expect(within(figure).queryByRole('img')).toBeNull();
  expect(await axeFindings(container)).toEqual([]);
});

it('explains itself on request', async () => {
  await renderPart(chart(DATA));
  const help = screen.getByRole('button', { name: 'How to read this chart' });
  expect(help.getAttribute('aria-expanded')).toBe('false');
  await userEvent.click(help);
  expect(help.getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByText('Cash only.')).toBeDefined();
});

it('says in words that there is nothing yet, and offers no tools for nothing', async () => {
  await renderPart(chart({ head: DATA.head, rows: [] }));
  expect(screen.getByText('It begins with the first deposit.')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Table' })).toBeNull();
});

const THREE: ChartData = {
  head: ['Contributor', 'Received, US$', 'Pledged, US$'],
  rows: [
    ['Aurelia', { number: '90071992547409.93' }, { number: '0.00' }],
    ['Borealis', { number: '-12.50' }, { number: '7.00' }],
    ['Caldera', { number: '1.00' }, { number: '2.00' }],
  ],
};

it('is read mark by mark with the arrow keys: each with its name and exact figures', async () => {
  const container = await renderPart(chart(THREE));
  const reader = screen.getByRole('slider', { name: 'Read the chart with the arrow keys' });
  const reading = () => reader.getAttribute('aria-valuetext');
  reader.focus();
  expect(reading()).toBe('Aurelia: Received, US$ 90,071,992,547,409.93; Pledged, US$ 0.00');
  await userEvent.keyboard('{ArrowUp}');
  expect(reading()).toContain('Aurelia');
  await userEvent.keyboard('{ArrowDown}');
  expect(reading()).toBe('Borealis: Received, US$ −12.50; Pledged, US$ 7.00');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
  expect(reading()).toContain('Caldera');
  fireEvent.change(reader, { target: { value: '0' } });
  expect(reading()).toContain('Aurelia');
  expect(await axeFindings(container)).toEqual([]);
});

it('says the day its figures stand on, and the day they are known on where one is chosen', async () => {
  await renderPart(chart(DATA));
  expect(screen.getByText('US$, as of 22 Nov 2026')).toBeDefined();
  cleanup();
  await renderPart(chart(DATA), '/?asOf=2026-06-30&knownOn=2026-07-15');
  expect(screen.getByText('US$, as of 30 Jun 2026, as known on 15 Jul 2026')).toBeDefined();
});

it('copies a link that shows the same on any later day: it names the chart, the day and what was chosen', async () => {
  const user = userEvent.setup();
  window.history.replaceState(null, '', '/contributions?year=2026');
  await renderPart(chart(DATA));
  await user.click(screen.getByRole('button', { name: 'Link' }));
  expect(await navigator.clipboard.readText()).toMatch(
    /\/contributions\?year=2026&asOf=2026-11-22&knownOn=2026-11-22#received$/u,
  );
  expect(await screen.findByText('The link is copied.')).toBeDefined();
});
