import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { axeFindings, renderPart } from '../../testing/render.tsx';
import { type Step, StepNotice } from './step-notice.tsx';

afterEach(cleanup);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const unsent = usd('5.00');
const step: Step = { to: 'offered', way: 'on', needsReason: false, missing: [] };
const show = (change: Partial<Step>) => renderPart(<StepNotice position={{ unsent }} step={{ ...step, ...change }} />);

it('says everything that a step waits for before it is refused', async () => {
  const container = await show({
    missing: [
      { what: 'year-not-reserved', year: 1, cost: usd('20000.00'), allocated: usd('15000.00') },
      { what: 'cash-not-arrived', pool: 'Islands', short: usd('7.00') },
    ],
  });
  const said = screen.getAllByRole('listitem').map(({ textContent }) => textContent.replaceAll('\u00a0', ' '));
  expect(said).toEqual([
    'Year 1 costs US$ 20,000.00 and only US$ 15,000.00 is allocated.',
    'The pool “Islands” lacks US$ 7.00 in cash for what it has reserved.',
  ]);
  expect(await axeFindings(container)).toEqual([]);
});

it('says what cannot be undone, and nothing of other steps', async () => {
  await show({ to: 'withdrawn', way: 'end' });
  expect(screen.getByRole('status').textContent.replaceAll('\u00a0', ' ')).toContain(
    'The US$ 5.00 that are reserved and not sent go back to their pools.',
  );
  cleanup();
  await show({ to: 'separated', way: 'end' });
  expect(screen.getByRole('status').textContent).toBe('This step is the last one: there is no way back.');
  cleanup();
  await show({});
  expect(screen.queryByRole('status')).toBeNull();
});
