import '../../ui/form-fields.css';
import { type ReactNode, useId } from 'react';

type NumberInputProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly limits: readonly [number, number];
  readonly unit?: string;
  readonly hint?: string;
  readonly step?: number;
  readonly value?: number;
  readonly required?: boolean;
};

/** A number within limits that the browser itself holds a person to. */
export function NumberInput({ name, label, limits, unit, hint, step = 1, value, required = false }: NumberInputProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <span className="field__with-unit">
        <input
          className="field__control field__control--amount"
          id={id}
          name={name}
          type="number"
          min={limits[0]}
          max={limits[1]}
          step={step}
          defaultValue={value}
          required={required}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        {unit === undefined ? null : <span>{unit}</span>}
      </span>
      {hint === undefined ? null : (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
