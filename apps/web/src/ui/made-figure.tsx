import './figure-link.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { createPortal } from 'react-dom';
import type { EntryFilter, Money } from '../api/views.ts';
import { useStandpoint } from '../app/standpoint.ts';
import { type Column, DataTable } from './data-table.tsx';
import { Dialog } from './dialog.tsx';
import { EmptyState } from './empty-state.tsx';
import { Facts } from './facts.tsx';
import { FigureLink } from './figure-link.tsx';
import { formatDate, formatDecimalText } from './format.ts';
import { Section } from './section.tsx';

/** A page that says more about a part of a figure. */
export type PartPage = {
  readonly to: '/contributions/$id' | '/positions/$id' | '/contributors/$id' | '/decisions/$id' | '/ledger/$id';
  readonly id: string;
};

/** A figure within a figure: it opens its entries, or the page of what it is about, or is only said. */
export type Part = {
  readonly key: string;
  readonly words: string;
  /** An amount, or a number that is none, such as a count of days; `null` where its entries alone tell how much it is. */
  readonly money: Money | { readonly number: string } | null;
  readonly entries?: EntryFilter | null;
  readonly page?: PartPage;
};

/** A figure that is made of others: what it means, how it is reckoned, and the figures it is reckoned from. */
export type MadeFigure = {
  readonly name: string;
  /** As it is written; `null` while it cannot be reckoned. */
  readonly value: string | null;
  readonly meaning: string;
  readonly formula: string;
  readonly basis: string;
  readonly parts: readonly Part[];
};

/** What a figure means, how it is reckoned, and each figure in it, which opens its own entries. */
export function FigureExplained({ figure, fileName }: { readonly figure: MadeFigure; readonly fileName: string }) {
  const { stand, today } = useStandpoint();
  const known = stand.knownOn === undefined ? '' : t`, as known on ${formatDate(stand.knownOn)}`;
  return (
    <>
      <Section title={<Trans>What this figure is</Trans>}>
        <Facts
          facts={[
            { key: 'meaning', label: <Trans>Meaning</Trans>, value: figure.meaning },
            { key: 'formula', label: <Trans>Formula</Trans>, value: figure.formula },
            { key: 'basis', label: <Trans>Basis</Trans>, value: figure.basis },
            { key: 'day', label: <Trans>As of</Trans>, value: `${formatDate(stand.asOf ?? today)}${known}` },
          ]}
        />
      </Section>
      <Section title={<Trans>What it is made of</Trans>}>
        {figure.parts.length === 0 ? (
          <EmptyState>
            <Trans>There is nothing in it yet.</Trans>
          </EmptyState>
        ) : (
          <DataTable
            caption={t`What it is made of; select an amount to see its entries`}
            columns={columns()}
            rows={figure.parts}
            rowKey={({ key }) => key}
            fileName={fileName}
          />
        )}
      </Section>
    </>
  );
}

function columns(): Column<Part>[] {
  return [
    { key: 'part', head: t`Part`, rowHead: true, cell: (part) => <PartWords part={part} />, csv: ({ words }) => words },
    {
      key: 'amount',
      head: t`Amount`,
      align: 'end',
      cell: (part) => <PartAmount part={part} />,
      csv: ({ money }) => (money === null ? '' : { number: 'number' in money ? money.number : money.amount }),
      inCsvToo: [
        { head: t`Currency`, csv: ({ money }) => (money === null || 'number' in money ? '' : money.currency) },
      ],
    },
  ];
}

function PartAmount({ part: { money, entries = null } }: { readonly part: Part }) {
  if (money === null)
    return entries === null ? null : (
      <Link to="/ledger" search={entries}>
        <Trans>see its entries</Trans>
      </Link>
    );
  if ('number' in money) return <span className="number">{formatDecimalText(money.number)}</span>;
  return <FigureLink figure={{ amount: money, entries }} />;
}

function PartWords({ part: { words, page } }: { readonly part: Part }) {
  return page === undefined ? (
    words
  ) : (
    <Link to={page.to} params={{ id: page.id }}>
      {words}
    </Link>
  );
}

type MadeButtonProps = {
  /** Reckoned when it is asked for. */
  readonly figure: () => MadeFigure;
  readonly fileName?: string;
  readonly children: ReactNode;
};

/** A figure that is made of others, and says how beside it: definition, formula, basis, day and parts. */
export function MadeButton({ figure, fileName = 'figure', children }: MadeButtonProps) {
  const [opened, setOpened] = useState<MadeFigure | null>(null);
  return (
    <>
      <button
        type="button"
        className="figure-link"
        title={t`See what it is made of`}
        aria-haspopup="dialog"
        onClick={() => setOpened(figure())}
      >
        {children}
      </button>
      {opened === null
        ? null
        : // Outside the cell or tile, which sets its own words to the right and on one line.
          createPortal(
            <Dialog
              wide
              title={
                opened.value === null ? t`${opened.name}: nothing to reckon yet` : `${opened.name}: ${opened.value}`
              }
              onClose={() => setOpened(null)}
            >
              <FigureExplained figure={opened} fileName={fileName} />
            </Dialog>,
            document.body,
          )}
    </>
  );
}
