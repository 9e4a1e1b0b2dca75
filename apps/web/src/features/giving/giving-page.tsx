import '../../ui/filter-bar.css';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId } from 'react';
import { api } from '../../api/client.ts';
import type { Giving } from '../../api/views.ts';
import { useComparison, useStandpoint } from '../../app/standpoint.ts';
import { ComparedSection } from '../../ui/compared-table.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { ConcentrationFigure, YearsFigure } from './giving-figures.tsx';
import { concentrationTitle } from './giving-sentences.ts';
import { comparedRows } from './giving-compared.ts';
import { currenciesOf, givers, type Shown, yearsOfGiving } from './giving-sums.ts';

/** Who gives: how few give how much, and what each announced, signed and paid, year by year. */
export function GivingPage() {
  const { data } = useSuspenseQuery(api.giving.get.queryOptions(useStandpoint().stand));
  const { on, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.giving.get.queryOptions(earlier));
  const search = useSearch({ from: '/signed-in/giving' });
  const contributor = data.contributors.find(({ id }) => id === search.contributor);
  const currencies = currenciesOf(data, contributor?.id);
  const currency = currencies.find((code) => code === search.currency) ?? BOOK_CURRENCY;
  const shown: Shown = { contributorId: contributor?.id, currency };
  const paid = givers(data);
  return (
    <>
      <PageHead asOf={data.asOf} sentence={t`${concentrationTitle(paid)}.`} />
      <div className="page-parts">
        <Controls giving={data} shown={shown} currencies={currencies} />
        {on === null ? null : <ComparedSection on={before.asOf} rows={comparedRows(data, before)} />}
        <YearsFigure giving={data} shown={shown} years={yearsOfGiving(data, shown)} whose={contributor?.name} />
        <ConcentrationFigure paid={paid} />
      </div>
    </>
  );
}

type ControlsProps = { readonly giving: Giving; readonly shown: Shown; readonly currencies: readonly string[] };

/** Whose money, and in which currency; the address keeps both. */
function Controls({ giving, shown, currencies }: ControlsProps) {
  const navigate = useNavigate({ from: '/giving' });
  const ids = useId();
  const choose = (change: { contributor?: string | undefined; currency?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), resetScroll: false });
  const names = giving.contributors.toSorted((left, right) => left.name.localeCompare(right.name));
  return (
    <div className="filter-bar" role="group" aria-label={t`What the years show`}>
      <span className="filter-bar__field">
        <label htmlFor={`${ids}-whose`}>
          <Trans>Contributor</Trans>
        </label>
        <select
          id={`${ids}-whose`}
          className="filter-bar__control"
          value={shown.contributorId ?? ''}
          onChange={({ target: { value } }) => choose({ contributor: value === '' ? undefined : value })}
        >
          <option value="">{t`All contributors`}</option>
          {names.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </span>
      <span className="filter-bar__field">
        <label htmlFor={`${ids}-currency`}>
          <Trans>Currency</Trans>
        </label>
        <select
          id={`${ids}-currency`}
          className="filter-bar__control"
          value={shown.currency}
          onChange={({ target: { value } }) => choose({ currency: value === BOOK_CURRENCY ? undefined : value })}
        >
          {currencies.map((code) => (
            <option key={code} value={code}>
              {code === BOOK_CURRENCY ? t`US$, all of it` : t`only what was in ${code}`}
            </option>
          ))}
        </select>
      </span>
    </div>
  );
}
