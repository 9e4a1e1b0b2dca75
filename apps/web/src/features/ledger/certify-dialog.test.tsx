import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import type { EntryRow, Session } from '../../api/views.ts';
import { axeFindings, renderPart, SECRETARIAT } from '../../testing/render.tsx';
import { CertifyAction } from './certify-dialog.tsx';

const row = (number: number, changes: Partial<EntryRow> = {}): EntryRow => ({
  id: String(number),
  number,
  kind: 'bank-charge',
  effectiveOn: '2026-11-20',
  recordedAt: '2026-11-20T09:00:00.000Z',
  recordedBy: 'Sena Bright',
  description: `Charge ${number}`,
  reference: null,
  amount: { amount: '12.50', currency: 'USD' },
  original: null,
  parties: [],
  reverses: null,
  reversedBy: null,
  certified: null,
  certifiable: true,
  ...changes,
});

const certifier: Session = {
  ...SECRETARIAT,
  person: {
    id: 'p9',
    email: 'c@example.org',
    name: 'certifier',
    roles: ['certifier'],
    organization: null,
    contributorId: null,
  },
};
const certified = row(3, { certified: { by: 'Cora', at: '2026-11-21T09:00:00.000Z' }, certifiable: false });
const own = row(4, { certifiable: false });

it('says which entries are certified before it is done, and that own ones are left out', async () => {
  const container = await renderPart(<CertifyAction rows={[row(1), row(2), certified, own]} />, '/', certifier);
  await userEvent.click(screen.getByRole('button', { name: 'Certify the 2 entries that wait here' }));
  const dialog = screen.getByRole('dialog', { name: 'Certify 2 entries' });
  const text = dialog.textContent;
  expect(['Charge 1', 'Charge 2', 'Charge 3', 'Charge 4'].map((part) => text.includes(part))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(text).toContain('One entry is left out: you recorded it yourself');
  expect(await axeFindings(container)).toEqual([]);
});

it('offers nothing where nothing waits for this reader', async () => {
  await renderPart(<CertifyAction rows={[certified, own]} />, '/', certifier);
  expect(screen.queryByRole('button')).toBeNull();
});

it('counts for whoever may not certify all that wait, also what they recorded', async () => {
  await renderPart(<CertifyAction rows={[row(1), certified, own]} />);
  expect(screen.getByRole('button', { name: 'Certify the 2 entries that wait here' })).toBeTruthy();
});

it('tells who may certify to those who may not', async () => {
  await renderPart(<CertifyAction rows={[row(1)]} />);
  const described = { name: 'Certify', description: 'Only a certifier can certify entries.' };
  expect(screen.getByRole('button', described).getAttribute('aria-disabled')).toBe('true');
});
