import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { axeFindings, renderPart } from '../testing/render.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { MoneyText } from './money-text.tsx';

type Row = { readonly id: string; readonly name: string; readonly amount: string };

const ROWS: Row[] = [
  { id: '1', name: 'Aurelia', amount: '1200.50' },
  { id: '2', name: 'Borealis', amount: '0.00' },
];
const COLUMNS: Column<Row>[] = [
  { key: 'name', head: 'Contributor', rowHead: true, sort: 'name', cell: (row) => row.name, csv: (row) => row.name },
  {
    key: 'amount',
    head: 'Received',
    align: 'end',
    sort: 'received',
    cell: (row) => <MoneyText money={{ amount: row.amount, currency: 'USD' }} as="plain" />,
    csv: (row) => ({ number: row.amount }),
    total: '1,200.50',
  },
];

function table(order: { by: string; direction: 'asc' | 'desc' }) {
  return (
    <DataTable
      caption="Received, US dollars"
      columns={COLUMNS}
      rows={ROWS}
      rowKey={(row) => row.id}
      order={order}
      paging={{ page: 2, pageSize: 2, rowCount: 5 }}
      totalLabel="Total"
      fileName="received"
    />
  );
}

it('is a real table: caption, heads of columns and rows, totals at its foot', async () => {
  const container = await renderPart(table({ by: 'name', direction: 'asc' }), '/?sort=name');
  const shown = screen.getByRole('table', { name: 'Received, US dollars' });
  expect(within(shown).getByRole('rowheader', { name: 'Borealis' })).toBeDefined();
  expect(within(shown).getByRole('rowheader', { name: 'Total' })).toBeDefined();
  expect(within(shown).getAllByRole('cell', { name: '1,200.50' })).toHaveLength(2);
  expect(await axeFindings(container)).toEqual([]);
});

it('says how it is sorted, and sorts through the address: figures largest first', async () => {
  await renderPart(table({ by: 'name', direction: 'asc' }), '/?text=a&page=2');
  expect(screen.getByRole('columnheader', { name: 'Contributor' }).getAttribute('aria-sort')).toBe('ascending');
  expect(screen.getByRole('columnheader', { name: 'Received' }).getAttribute('aria-sort')).toBeNull();
  expect(screen.getByRole('link', { name: 'Received' }).getAttribute('href')).toBe(
    '/?text=a&sort=received&direction=desc',
  );
  expect(screen.getByRole('link', { name: 'Contributor' }).getAttribute('href')).toBe(
    '/?text=a&sort=name&direction=desc',
  );
});

it('pages through the address', async () => {
  await renderPart(table({ by: 'name', direction: 'asc' }), '/?page=2');
  expect(screen.getByText('3–4 of 5')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Next' }).getAttribute('href')).toBe('/?page=3');
  expect(screen.getByRole('link', { name: 'Previous' }).getAttribute('href')).toBe('/?page=1');
});
