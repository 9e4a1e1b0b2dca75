import '../ui/form-fields.css';
import { saveViewInput } from '@dcc/domain/saved-views/inputs';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { newKey } from '../ui/use-recording.ts';

const LONGEST = saveViewInput.shape.name.maxLength ?? undefined;

const takeFocus = (input: HTMLInputElement | null) => input?.focus();

type ViewNameFormProps = {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly name?: string;
  /** It opened because somebody asked for it, so typing goes on in it. */
  readonly focused?: boolean;
  readonly saveWords: ReactNode;
  /** Sends the name under the key of this form; says whether it was taken. */
  readonly onSave: (name: string, idempotencyKey: string) => Promise<boolean>;
  readonly children?: ReactNode;
};

/** Asks for the name of a view. */
export function ViewNameForm({
  label,
  hint,
  name = '',
  focused = false,
  saveWords,
  onSave,
  children,
}: ViewNameFormProps) {
  const id = useId();
  const [key, setKey] = useState(newKey);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = new FormData(form).get('name');
    if (typeof typed !== 'string' || !(await onSave(typed, key))) return;
    form.reset();
    setKey(newKey());
  };
  return (
    <form className="saved-views__form" onSubmit={(event) => void save(event)}>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {label}
        </label>
        <input
          className="field__control"
          id={id}
          name="name"
          required
          maxLength={LONGEST}
          autoComplete="off"
          ref={focused ? takeFocus : undefined}
          defaultValue={name}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        {hint === undefined ? null : (
          <span className="field__hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </div>
      <div className="saved-views__actions">
        <Button type="submit">{saveWords}</Button>
        {children}
      </div>
    </form>
  );
}
