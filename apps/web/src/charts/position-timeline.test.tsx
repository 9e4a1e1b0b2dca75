import { expect, test } from 'vitest';
import { renderPart } from '../testing/render.tsx';
import { type DatedPosition, PositionTimeline } from './position-timeline.tsx';

const usd = (amount: string) => ({ amount, currency: 'USD' });

const POSITION: DatedPosition = {
  id: 'x-1',
  number: 5,
  title: 'Climate finance analyst',
  organization: { id: 'o-1', name: 'Meridian Programme', shortName: 'Meridian' },
  dutyStation: { id: 's-1', name: 'Suva', countryCode: 'FJ' },
  state: 'scored',
  phase: 'proposed',
  startsOn: '2027-02-01',
  endsOn: '2028-01-31',
  cost: usd('140000.00'),
  allocated: usd('0.00'),
  years: [
    {
      number: 1,
      startsOn: '2027-02-01',
      endsOn: '2028-01-31',
      cost: usd('140000.00'),
      allocated: usd('0.00'),
      transferred: usd('0.00'),
      short: usd('140000.00'),
      state: 'unfunded',
    },
  ],
};

test('a year lacks money once the committee has approved its post, and is not approved before, as on the board', async () => {
  const show = (position: DatedPosition) =>
    renderPart(<PositionTimeline positions={[position]} asOf="2026-11-22" label="In time" />);
  expect((await show(POSITION)).textContent).toMatch(/Year 1: US\$\s140,000, not approved/u);
  const approved = await show({ ...POSITION, state: 'approved', phase: 'in-recruitment' });
  expect(approved.textContent).toMatch(/Year 1: US\$\s140,000 is missing/u);
});

test('a year without money is hatched, and no other', async () => {
  const hatched = async (position: DatedPosition) => {
    const part = await renderPart(<PositionTimeline positions={[position]} asOf="2026-11-22" label="In time" />);
    return [...part.querySelectorAll('path')].map((path) => path.getAttribute('d') !== '');
  };
  expect(await hatched(POSITION)).toEqual([]);
  expect(await hatched({ ...POSITION, state: 'approved', phase: 'in-recruitment' })).toEqual([true]);
});
