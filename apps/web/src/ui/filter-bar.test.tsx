import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { startWords } from '../app/i18n.ts';
import { FilterBar } from './filter-bar.tsx';

beforeAll(startWords);
afterEach(cleanup);

function show(stage: string | undefined, text: string | undefined) {
  const onChange = vi.fn<(change: Readonly<Record<string, string | undefined>>) => void>();
  const options = [{ value: 'signed', label: 'signed' }];
  render(
    <I18nProvider i18n={i18n}>
      <FilterBar
        label="Filter the contributions"
        choices={[{ name: 'stage', label: 'Stage', all: 'All stages', value: stage, options }]}
        text={text}
        textLabel="Reference or name"
        onChange={onChange}
      />
    </I18nProvider>,
  );
  return onChange;
}

it('acts at once on a choice, and takes it back', async () => {
  const onChange = show(undefined, undefined);
  await userEvent.selectOptions(screen.getByLabelText('Stage'), 'signed');
  expect(onChange).toHaveBeenLastCalledWith({ stage: 'signed' });
});

it('seeks a text with Enter, without the spaces around it', async () => {
  const onChange = show(undefined, undefined);
  await userEvent.type(screen.getByLabelText('Reference or name'), '  aur {Enter}');
  expect(onChange).toHaveBeenLastCalledWith({ text: 'aur' });
});

it('offers to show all only while something is left out', async () => {
  const onChange = show('signed', 'aur');
  await userEvent.click(screen.getByRole('button', { name: 'Show all' }));
  expect(onChange).toHaveBeenLastCalledWith({ stage: undefined, text: undefined });
  cleanup();
  show(undefined, undefined);
  expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull();
});
