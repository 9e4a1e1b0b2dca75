import './overview-figures.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Overview } from '../../api/views.ts';
import { Change, countChange, moneyChange, percentChange } from '../../ui/change.tsx';
import { FigureLink, MadeLink } from '../../ui/figure-link.tsx';
import {
  formatDate,
  formatMoney,
  formatMoneyWhole,
  formatPercent,
  formatScaled,
  type Scale,
  signOf,
} from '../../ui/format.ts';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { unitWords } from '../../ui/amount-words.ts';
import { Sparkline } from '../../ui/sparkline.tsx';

type Props = {
  readonly overview: Overview;
  /** The overview of the day that the page is compared with. */
  readonly before: Overview | null;
  readonly scale: Scale;
};

type MoneyFigure = keyof Overview['figures'];

/** How one figure differs from the day the page is compared with; nothing where it is not compared. */
function changeOf(key: MoneyFigure, { figures }: Overview, before: Overview | null) {
  if (before === null) return null;
  return <Change on={before.asOf} changed={moneyChange(figures[key].amount, before.figures[key].amount)} />;
}

/** The five figures under the sentence, and the line of those that explain them. */
export function OverviewFigures({ overview, before, scale }: Props) {
  return (
    <>
      <KeyFigures
        figures={[
          { ...received(overview, scale), change: changeOf('received', overview, before) },
          { ...outstanding(overview, scale), change: changeOf('outstanding', overview, before) },
          { ...free(overview, scale), change: changeOf('available', overview, before) },
          { ...sponsored(overview), change: countedChange(overview, before) },
          { ...delivery(overview), change: deliveryChange(overview, before) },
        ]}
      />
      <SecondLine overview={overview} before={before} />
    </>
  );
}

function received({ figures, since, contributionsByYear }: Overview, scale: Scale): KeyFigure {
  let sum = 0;
  const trend = contributionsByYear.map((year) => (sum += Number(year.received.amount)));
  return {
    key: 'received',
    label: since === null ? <Trans>Received</Trans> : <Trans>Received since {since}</Trans>,
    value: <FigureLink figure={figures.received} as={scale} />,
    unit: t`${unitWords(scale)}, cash`,
    note: t`of ${formatMoneyWhole(figures.signed.amount)} signed`,
    trend: <Sparkline values={trend} />,
  };
}

function outstanding({ figures, overdueDays }: Overview, scale: Scale): KeyFigure {
  const late = signOf(figures.overdue.amount.amount) > 0;
  const amount = formatMoneyWhole(figures.overdue.amount);
  return {
    key: 'outstanding',
    label: <Trans>Signed, still to come</Trans>,
    value: <FigureLink figure={figures.outstanding} as={scale} />,
    unit: t`${unitWords(scale)}, agreements`,
    note: late
      ? plural(overdueDays ?? 0, { one: `${amount} overdue, up to # day`, other: `${amount} overdue, up to # days` })
      : t`nothing overdue`,
    tone: late ? 'promised' : undefined,
  };
}

function free({ figures, fundablePositions, series }: Overview, scale: Scale): KeyFigure {
  const negative = signOf(figures.available.amount.amount) < 0;
  const past = series
    .filter((row) => !row.projected)
    .map((row) => Number(row.cash.amount) - Number(row.promised.amount));
  return {
    key: 'free',
    label: <Trans>Free to allocate</Trans>,
    value: (
      <MadeLink name="free" title={formatMoney(figures.available.amount)}>
        {formatScaled(figures.available.amount.amount, scale)}
      </MadeLink>
    ),
    unit: t`${unitWords(scale)}, after promises and reserve`,
    ...(fundablePositions === null
      ? {}
      : {
          note: plural(fundablePositions, {
            0: 'pays no further position',
            one: 'pays # more position',
            other: 'pays # more positions',
          }),
        }),
    tone: negative ? 'short' : undefined,
    trend: <Sparkline values={past} />,
  };
}

/** Positions in each phase, and how many are sponsored or were. */
function positionCounts({ positions, positionsByState }: Overview) {
  const inPhase = (phase: string) =>
    positionsByState.filter((row) => row.phase === phase).reduce((count, row) => count + row.count, 0);
  const [posted, recruiting, completed] = [inPhase('in-post'), inPhase('in-recruitment'), inPhase('completed')];
  return { posted, recruiting, completed, sponsored: Math.max(positions.length, posted + recruiting + completed) };
}

function countedChange(overview: Overview, before: Overview | null) {
  if (before === null) return null;
  const [now, then] = [positionCounts(overview).sponsored, positionCounts(before).sponsored];
  return <Change on={before.asOf} changed={countChange(now, then)} />;
}

/** The difference of two percentages is in percentage points. Before the first transfer there is no rate to compare with. */
function deliveryChange({ deliveryPercent: now }: Overview, before: Overview | null) {
  if (before === null) return null;
  const then = before.deliveryPercent;
  if (now === null || then === null) return <Trans>{formatDate(before.asOf)}: no rate yet</Trans>;
  return <Change on={before.asOf} changed={percentChange(now, then)} />;
}

function sponsored(overview: Overview): KeyFigure {
  const { posted, recruiting, completed, sponsored: count } = positionCounts(overview);
  return {
    key: 'positions',
    label: <Trans>Sponsored positions</Trans>,
    value: (
      <Link to="/positions" className="figure-link">
        {count}
      </Link>
    ),
    unit: t`${posted} in post, ${recruiting} in recruitment, ${completed} completed`,
  };
}

function delivery({ figures, deliveryPercent }: Overview): KeyFigure {
  return {
    key: 'delivery',
    label: <Trans>Delivery rate</Trans>,
    value:
      deliveryPercent === null ? (
        '–'
      ) : (
        <MadeLink name="delivery" title={formatPercent(deliveryPercent)}>
          {formatPercent(deliveryPercent)}
        </MadeLink>
      ),
    unit: t`reported spending as share of transfers`,
    note:
      deliveryPercent === null ? t`nothing was transferred yet` : t`${formatMoneyWhole(figures.spent.amount)} spent`,
  };
}

function SecondLine({ overview, before }: Pick<Props, 'overview' | 'before'>) {
  const { figures, reserve, termCost } = overview;
  return (
    <dl className="second-line">
      <div>
        <dt>
          <Trans>Balance</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.balance} />
          {changeOf('balance', overview, before)}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Pledged, not signed</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.pledged} />
          {changeOf('pledged', overview, before)}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Allocated</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.allocated} />
          {changeOf('allocated', overview, before)}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Transferred</Trans>
        </dt>
        <dd>
          <FigureLink figure={figures.transferred} />
          {changeOf('transferred', overview, before)}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Reserve</Trans>
        </dt>
        <dd>
          {reserve === null ? (
            <Trans>none decided</Trans>
          ) : (
            <MadeLink name="reserve" title={formatMoney(reserve.amount)}>
              {formatMoneyWhole(reserve.amount)}
            </MadeLink>
          )}
        </dd>
      </div>
      {termCost === null ? null : (
        <div>
          <dt>
            <Trans>Typical position, whole term</Trans>
          </dt>
          <dd>
            <MadeLink name="term-cost" title={formatMoney(termCost)}>
              {formatMoneyWhole(termCost)}
            </MadeLink>
          </dd>
        </div>
      )}
    </dl>
  );
}
