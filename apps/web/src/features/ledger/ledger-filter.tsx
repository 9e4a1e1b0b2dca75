import './ledger-filter.css';
import { parseDate } from '@dcc/domain/calendar-date';
import { type Account, ACCOUNTS } from '@dcc/domain/ledger/accounts';
import { CERTIFICATIONS } from '@dcc/domain/ledger/entry-filter';
import { ENTRY_KINDS, type EntryKind } from '@dcc/domain/ledger/kinds';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { accountWord, kindWord } from '../../app/state-words.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/form-fields.css';
import type { FilterPart } from './filter-words.ts';
import type { LedgerSearch } from './ledger-search.ts';

const found = <T extends string>(list: readonly T[], text: string): T | undefined => list.find((item) => item === text);

/** What the form of the filter asks for; what it does not ask stays as it is. */
function searchOf(form: FormData): Partial<LedgerSearch> {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const kind = found<EntryKind>(ENTRY_KINDS, text('kind'));
  return {
    text: text('text') === '' ? undefined : text('text'),
    account: found<Account>(ACCOUNTS, text('account')),
    kinds: kind === undefined ? undefined : [kind],
    certification: found(CERTIFICATIONS, text('certification')),
    from: parseDate(text('from')) ?? undefined,
    to: parseDate(text('to')) ?? undefined,
    beside: undefined,
    toward: undefined,
    page: undefined,
  };
}

/** Choosing entries: the address holds the choice, so that a link shows what the sender saw. */
export function LedgerFilter({
  search,
  parts,
}: {
  readonly search: LedgerSearch;
  readonly parts: readonly FilterPart[];
}) {
  const navigate = useNavigate({ from: '/ledger' });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = searchOf(new FormData(event.currentTarget));
    // A figure may name several kinds at once; the list of one leaves them alone unless it is used.
    const kinds = asked.kinds ?? (search.kinds !== undefined && search.kinds.length > 1 ? search.kinds : undefined);
    void navigate({ search: (before) => ({ ...before, ...asked, kinds }) });
  };
  return (
    <div className="ledger-filter" role="search">
      <form onSubmit={submit}>
        <FilterField label={<Trans>Words</Trans>} name="text" type="search" value={search.text} />
        <FilterChoice
          label={<Trans>Account</Trans>}
          name="account"
          value={search.account}
          options={ACCOUNTS.map((account) => [account, accountWord(account)])}
        />
        <FilterChoice
          label={<Trans>Kind</Trans>}
          name="kind"
          value={search.kinds?.length === 1 ? search.kinds[0] : undefined}
          options={ENTRY_KINDS.map((kind) => [kind, kindWord(kind)])}
        />
        <FilterChoice
          label={<Trans>Certification</Trans>}
          name="certification"
          value={search.certification}
          options={CERTIFICATIONS.map((state) => [state, state === 'pending' ? t`waiting` : t`certified`])}
        />
        <FilterField label={<Trans>From</Trans>} name="from" type="date" value={search.from} />
        <FilterField label={<Trans>To</Trans>} name="to" type="date" value={search.to} />
        <div>
          <Button type="submit">
            <Trans>Show</Trans>
          </Button>
        </div>
      </form>
      {parts.length === 0 ? null : <FilterParts parts={parts} />}
    </div>
  );
}

function FilterParts({ parts }: { readonly parts: readonly FilterPart[] }) {
  return (
    <ul className="ledger-filter__parts" aria-label={t`Chosen`}>
      {parts.map((part) => {
        const gone = Object.fromEntries(part.keys.map((key) => [key, undefined]));
        return (
          <li key={part.keys.join(' ')} className="ledger-filter__part">
            {part.words}
            <Link
              from="/ledger"
              to="/ledger"
              search={(before) => ({ ...before, beside: undefined, toward: undefined, page: undefined, ...gone })}
              className="ledger-filter__remove"
              aria-label={t`Remove ${part.words}`}
            >
              <span aria-hidden="true">×</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

/** A control that shows what the address says whenever that changes, without losing the focus. */
function useFollowed<E extends HTMLInputElement | HTMLSelectElement>(value: string) {
  const control = useRef<E>(null);
  useEffect(() => {
    if (control.current !== null) control.current.value = value;
  }, [value]);
  return control;
}

type FieldProps = { readonly label: ReactNode; readonly name: string; readonly value: string | undefined };

function FilterField({ label, name, type, value = '' }: FieldProps & { readonly type: 'search' | 'date' }) {
  const id = useId();
  const input = useFollowed<HTMLInputElement>(value);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        className="field__control"
        id={id}
        type={type}
        name={name}
        defaultValue={value}
        maxLength={200}
      />
    </div>
  );
}

function FilterChoice({
  label,
  name,
  value = '',
  options,
}: FieldProps & { readonly options: readonly (readonly [string, string])[] }) {
  const id = useId();
  const select = useFollowed<HTMLSelectElement>(value);
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select ref={select} className="field__control" id={id} name={name} defaultValue={value}>
        <option value="">{t`All`}</option>
        {options.map(([code, words]) => (
          <option key={code} value={code}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
