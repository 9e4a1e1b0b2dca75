import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { api, queryClient } from '../../api/client.ts';
import type { ForecastFacts } from '../../api/views.ts';
import { axeFindings, renderPart } from '../../testing/render.tsx';
import { ForecastPage } from './forecast-page.tsx';
import { simulate, type SimulationNews, type SimulationOrder } from './simulate.ts';

/** How far the worker of a test goes before it waits. */
let limit = Number.POSITIVE_INFINITY;

/** jsdom has no workers: this one runs the very same simulation after the page was drawn. */
class WorkerOfTest extends EventTarget {
  private ended = false;
  postMessage(order: SimulationOrder): void {
    setTimeout(() => {
      for (const news of simulate(order)) {
        if (this.ended || (news.kind === 'progress' && news.done > limit)) return;
        this.dispatchEvent(new MessageEvent<SimulationNews>('message', { data: news }));
      }
    });
  }
  terminate(): void {
    this.ended = true;
  }
}

beforeEach(() => {
  limit = Number.POSITIVE_INFINITY;
  globalThis.Worker = WorkerOfTest as never;
  queryClient.setQueryData(api.forecast.saved.queryKey({}), { saved: [] });
});
afterEach(cleanup);

const usd = (amount: string) => ({ amount, currency: 'USD' });

const FACTS: ForecastFacts = {
  asOf: '2026-11-22',
  knownOn: null,
  today: '2026-11-22',
  entryCount: 9,
  reserve: usd('0.00'),
  pools: [
    {
      pool: { id: 'unearmarked', name: 'Unearmarked', earmarking: 'unearmarked' },
      cash: usd('150000.00'),
      reserved: usd('0.00'),
    },
  ],
  receipts: [
    {
      kind: 'instalment',
      contributionId: 'k-1',
      reference: 'BOR-2026',
      contributor: { id: 'c-1', name: 'Borealis', type: 'country', countryCode: null },
      poolId: 'unearmarked',
      dueOn: '2027-02-01',
      original: { amount: '40000.00', currency: 'CHF' },
      value: usd('50000.00'),
    },
  ],
  positions: [
    {
      id: 'p-1',
      number: 1,
      title: 'Youth participation officer',
      organization: 'Fair Work',
      phase: 'in-post',
      paidFrom: [],
      years: [
        { startsOn: '2027-03-01', cost: usd('100000.00'), allocated: usd('0.00'), sent: usd('0.00') },
        { startsOn: '2028-03-01', cost: usd('90000.00'), allocated: usd('0.00'), sent: usd('0.00') },
      ],
    },
  ],
};

async function open(facts: ForecastFacts, search = ''): Promise<HTMLElement> {
  queryClient.setQueryData(api.forecast.facts.queryKey({ asOf: undefined, knownOn: undefined }), facts);
  return renderPart(<ForecastPage />, `/forecast${search}`);
}

/** What an element says; amounts have spaces that do not break. */
const plain = ({ textContent }: Element): string => textContent.replaceAll('\u00a0', ' ');
const cells = (row: RegExp): string[] =>
  within(screen.getByRole('row', { name: row }))
    .getAllByRole('cell')
    .map((cell) => plain(cell));

it('says in one sentence that all are paid, where the balance is lowest, and how many futures end well', async () => {
  const page = await open(FACTS, '?signed=100&delay=0&dollar=0&costsMost=0');
  expect(plain(screen.getByRole('heading', { level: 1 }))).toBe(
    'The approved position is paid to its end; the lowest balance is US$ 10,000 in March 2028.',
  );
  expect(
    await screen.findByRole('heading', {
      name: 'In 1,000 of 1,000 simulated futures every approved position is paid to its end.',
    }),
  ).toBeTruthy();
  expect(await axeFindings(page)).toEqual([]);
});

it('sets scenarios beside the records, each with its figures and the positions that are short', async () => {
  await open(FACTS, '?scenario=leaves.c-1&scenario=costs.-50&show=leaves.c-1');
  expect(plain(screen.getByRole('heading', { level: 1 }))).toBe(
    'Borealis pays nothing more. From March 2028 money is short: the approved position is not paid to its end.',
  );
  expect(cells(/^Positions paid/u)).toEqual(['1 of 1', '0 of 1', '1 of 1']);
  expect(cells(/^Money is first short/u)).toEqual(['never', 'March 2028', 'never']);
  expect(cells(/^Balance after/u)).toEqual(['US$ 10,000', 'US$ −40,000', 'US$ 105,000']);
  expect(screen.getByText(/^Fair Work: US\$\s40,000 missing in March\s2028$/u)).toBeTruthy();
});

it('shows how far a simulation is, and ends it when somebody has enough of it', async () => {
  limit = 300;
  await open(FACTS);
  expect(await screen.findByText('300 of 1,000 futures')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('Stopped after 300 of 1,000 futures.')).toBeTruthy();
  limit = Number.POSITIVE_INFINITY;
  await userEvent.click(screen.getByRole('button', { name: 'Begin again' }));
  expect(await screen.findByRole('heading', { name: /of 1,000 simulated futures/u })).toBeTruthy();
});

it('says where a fund begins that has nothing to look ahead to', async () => {
  const page = await open({ ...FACTS, pools: [], receipts: [], positions: [] });
  expect(plain(screen.getByRole('heading', { level: 1 }))).toBe('Nothing is approved and nothing is expected yet.');
  expect(screen.getByRole('link', { name: 'contributions' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Simulate' })).toBeNull();
  expect(await axeFindings(page)).toEqual([]);
});
