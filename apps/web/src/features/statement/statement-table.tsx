import './statement-table.css';
import type { CalendarDate } from '@dcc/domain/calendar-date';
import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import { SignedText } from '../../ui/change.tsx';
import { shareFigure } from '../../ui/common-figures.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatPercent, signOf } from '../../ui/format.ts';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import type { LineSet, LineSpec, PartSpec, Shown } from './statement-lines.ts';

export type TableColumn = {
  readonly key: string;
  readonly head: ReactNode;
  readonly set: LineSet;
  /** What is taken away from each amount, for a column of differences: they have a sign, and no share or entries of their own. */
  readonly less?: LineSet;
  /** The day on which the entries of its figures are seen, where it is not that of the page. */
  readonly asOf?: CalendarDate | undefined;
};

/** More columns than a sheet of paper holds in plain size. */
const MANY = 8;

type StatementTableProps = {
  /** What the table holds, with unit and basis. */
  readonly caption: string;
  readonly parts: readonly PartSpec[];
  readonly columns: readonly TableColumn[];
  /** Shares stand in a column of their own beside one column of amounts, under the amount beside several. */
  readonly shares: boolean;
};

/** A statement: its lines as rows under the heads of their parts, one column or several, the labels always in sight. */
export function StatementTable({ caption, parts, columns, shares }: StatementTableProps) {
  const several = columns.length > 1;
  const look = several ? (columns.length > MANY ? 'statement--wide statement--many' : 'statement--wide') : '';
  return (
    <ScrollRegion className={`statement ${look}`} label={caption}>
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Line</Trans>
            </th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="statement__amount">
                {column.head}
              </th>
            ))}
            {shares && !several ? (
              <th scope="col" className="statement__percent">
                <Trans>Share</Trans>
              </th>
            ) : null}
          </tr>
        </thead>
        {parts.map((part) => (
          <tbody key={part.key}>
            {parts.length === 1 ? null : (
              <tr className="statement__part">
                <th scope="rowgroup" colSpan={columns.length + (shares && !several ? 2 : 1)}>
                  <span>{i18n._(part.title)}</span>
                </th>
              </tr>
            )}
            {part.lines.map((line) => (
              <Line key={line.key} line={line} columns={columns} shares={shares} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollRegion>
  );
}

const isNought = (shown: Shown | null): boolean => shown === null || signOf(shown.amount.amount) === 0;

function Line({
  line,
  columns,
  shares,
}: Pick<StatementTableProps, 'columns' | 'shares'> & { readonly line: LineSpec }) {
  const several = columns.length > 1;
  const nothing = line.level === 'line' && columns.every((column) => isNought(shownIn(column, line)));
  return (
    <tr className={`statement__${line.level}${nothing ? ' statement__nothing' : ''}`}>
      <th scope="row">{i18n._(line.label)}</th>
      {columns.map((column) => (
        <td key={column.key} className="statement__amount">
          {column.less === undefined ? (
            <Amount shown={shownIn(column, line)} several={several} asOf={column.asOf} />
          ) : (
            <SignedText money={shownIn(column, line)?.amount ?? null} />
          )}
          {shares && several && column.less === undefined ? <Share line={line} set={column.set} /> : null}
        </td>
      ))}
      {shares && !several ? (
        <td className="statement__percent">
          {columns.map(({ key, set }) => (
            <Share key={key} line={line} set={set} />
          ))}
        </td>
      ) : null}
    </tr>
  );
}

function shownIn({ set, less }: TableColumn, line: LineSpec): Shown | null {
  const shown = line.shown(set);
  if (less === undefined) return shown;
  const [now, then] = [shown?.amount, line.shown(less)?.amount];
  const currency = (now ?? then)?.currency;
  if (currency === undefined) return null;
  return { amount: lessOf(now ?? sumOf([], currency), then ?? sumOf([], currency)), entries: null };
}

/** Among several columns a nought is a dash, so that what moved stands out. */
type AmountProps = { readonly shown: Shown | null; readonly several: boolean } & Pick<TableColumn, 'asOf'>;

function Amount({ shown, several, asOf }: AmountProps) {
  if (shown === null || (several && isNought(shown))) return <span className="soft">–</span>;
  const { made } = shown;
  if (made !== undefined)
    return (
      <MadeButton figure={made}>
        <MoneyText money={shown.amount} as="plain" />
      </MadeButton>
    );
  return <FigureLink figure={shown} as="plain" asOf={asOf} />;
}

function Share({ line, set }: { readonly line: LineSpec; readonly set: LineSet }) {
  const { percent } = line;
  const [share, shown] = [percent?.read(set) ?? null, line.shown(set)];
  if (percent === undefined || share === null || shown === null) return null;
  const words = `${formatPercent(share)} ${i18n._(percent.of)}`;
  const figure = () =>
    shareFigure(
      words,
      { words: i18n._(line.label), money: shown.amount, entries: shown.entries },
      percent.whole(set),
      t`cash, and the hosts’ own books`,
    );
  return (
    <span className="statement__share">
      <MadeButton figure={figure}>{words}</MadeButton>
    </span>
  );
}
