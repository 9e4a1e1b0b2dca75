import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { axeFindings, renderPart } from '../../testing/render.tsx';
import { Checklist, type NextYear, openPoints } from './checklist.tsx';

const figure = (amount: string): NextYear['refunds'] => ({
  amount: { amount, currency: 'USD' },
  basis: 'cash',
  asOf: '2025-12-31',
  entries: { account: 'cash', from: '2025-01-01' as never, to: '2025-12-31' as never },
});
const host = (shortName: string) => ({ id: shortName, name: shortName, shortName });

const IN_ORDER: NextYear = {
  year: 2025,
  pending: 0,
  reported: [host('Lyceum'), host('Meridian')],
  missing: [],
  refunds: figure('9400.00'),
  interest: figure('16386.10'),
  deposits: figure('650000.00'),
  agentFee: figure('6500.00'),
  supportCost: figure('100.00'),
  differences: [],
};

it('says of each thing what is recorded, and links it to its entries', async () => {
  const container = await renderPart(<Checklist next={IN_ORDER} />);
  const list = within(screen.getByRole('region', { name: 'Before 2025 is closed' }));
  expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'in orderEvery entry is certified',
    'in order2 hosts have reported their expenditureLyceum, Meridian',
    'in orderThe hosts’ books agree with what the fund sent',
    'in orderRefunds from hosts are recordedUS$\u00a09,400.00',
    'in orderInterest is recordedUS$\u00a016,386.10',
    'in orderThe agent fee is chargedUS$\u00a06,500.00 on deposits of US$\u00a0650,000.00',
    'in orderSupport cost is chargedUS$\u00a0100.00',
  ]);
  expect(openPoints(IN_ORDER)).toEqual([]);
  expect(await axeFindings(container)).toEqual([]);
});

it('names what is missing: who has not reported, which books differ and by how much, what is not charged', async () => {
  const next: NextYear = {
    ...IN_ORDER,
    pending: 3,
    reported: [],
    missing: [host('Oceans'), host('Fair Work')],
    refunds: figure('0.00'),
    interest: figure('0.00'),
    agentFee: figure('0.00'),
    supportCost: figure('0.00'),
    differences: [
      { organization: host('Oceans'), amount: { amount: '140000.00', currency: 'USD' } },
      { organization: host('Lyceum'), amount: { amount: '-12.50', currency: 'USD' } },
    ],
  };
  await renderPart(<Checklist next={next} />);
  expect(openPoints(next)).toEqual([
    '3 entries wait for certification',
    'No expenditure is reported by Oceans, Fair Work',
    'Oceans has received US$\u00a0140,000.00 less than the fund sent',
    'Lyceum has received US$\u00a012.50 more than the fund sent',
    'No refund from a host is recorded',
    'No interest is recorded',
    'No agent fee is charged',
    'No support cost is charged',
  ]);
  expect(screen.getByText(/Final figures are due on 30 Apr 2026/u)).toBeDefined();
});

it('asks for no fee where nothing was deposited', () => {
  expect(openPoints({ ...IN_ORDER, agentFee: figure('0.00'), deposits: figure('0.00') })).toEqual([]);
});
