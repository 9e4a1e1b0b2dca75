import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { api, queryClient } from '../../api/client.ts';
import type { Balance, Candidate, Vacancy } from '../../api/views.ts';
import { axeFindings, renderPart } from '../../testing/render.tsx';
import { Candidates } from './candidates.tsx';

const VACANCY = { row: { id: 'v-1', position: { title: 'Analyst' }, closesOn: '2026-11-10' } } as Vacancy;

const BALANCE: Balance = {
  vacancies: 1,
  counted: 1,
  stages: [
    {
      stage: 'long-list',
      candidates: 4,
      stated: 3,
      women: 2,
      known: 4,
      nationalities: 3,
      groups: [{ group: 'SIDS', count: null }],
    },
  ],
};

function candidate(number: number, change: Partial<Candidate> = {}): Candidate {
  return {
    id: `k-${number}`,
    number,
    appliedOn: '2026-11-01',
    stage: 'long-list',
    since: '2026-11-20',
    days: 2,
    next: ['short-list', 'not-selected', 'declined'],
    steps: [{ to: 'long-list', on: '2026-11-20' }],
    person: {
      name: `Tree ${number}`,
      nationality: 'FJ',
      gender: null,
      birthYear: 1998,
      degree: 'advanced',
      experienceYears: 3,
      languages: ['en'],
      shortfalls: [],
    },
    erased: null,
    keptUntil: null,
    ...change,
  };
}

async function show(rows: Candidate[], onMeasure: (day: string | undefined) => void = () => {}): Promise<HTMLElement> {
  const key = api.candidates.list.queryKey({ vacancyId: 'v-1' });
  queryClient.setQueryData(key, { today: '2026-11-22', rows, retention: null, balance: BALANCE });
  return renderPart(<Candidates vacancy={VACANCY} measuredOn={undefined} onMeasure={onMeasure} />);
}

const lacking = [
  {
    criterion: 'nationality',
    certain: true,
    country: 'KE',
    ruleSet: 'Eligible countries',
    version: 1,
    on: '2026-11-01',
  },
  { criterion: 'age', certain: true, atMost: 31, from: 37, to: 38 },
  { criterion: 'language', certain: false, missing: 'fr' },
] as const;

test('each candidate stands in the column of its stage, with what is not met; erased ones have no name', async () => {
  const person = candidate(1).person;
  const container = await show([
    candidate(1, { person: person === null ? null : { ...person, shortfalls: [...lacking] } }),
    candidate(2, { stage: 'short-list' }),
    candidate(3, { person: null, erased: { on: '2026-11-21', reason: 'request' } }),
  ]);
  const longList = screen.getByRole('list', { name: /long list/iu });
  within(longList).getByRole('button', { name: /Tree 1.*2 criteria not met, 1 not certain/u });
  within(longList).getByText('Candidate 3, erased');
  within(screen.getByRole('list', { name: /short list/iu })).getByRole('button', { name: /Tree 2/u });
  expect(await axeFindings(container)).toEqual([]);
});

test('the arrow keys lead through a column and over to the next one that has somebody, and Enter opens', async () => {
  await show([candidate(1), candidate(2), candidate(3, { stage: 'selected' })]);
  const person = userEvent.setup();
  screen.getByRole('button', { name: /Tree 1/u }).focus();
  await person.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toMatch(/Tree 2/u);
  await person.keyboard('{ArrowRight}');
  expect(document.activeElement?.textContent).toMatch(/Tree 3/u);
  await person.keyboard('{ArrowRight}{ArrowUp}');
  expect(document.activeElement?.textContent).toMatch(/Tree 3/u);
  await person.keyboard('{ArrowLeft}{Enter}');
  expect(within(await screen.findByRole('dialog')).getByRole('heading').textContent).toBe('Candidate 1: Tree 1');
  screen.getByText('every criterion is met');
});

test('the day of measuring is chosen by its date, and nationality says by which version of which rules', async () => {
  const person = candidate(1).person;
  const chosen: (string | undefined)[] = [];
  await show([candidate(1, { person: person === null ? null : { ...person, shortfalls: [...lacking] } })], (day) =>
    chosen.push(day),
  );
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Measured as of'), '2027-01-31');
  await user.click(screen.getByRole('button', { name: 'Measure' }));
  expect(chosen).toEqual(['2027-01-31']);
  await user.click(screen.getByRole('button', { name: /Tree 1/u }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toMatch(/Kenya is not eligible by “Eligible countries”, version 1, on 1\sNov\s2026/u);
});

test('the balance tells shares of those of whom it is known, and what is not told', async () => {
  await show([candidate(1)]);
  const rows = screen.getAllByRole('row', { hidden: true }).map((row) => row.textContent);
  expect(rows).toContainEqual('Women2 of 3, 67 %');
  expect(rows).toContainEqual('From SIDSnot told');
});

test('two hundred candidates are all there', async () => {
  await show(Array.from({ length: 200 }, (_, index) => candidate(index + 1)));
  expect(within(screen.getByRole('list', { name: /long list/iu })).getAllByRole('listitem')).toHaveLength(200);
});

test('none is said to be none', async () => {
  await show([]);
  expect(screen.getByText('The long list begins with the first candidate.').tagName).toBe('P');
});
