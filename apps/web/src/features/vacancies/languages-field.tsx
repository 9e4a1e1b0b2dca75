import { allLanguages, UN_LANGUAGES } from '@dcc/domain/reference/languages';
import { t } from '@lingui/core/macro';
import { type ReactNode, useId } from 'react';
import { useController } from 'react-hook-form';
import { languageName } from '../../app/vacancy-words.ts';
import { Button } from '../../ui/button.tsx';

/** The official languages of the United Nations first, then all others by name. */
function choices(): { code: string; name: string }[] {
  const official = new Set<string>(UN_LANGUAGES);
  const named = allLanguages()
    .map((code) => ({ code, name: languageName(code) }))
    .toSorted((left, right) => left.name.localeCompare(right.name));
  return [...named.filter(({ code }) => official.has(code)), ...named.filter(({ code }) => !official.has(code))];
}

type LanguagesFieldProps = { readonly name: string; readonly label: ReactNode; readonly hint?: ReactNode };

/** Languages, added one after the other from a list and taken away by their own buttons. */
export function LanguagesField({ name, label, hint }: LanguagesFieldProps) {
  const id = useId();
  const {
    field: { value, ref, onBlur, onChange },
  } = useController({ name });
  const chosen: readonly string[] = Array.isArray(value) ? value.map(String) : [];
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className="field__control"
        ref={ref}
        value=""
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onBlur={onBlur}
        onChange={({ target }) => onChange([...chosen, target.value])}
      >
        <option value="">{t`Add a language`}</option>
        {choices()
          .filter(({ code }) => !chosen.includes(code))
          .map(({ code, name: language }) => (
            <option key={code} value={code}>
              {language}
            </option>
          ))}
      </select>
      {chosen.length === 0 ? null : (
        <span className="languages-field__chosen">
          {chosen.map((code) => (
            <Button
              key={code}
              look="quiet"
              aria-label={t`Remove ${languageName(code)}`}
              onClick={() => onChange(chosen.filter((each) => each !== code))}
            >
              {languageName(code)} ×
            </Button>
          ))}
        </span>
      )}
      {hint === undefined ? null : (
        <span className="field__hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
