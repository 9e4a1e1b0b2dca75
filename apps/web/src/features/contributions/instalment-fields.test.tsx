import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FormProvider, useForm } from 'react-hook-form';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { startWords } from '../../app/i18n.ts';
import { InstalmentFields } from './instalment-fields.tsx';

beforeAll(startWords);
afterEach(cleanup);

function Schedule() {
  const form = useForm({ defaultValues: { instalments: [{ dueOn: '', amount: '500.00' }] } });
  return (
    <I18nProvider i18n={i18n}>
      <FormProvider {...form}>
        <InstalmentFields currency="CHF" pledged={{ amount: '500.00', currency: 'CHF' }} />
      </FormProvider>
    </I18nProvider>
  );
}

const total = () => screen.getByRole('status').textContent.replaceAll('\u00a0', ' ');

it('shows the running total beside what was pledged', async () => {
  render(<Schedule />);
  expect(total()).toBe('Total CHF 500.00 · as pledged');
  await userEvent.click(screen.getByRole('button', { name: 'Add an instalment' }));
  const amounts = screen.getAllByLabelText('Amount');
  await userEvent.type(amounts[1] ?? document.body, '250.50');
  expect(total()).toBe('Total CHF 750.50 · CHF 250.50 more than the CHF 500.00 pledged');
});

it('keeps one row at least', async () => {
  render(<Schedule />);
  expect(screen.getByRole('button', { name: 'Remove instalment 1' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('button', { name: 'Add an instalment' }));
  await userEvent.click(screen.getByRole('button', { name: 'Remove instalment 1' }));
  expect(total()).toBe('Total CHF 0.00 · CHF 500.00 less than the CHF 500.00 pledged');
});
