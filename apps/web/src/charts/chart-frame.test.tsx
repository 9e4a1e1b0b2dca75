import { screen, within } from '@testing-library/react';
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
