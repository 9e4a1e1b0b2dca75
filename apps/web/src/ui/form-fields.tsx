import './form-fields.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type HTMLInputAutoCompleteAttribute, type ReactNode, useId } from 'react';
import { get, useController, useFormContext, useWatch } from 'react-hook-form';
import { fieldWords } from '../app/field-words.ts';
import { currencySign, formatDecimalText } from './format.ts';

type FieldProps = {
  /** Path in the form's values, as in the shared schema: `instalments.0.amount`. */
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
};

/** The code in what react-hook-form keeps for a field; for a list it stands under `root`. */
function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('message' in error && typeof error.message === 'string') return error.message;
  return 'root' in error ? messageOf(error.root) : undefined;
}

/** What every control of a form needs: ids that tie label, hint and error to it, and the words of its error. */
function useField(name: string, hinted: boolean) {
  const id = useId();
  const { register, formState } = useFormContext();
  const found: unknown = get(formState.errors, name);
  const code = messageOf(found);
  const described = [hinted ? `${id}-hint` : '', code === undefined ? '' : `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    register,
    code,
    error: code === undefined ? undefined : fieldWords(code),
    aria: {
      id,
      'aria-invalid': code !== undefined,
      'aria-describedby': described === '' ? undefined : described,
    } as const,
  };
}

function Frame({
  id,
  label,
  hint,
  error,
  optional,
  children,
}: Omit<FieldProps, 'name'> & {
  readonly id: string;
  readonly error: string | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label} {optional === true ? <OptionalMark /> : null}
      </label>
      {children}
      <Foot id={id} hint={hint} error={error} />
    </div>
  );
}

function OptionalMark() {
  return (
    <span className="field__optional">
      <Trans>(optional)</Trans>
    </span>
  );
}

function Foot({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: ReactNode;
  readonly error: string | undefined;
}) {
  return (
    <>
      {hint === undefined ? null : (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error === undefined ? null : (
        <span className="field__error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </>
  );
}

type TextFieldProps = FieldProps & {
  readonly type?: 'text' | 'email' | 'password';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** An empty field stands for "none" and is sent as `null`. */
  readonly nullable?: boolean;
};

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional = false,
  type = 'text',
  autoComplete = 'off',
  nullable = false,
}: TextFieldProps) {
  const field = useField(name, hint !== undefined);
  const options = nullable ? { setValueAs: (value: unknown) => (value === '' ? null : value) } : {};
  return (
    <Frame id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <input
        className="field__control"
        type={type}
        autoComplete={autoComplete}
        {...field.aria}
        {...field.register(name, options)}
      />
    </Frame>
  );
}

/** A whole number. With `nullable` an empty field stands for "none" and is sent as `null`. */
export function NumberField({
  name,
  label,
  hint,
  optional = false,
  nullable = false,
}: FieldProps & { readonly nullable?: boolean }) {
  const field = useField(name, hint !== undefined);
  const setValueAs = (value: unknown) => {
    const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
    if (text === '') return nullable ? null : '';
    return /^\d{1,6}$/u.test(text) ? Number(text) : text;
  };
  return (
    <Frame id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <input
        className="field__control"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        {...field.aria}
        {...field.register(name, { setValueAs })}
      />
    </Frame>
  );
}

/** A note of several lines. */
export function NoteField({ name, label, hint, optional = true }: FieldProps) {
  const field = useField(name, hint !== undefined);
  return (
    <Frame id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <textarea className="field__control" rows={3} {...field.aria} {...field.register(name)} />
    </Frame>
  );
}

/** A day, typed or chosen with the browser's own calendar. */
export function DateField({
  name,
  label,
  hint,
  optional = false,
  max,
  nullable = false,
}: FieldProps & { readonly max?: string; readonly nullable?: boolean }) {
  const field = useField(name, hint !== undefined);
  const options = nullable ? { setValueAs: (value: unknown) => (value === '' ? null : value) } : {};
  return (
    <Frame id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <input className="field__control" type="date" max={max} {...field.aria} {...field.register(name, options)} />
    </Frame>
  );
}

/** Spaces and grouping commas that were pasted with an amount; anything else stays, and is refused with a reason. */
export function plainAmount(typed: string): string {
  const text = typed.replaceAll(/[\s\u00a0\u202f]/gu, '');
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text) ? text.replaceAll(',', '') : text;
}

/** An amount as plain digits; what was typed is read back in groups of three. */
export function AmountField({
  name,
  label,
  hint,
  optional = false,
  currency,
}: FieldProps & { readonly currency: string }) {
  const field = useField(name, true);
  const typed: unknown = useWatch({ name });
  const echo =
    typeof typed === 'string' && /^\d{4,}(?:\.\d+)?$/u.test(typed)
      ? `${currencySign(currency)}\u00a0${formatDecimalText(typed)}`
      : '';
  return (
    <Frame id={field.id} label={label} hint={echo === '' ? (hint ?? '') : echo} error={field.error} optional={optional}>
      <span className="field__with-unit">
        <span aria-hidden="true">{currencySign(currency)}</span>
        <input
          className="field__control field__control--amount"
          type="text"
          inputMode="decimal"
          autoComplete="off"
          {...field.aria}
          {...field.register(name, {
            setValueAs: (value: unknown) => (typeof value === 'string' ? plainAmount(value) : value),
          })}
        />
      </span>
    </Frame>
  );
}

export type Option = { readonly value: string; readonly label: string };

type SelectFieldProps = FieldProps & {
  readonly options: readonly Option[];
  /** Words of the first, empty choice. With `nullable` it stands for "none" and is sent as `null`. */
  readonly empty?: string;
  readonly nullable?: boolean;
};

/** One choice of a list. */
export function SelectField({
  name,
  label,
  hint,
  optional = false,
  options,
  empty,
  nullable = false,
}: SelectFieldProps) {
  const field = useField(name, hint !== undefined);
  // The form holds the choice, not the list: options that are still being fetched cannot lose it.
  const { field: choice } = useController({ name });
  return (
    <Frame id={field.id} label={label} hint={hint} error={field.error} optional={optional}>
      <select
        className="field__control"
        {...field.aria}
        {...choice}
        value={String(choice.value ?? '')}
        onChange={({ target }) => choice.onChange(nullable && target.value === '' ? null : target.value)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** Several choices of a short list, as boxes to tick. */
export function ChoicesField({ name, label, hint, options }: FieldProps & { readonly options: readonly Option[] }) {
  const field = useField(name, hint !== undefined);
  return (
    <fieldset className="field" aria-describedby={field.aria['aria-describedby']}>
      <legend className="field__label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="field__choice">
          <input type="checkbox" value={option.value} {...field.register(name)} />
          {option.label}
        </label>
      ))}
      <Foot id={field.id} hint={hint} error={field.code === 'required' ? t`Tick at least one.` : field.error} />
    </fieldset>
  );
}
