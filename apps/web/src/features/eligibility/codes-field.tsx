import { useId } from 'react';
import { useController } from 'react-hook-form';

/** Codes divided by spaces, kept as a list. */
export function CodesField({ name, label }: { readonly name: string; readonly label: string }) {
  const id = useId();
  const { field } = useController({ name });
  const split = (text: string) => text.split(/[\s,;]+/u).filter((code) => code !== '');
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        className="field__control"
        id={id}
        defaultValue=""
        autoComplete="off"
        onChange={({ target }) => field.onChange(split(target.value))}
      />
    </div>
  );
}
