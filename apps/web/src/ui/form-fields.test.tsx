import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { expect, it } from 'vitest';
import { axeFindings, renderPart } from '../testing/render.tsx';
import { AmountField, plainAmount, SelectField } from './form-fields.tsx';

function AmountForm() {
  const form = useForm({ defaultValues: { amount: '' } });
  return (
    <FormProvider {...form}>
      <AmountField name="amount" label="Amount" currency="CHF" />
      <output>{useWatch({ control: form.control, name: 'amount' })}</output>
    </FormProvider>
  );
}

it('takes pasted grouping away and leaves what it does not understand to be refused', () => {
  expect(plainAmount('1,234,567.89')).toBe('1234567.89');
  expect(plainAmount(' 1 234 567.89 ')).toBe('1234567.89');
  expect(plainAmount('1,23')).toBe('1,23');
  expect(plainAmount('1.234,50')).toBe('1.234,50');
});

it('reads an amount back in groups of three, and sends plain digits', async () => {
  const container = await renderPart(<AmountForm />);
  await userEvent.type(screen.getByLabelText('Amount'), '1234567.8');
  expect(screen.getByText('CHF 1,234,567.8')).toBeDefined();
  expect(screen.getByRole('status').textContent).toBe('1234567.8');
  expect(await axeFindings(container)).toEqual([]);
});

function LateChoices() {
  const [options, setOptions] = useState([{ value: 'USD', label: 'USD' }]);
  const form = useForm({ defaultValues: { currency: 'CHF' } });
  const [sent, setSent] = useState('');
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void form.handleSubmit(({ currency }) => setSent(currency))(event)}>
        <SelectField name="currency" label="Currency" options={options} />
        <button
          type="button"
          onClick={() => setOptions(['EUR', 'USD', 'CHF'].map((code) => ({ value: code, label: code })))}
        >
          Load
        </button>
        <button type="submit">Send</button>
      </form>
      <output>{sent}</output>
    </FormProvider>
  );
}

it('keeps a choice made beforehand although its options come later', async () => {
  await renderPart(<LateChoices />);
  await userEvent.click(screen.getByRole('button', { name: 'Load' }));
  expect(screen.getByLabelText<HTMLSelectElement>('Currency').value).toBe('CHF');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('status').textContent).toBe('CHF');
  await userEvent.selectOptions(screen.getByLabelText('Currency'), 'EUR');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('status').textContent).toBe('EUR');
});
