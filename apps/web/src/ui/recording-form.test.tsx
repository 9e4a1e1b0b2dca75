import { reverseEntryInput } from '@dcc/domain/ledger/inputs';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { refusedCall } from '../api/refused-call.ts';
import type { EntryPreview } from '../api/views.ts';
import { axeFindings, renderPart } from '../testing/render.tsx';
import { DateField, TextField } from './form-fields.tsx';
import { RecordingDialog } from './recording-form.tsx';
import type { InputOf } from './use-recording.ts';

type Input = InputOf<typeof reverseEntryInput>;

const PREVIEW: EntryPreview = {
  kind: 'deposit',
  effectiveOn: '2026-11-20',
  description: 'Entered twice',
  postings: [
    {
      account: 'cash',
      debit: null,
      credit: { amount: '118421.05', currency: 'USD' },
      original: { amount: '100000.00', currency: 'CHF' },
      contributor: 'Aurelia',
      pool: 'Unearmarked',
      organization: null,
      position: null,
      costComponent: null,
    },
  ],
  charge: null,
  rate: { currency: 'CHF', unitsPerDollar: '0.8444', effectiveOn: '2026-11-01', source: 'UN' },
};

type Server = {
  preview?: (input: Input) => Promise<EntryPreview>;
  record?: (input: Input) => Promise<{ id: string; entryNumber: number }>;
};

async function open(server: Server = {}, onClose = () => {}) {
  const container = await renderPart(
    <RecordingDialog
      title="Reverse entry 84"
      schema={reverseEntryInput}
      defaultValues={{ entryId: 'e84', effectiveOn: '2026-11-20', reason: '' }}
      preview={server.preview ?? (() => Promise.resolve(PREVIEW))}
      record={server.record ?? (() => Promise.resolve({ id: 'e85', entryNumber: 85 }))}
      onClose={onClose}
    >
      <DateField name="effectiveOn" label="Takes effect on" />
      <TextField name="reason" label="Why it is wrong" hint="One line." />
    </RecordingDialog>,
  );
  return { container, user: userEvent.setup() };
}

const reason = () => screen.getByLabelText('Why it is wrong');
const press = (name: string) => screen.getByRole('button', { name });

it('shows what will be posted before it posts, then says under which number it is recorded', async () => {
  const { container, user } = await open();
  await user.type(reason(), 'Entered twice');
  await user.click(press('Check'));
  expect(await screen.findByText(/This will post one entry/u)).toBeDefined();
  expect(screen.getByRole('cell', { name: /118,421\.05/u })).toBeDefined();
  expect(screen.getByText(/Valued at 0.8444 CHF to one US dollar/u)).toBeDefined();
  expect(await axeFindings(container)).toEqual([]);
  await user.click(press('Record'));
  expect(await screen.findByText('Recorded as entry 85.')).toBeDefined();
});

it('posts once when it is pressed twice, and sends the same key with every try', async () => {
  const keys: string[] = [];
  let finish: () => void = () => {};
  const record = (input: Input) => {
    keys.push(input.idempotencyKey);
    if (keys.length === 1) return Promise.reject(refusedCall({ code: 'INTERNAL_SERVER_ERROR', errorId: 'E-1' }));
    return new Promise<{ id: string; entryNumber: number }>((resolve) => {
      finish = () => resolve({ id: 'e85', entryNumber: 85 });
    });
  };
  const { user } = await open({ record });
  await user.type(reason(), 'Entered twice');
  await user.click(press('Check'));
  await user.click(await screen.findByRole('button', { name: 'Record' }));
  expect((await screen.findByRole('alert')).textContent).toContain('E-1');
  await user.dblClick(press('Record'));
  finish();
  await screen.findByText('Recorded as entry 85.');
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
});

it('puts what is missing beside its field and asks the server nothing', async () => {
  let asked = 0;
  const preview = () => {
    asked += 1;
    return Promise.resolve(PREVIEW);
  };
  const { container, user } = await open({ preview });
  await user.click(press('Check'));
  expect(reason().getAttribute('aria-invalid')).toBe('true');
  const described = reason().getAttribute('aria-describedby') ?? '';
  expect(described.split(' ').map((id) => document.getElementById(id)?.textContent)).toEqual([
    'One line.',
    'Fill this in.',
  ]);
  expect(screen.queryByRole('alert')).toBeNull();
  expect(asked).toBe(0);
  expect(await axeFindings(container)).toEqual([]);
});

it('puts what the server finds in a field beside that field', async () => {
  const preview = () =>
    Promise.reject(
      refusedCall({
        code: 'BAD_REQUEST',
        violation: null,
        fields: [{ path: 'reason', message: 'not-plain-text' }],
        errorId: null,
      }),
    );
  const { user } = await open({ preview });
  await user.type(reason(), 'Entered twice');
  await user.click(press('Check'));
  await waitFor(() => expect(reason().getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('Remove invisible characters.')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says a refusal once, in words, and keeps what was typed', async () => {
  const preview = () =>
    Promise.reject(
      refusedCall({ code: 'CONFLICT', violation: { kind: 'AlreadyReversed', by: '90' }, fields: null, errorId: null }),
    );
  const { user } = await open({ preview });
  await user.type(reason(), 'Entered twice');
  await user.click(press('Check'));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'This entry was already reversed by 90. Nothing was recorded.',
  );
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  expect(reason()).toHaveProperty('value', 'Entered twice');
});

it('asks before it loses what was typed', async () => {
  let closed = 0;
  const { user } = await open({}, () => {
    closed += 1;
  });
  await user.type(reason(), 'Entered twice');
  await user.keyboard('{Escape}');
  expect(screen.getByText('Discard what you typed?')).toBeDefined();
  expect(closed).toBe(0);
  await user.click(press('Keep editing'));
  expect(reason()).toHaveProperty('value', 'Entered twice');
  await user.click(press('Close'));
  await user.click(press('Discard'));
  expect(closed).toBe(1);
});
