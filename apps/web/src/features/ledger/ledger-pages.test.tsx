import { useRouterState } from '@tanstack/react-router';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { axeFindings, renderPart } from '../../testing/render.tsx';
import { LedgerPages } from './ledger-pages.tsx';

function Address() {
  return <p>{useRouterState({ select: ({ location }) => location.href })}</p>;
}

const LIST = { before: 50, pageSize: 50, rowCount: 450_025, next: 101, previous: 52, rows: Array.from({ length: 50 }) };

it('says where the page stands, and goes on from its first and last entry', async () => {
  const container = await renderPart(<LedgerPages list={LIST} />, '/ledger?account=cash&page=2');
  expect(screen.getByText('51–100 of 450,025')).toBeDefined();
  expect(screen.getByText('of 9,001')).toBeDefined();
  expect(screen.getByRole('link', { name: 'Next' }).getAttribute('href')).toBe(
    '/ledger?account=cash&beside=101&toward=next',
  );
  expect(screen.getByRole('link', { name: 'Previous' }).getAttribute('href')).toBe(
    '/ledger?account=cash&beside=52&toward=previous',
  );
  expect(await axeFindings(container)).toEqual([]);
});

it('goes to any page by its number, by keyboard alone', async () => {
  await renderPart(
    <>
      <LedgerPages list={LIST} />
      <Address />
    </>,
    '/ledger?account=cash&beside=52&toward=next',
  );
  const person = userEvent.setup();
  await person.clear(screen.getByRole('spinbutton', { name: 'Page' }));
  await person.type(screen.getByRole('spinbutton', { name: 'Page' }), '4500{Enter}');
  expect(await screen.findByText('/ledger?account=cash&page=4500')).toBeDefined();
});

it('is not there where one page holds everything', async () => {
  await renderPart(<LedgerPages list={{ ...LIST, rowCount: 50, before: 0, next: null, previous: null }} />);
  expect(screen.queryByRole('navigation', { name: 'Pages' })).toBeNull();
});
