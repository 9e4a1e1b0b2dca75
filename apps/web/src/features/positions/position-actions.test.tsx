import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import { api, queryClient } from '../../api/client.ts';
import type { Choices, Position, Session } from '../../api/views.ts';
import { axeFindings, renderPart, SECRETARIAT } from '../../testing/render.tsx';
import { PositionActions } from './position-actions.tsx';

afterEach(cleanup);

const usd = (amount: string) => ({ amount, currency: 'USD' });
const figure = { amount: usd('0.00'), basis: 'allocated', asOf: '2026-11-22', entries: null } as const;
const year = {
  number: 2,
  startsOn: '2027-02-01',
  endsOn: '2028-01-31',
  cost: usd('140000.00'),
  allocated: usd('66000.00'),
  transferred: usd('0.00'),
  short: usd('74000.00'),
  state: 'part-allocated',
} as const;

function pool(
  id: string,
  earmarking: Position['pools'][number]['pool']['earmarking'],
  free: string,
): Position['pools'][number] {
  return {
    pool: { id, name: id, earmarking },
    description: '',
    cash: usd(free),
    allocated: usd('0.00'),
    available: usd(free),
  };
}

const POSITION: Position = {
  asOf: '2026-11-22',
  knownOn: null,
  today: '2026-11-22',
  row: {
    id: 'x-1',
    number: 5,
    title: 'Youth participation officer',
    organization: { id: 'o-1', name: 'Fair Work Bureau', shortName: 'Fair Work' },
    dutyStation: { id: 's-1', name: 'Lima', countryCode: 'PE' },
    state: 'in-post-year-1',
    phase: 'in-post',
    startsOn: '2026-02-01',
    endsOn: '2028-01-31',
    years: [year],
    cost: usd('280000.00'),
    allocated: usd('206000.00'),
  },
  description: '',
  steps: [
    { to: 'extension-review', way: 'on', needsReason: false, missing: [] },
    { to: 'separated', way: 'end', needsReason: false, missing: [] },
  ],
  terms: { versions: [], empty: [] },
  review: { year: 2, open: true, needed: [], findings: [] },
  separation: null,
  unsent: usd('0.00'),
  over: false,
  claim: null,
  released: [],
  cost: {
    table: null,
    pension: null,
    versions: [],
    years: 1,
    components: [],
    total: { yearly: usd('0.00'), once: usd('0.00'), term: usd('0.00'), spent: usd('0.00'), left: usd('0.00') },
  },
  allowance: {
    rate: null,
    grants: [],
    granted: usd('0.00'),
    used: usd('0.00'),
    reported: usd('0.00'),
    unreported: usd('0.00'),
    left: usd('0.00'),
    lastDay: null,
    uses: [],
  },
  takesAllocation: true,
  figures: { allocated: figure, transferred: figure, spent: figure },
  story: [],
  vacancies: [],
  decisions: [],
  transfers: [],
  pools: [pool('General', 'unearmarked', '50000.00'), pool('Islands', 'earmarked', '90000.00')],
  available: usd('120000.00'),
};

const NO_CHOICES: Choices = {
  contributors: [],
  pools: [],
  organizations: [],
  dutyStations: [],
  currencies: [],
  countries: [],
  lastDecision: null,
};

function chair(organization: string | null): Session {
  const person = { id: 'p2', email: 'c@example.org', name: 'chair', roles: ['chair' as const], contributorId: null };
  return { ...SECRETARIAT, person: { ...person, organization } };
}

async function show(position: Position, session: Session) {
  queryClient.setQueryData(api.reference.choices.queryKey({}), NO_CHOICES);
  const container = await renderPart(<PositionActions position={position} />, '/', session);
  return { container, user: userEvent.setup(), allocate: screen.getByRole('button', { name: 'Allocate' }) };
}

it('tells the secretariat whose decision an allocation is', async () => {
  const { allocate } = await show(POSITION, SECRETARIAT);
  expect(allocate.getAttribute('aria-disabled')).toBe('true');
  expect(screen.getByText('Only a chair can decide an allocation.')).toBeDefined();
});

it('bars a chair from deciding for the own organization', async () => {
  const { allocate } = await show(POSITION, chair('Fair Work'));
  expect(allocate.getAttribute('aria-disabled')).toBe('true');
  expect(
    screen.getByText('This post is with Fair Work, your own organization. Another chair must decide.'),
  ).toBeDefined();
});

it('says why a post takes no money now', async () => {
  const submitted = { ...POSITION, takesAllocation: false, row: { ...POSITION.row, state: 'submitted' as const } };
  await show(submitted, chair(null));
  expect(screen.getByText(/A post that is submitted takes no allocation/u)).toBeDefined();
});

it('begins with what is short, and shows what each pool would have left', async () => {
  const { user, allocate, container } = await show(POSITION, chair('Lyceum'));
  await user.click(allocate);
  expect(screen.getByRole('textbox', { name: 'Amount' })).toHaveProperty('value', '74000.00');
  // The unearmarked pool cannot pay it all, and earmarked money is never chosen by the program.
  expect(screen.getByRole('combobox', { name: 'Pool' })).toHaveProperty('value', '');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Pool' }), 'General');
  const left = (name: RegExp) => screen.getByRole('row', { name }).textContent.replaceAll('\u00a0', ' ');
  expect(left(/^General/u)).toContain('US$ 24,000 short');
  await user.clear(screen.getByRole('textbox', { name: 'Amount' }));
  await user.type(screen.getByRole('textbox', { name: 'Amount' }), '50,000');
  await user.click(screen.getByRole('button', { name: 'Add another pool' }));
  expect(screen.getAllByRole('textbox', { name: 'Amount' })[1]).toHaveProperty('value', '24000.00');
  expect(left(/^Fund, after its reserve/u)).toMatch(/74,00046,000$/u);
  expect(await axeFindings(container)).toEqual([]);
});
