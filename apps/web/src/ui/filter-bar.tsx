import './filter-bar.css';
import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { Button } from './button.tsx';
import type { Option } from './form-fields.tsx';

export type FilterChoice = {
  /** Its name in the address. */
  readonly name: string;
  readonly label: string;
  /** Words for no choice: `All pools`. */
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
};

type FilterBarProps = {
  /** What is filtered, for those who hear the page. */
  readonly label: string;
  readonly choices: readonly FilterChoice[];
  readonly text?: string | undefined;
  /** What the text is sought in; without it there is nothing to type. */
  readonly textLabel?: string;
  readonly onChange: (change: Readonly<Record<string, string | undefined>>) => void;
};

/** The filter of a list: a choice acts at once, a text with Enter. All of it stands in the address. */
export function FilterBar({ label, choices, text, textLabel, onChange }: FilterBarProps) {
  const active = text !== undefined || choices.some(({ value }) => value !== undefined);
  const nothing = Object.fromEntries([['text', undefined], ...choices.map(({ name }) => [name, undefined] as const)]);
  return (
    <form
      className="filter-bar"
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = new FormData(event.currentTarget).get('text');
        onChange({ text: typeof typed === 'string' && typed.trim() !== '' ? typed.trim() : undefined });
      }}
    >
      {choices.map((choice) => (
        <ChoiceControl key={choice.name} choice={choice} onChange={onChange} />
      ))}
      {textLabel === undefined ? null : (
        <>
          <label className="filter-bar__field filter-bar__field--text">
            {textLabel}
            <input
              key={text ?? ''}
              className="filter-bar__control"
              type="search"
              name="text"
              defaultValue={text ?? ''}
              maxLength={200}
            />
          </label>
          <Button type="submit">
            <Trans>Find</Trans>
          </Button>
        </>
      )}
      {active ? (
        <Button look="quiet" onClick={() => onChange(nothing)}>
          <Trans>Show all</Trans>
        </Button>
      ) : null}
    </form>
  );
}

function ChoiceControl({
  choice,
  onChange,
}: {
  readonly choice: FilterChoice;
  readonly onChange: FilterBarProps['onChange'];
}) {
  const id = useId();
  const { name, label, all, value, options } = choice;
  return (
    <span className="filter-bar__field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="filter-bar__control"
        value={value ?? ''}
        onChange={(event) => onChange({ [name]: event.target.value === '' ? undefined : event.target.value })}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
