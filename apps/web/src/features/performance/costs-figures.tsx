import { date } from '@dcc/domain/calendar-date';
import { entriesOf } from '@dcc/domain/counted';
import { compare } from '@dcc/domain/money';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { exact } from '../../api/exact.ts';
import type { EntryFilter, Money, Performance } from '../../api/views.ts';
import { componentWord } from '../../app/state-words.ts';
import { BarList, type BarRow } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { ChartCell } from '../../charts/chart-table.tsx';
import { drawn } from '../../charts/numbers.ts';
import { amountWords, unitWords } from '../../ui/amount-words.ts';
import type { CsvCell } from '../../ui/csv.ts';
import { differenceFigure } from '../../ui/common-figures.ts';
import type { MadeFigure, Part, PartPage } from '../../ui/made-figure.tsx';
import { formatMoney, formatMoneyWhole, formatPercent, scaleFor, signOf } from '../../ui/format.ts';
import { componentsTitle, costsTitle, differenceWords } from './performance-sentences.ts';

type Costs = Performance['costs'];
type Post = Costs['posts'][number];
type Outcome = Pick<Post, 'estimated' | 'spent' | 'percent'>;

/** The difference as it stands at the end of a bar: `−3.4 %`; what nobody estimated has none. */
function endWords({ percent }: Pick<Outcome, 'percent'>): string {
  if (percent === null) return '–';
  return signOf(percent) > 0 ? `+${formatPercent(percent)}` : formatPercent(percent);
}

const percentCell = ({ percent }: Pick<Outcome, 'percent'>): CsvCell => (percent === null ? '' : { number: percent });

function spoken(name: string, { estimated, spent, percent }: Outcome): string {
  const words = differenceWords({ percent });
  const figures = t`${name}: ${formatMoneyWhole(spent)} spent, ${formatMoneyWhole(estimated)} estimated`;
  return words === null ? figures : t`${figures}; ${words} estimated`;
}

function postBar(post: Post): BarRow {
  const interim = Math.max(0, drawn(post.interim));
  return {
    key: post.id,
    label: post.title,
    sublabel: post.organization.shortName,
    segments: [
      { mark: 'paid', value: Math.max(0, drawn(post.spent) - interim) },
      { mark: 'promised', value: interim },
    ],
    target: drawn(post.estimated),
    end: endWords(post),
    spoken: spoken(post.title, post),
    href: `/positions/${post.id}`,
  };
}

function postRows({ posts }: Costs): ChartCell[][] {
  return posts.flatMap((post) => [
    ...post.years.map((year) => [
      post.title,
      post.organization.shortName,
      String(year.year),
      ...outcomeCells(year, post, {
        from: date(`${year.year}-01-01`),
        to: date(`${year.year}-12-31`),
      }),
    ]),
    [post.title, post.organization.shortName, t`all`, ...outcomeCells(post, post, {})],
  ]);
}

function outcomeCells(
  outcome: Omit<Post['years'][number], 'year'>,
  { id, title }: Post,
  days: Pick<EntryFilter, 'from' | 'to'>,
): ChartCell[] {
  const reported = entriesOf('spent', { positionId: id, ...days });
  const estimate = { words: t`Estimated`, money: outcome.estimated };
  const spent = { words: t`Spent`, money: outcome.spent, entries: reported };
  const page = { to: '/positions/$id' as const, id };
  const difference = () =>
    differenceFigure(
      {
        name: t`Difference`,
        meaning: t`What the host spent beyond the estimate.`,
        basis: t`the hosts’ own books, compared with an estimate`,
      },
      spent,
      estimate,
    );
  return [
    {
      number: outcome.estimated.amount,
      opens: { made: () => estimateFigure(outcome.estimated, { words: title, page }) },
    },
    { number: outcome.spent.amount, opens: { entries: reported } },
    { number: outcome.interim.amount, opens: { entries: { ...reported, certification: 'pending' } } },
    { number: outcome.difference.amount, opens: { made: difference } },
    percentCell(outcome),
  ];
}

/** What was estimated for the days that a host reports on. */
function estimateFigure(estimated: Money, part: Pick<Part, 'words'> & { readonly page?: PartPage }): MadeFigure {
  return {
    name: t`Estimated`,
    value: formatMoney(estimated),
    meaning: t`What the days that the host reports on were estimated to cost.`,
    formula: t`the cost of each contract year × its days up to the last report and the end of the post ÷ all of its days`,
    basis: t`estimate`,
    parts: [{ key: 'estimate', money: estimated, ...part }],
  };
}

/** What each post was estimated to cost, beside what its host reports. */
export function CostsFigure({ data }: { readonly data: Performance }) {
  const title = costsTitle(data);
  const { costs } = data;
  const scale = scaleFor(costs.posts.map(({ estimated }) => estimated));
  const interim = signOf(costs.total.interim.amount) === 0 ? null : amountWords(costs.total.interim);
  return (
    <ChartFrame
      id="costs"
      title={title}
      unit={t`${unitWords(scale)}, spent as the hosts report it; the figure is the difference in percent of the estimate`}
      summary={t`${title}. One bar a post: what its host reports as spent, with a line at the estimate. The table holds the figures, by calendar year.`}
      help={t`The estimate is the cost of each contract year that the committee decided on, counted by its days up to the host’s last report and no further than the end of the post. Spent is what the host reports; interim is what nobody else has certified yet. A report names a calendar year, so the table sets calendar years side by side. Select a bar to see the post.`}
      note={[
        interim === null ? t`Everything reported is certified.` : t`${interim} of what is reported is interim.`,
        plural(costs.withoutEstimate, {
          0: '',
          one: '# more post is reported on and was never estimated.',
          other: '# more posts are reported on and were never estimated.',
        }),
      ]
        .join(' ')
        .trim()}
      legend={[
        { mark: 'paid', label: t`spent, certified` },
        { mark: 'promised', label: t`spent, interim` },
        { mark: 'target', label: t`estimate` },
      ]}
      data={{
        head: [
          t`Position`,
          t`Host`,
          t`Year`,
          t`Estimated, US$`,
          t`Spent, US$`,
          t`Interim, US$`,
          t`Difference, US$`,
          t`Difference, %`,
        ],
        rows: postRows(costs),
      }}
      empty={<Trans>The bars begin with the first report of a host on a post whose cost was estimated.</Trans>}
    >
      <BarList label={title} rows={costs.posts.map(postBar)} />
    </ChartFrame>
  );
}

type ComponentRow = Costs['components']['rows'][number];

/** The component whose spending lies furthest from its estimate, in money. */
function furthest(rows: readonly ComponentRow[]): ComponentRow | null {
  const size = ({ difference }: ComponentRow) => exact({ ...difference, amount: difference.amount.replace('-', '') });
  return rows.reduce<ComponentRow | null>(
    (most, row) => (most === null || compare(size(row), size(most)) > 0 ? row : most),
    null,
  );
}

/** How the amounts of one component are reckoned. */
function componentFigure(
  name: string,
  value: Money,
  { component, estimated, spent, difference }: ComponentRow,
): MadeFigure {
  return {
    name: `${componentWord(component)}, ${name}`,
    value: formatMoney(value),
    meaning: t`Of the posts whose hosts say what all of their spending was for.`,
    formula: t`spent − estimated = difference; the estimate is the line of the cost table in force, what comes every year by its days up to the last report`,
    basis: t`the hosts’ own books, compared with an estimate`,
    parts: [
      {
        key: 'spent',
        words: t`Spent; the entries are of all posts and components, and each names its own`,
        money: spent,
        entries: entriesOf('spent'),
      },
      { key: 'estimated', words: t`Estimated`, money: estimated },
      { key: 'difference', words: t`Difference`, money: difference },
    ],
  };
}

/** What posts were estimated to cost by component, beside what their hosts say their spending was for. */
export function ComponentsFigure({ data }: { readonly data: Performance }) {
  const { table, posts, unsplit, rows } = data.costs.components;
  const first = furthest(rows);
  const title = componentsTitle(first === null ? null : componentWord(first.component), first ?? data.costs.total);
  const scale = scaleFor(rows.map(({ spent }) => spent));
  const left = amountWords(unsplit);
  return (
    <ChartFrame
      id="components"
      title={title}
      unit={t`${unitWords(scale)}, spent as the hosts report it; the figure is the difference in percent of the estimate`}
      summary={t`${title}. One bar a component of cost: what hosts report as spent, with a line at the estimate. The table holds the figures.`}
      help={t`Only posts whose hosts say what all of their spending was for are counted here. The estimate is the cost table in force at their duty station: what comes every year by its days up to the host’s last report, what comes once with the beginning, and the repatriation grant with the end of the post.`}
      note={[
        plural(posts, { one: 'One post.', other: '# posts.' }),
        table === null ? t`No cost table is on record.` : t`Cost table ${table.version} (${table.source}).`,
        signOf(unsplit.amount) === 0 ? '' : t`${left} of other posts is reported without saying what for.`,
      ]
        .join(' ')
        .trim()}
      legend={[
        { mark: 'paid', label: t`spent` },
        { mark: 'target', label: t`estimate` },
      ]}
      data={{
        head: [t`Component`, t`Estimated, US$`, t`Spent, US$`, t`Difference, US$`, t`Difference, %`],
        rows: rows.map((row) => [
          componentWord(row.component),
          { number: row.estimated.amount, opens: { made: () => componentFigure(t`Estimated`, row.estimated, row) } },
          { number: row.spent.amount, opens: { made: () => componentFigure(t`Spent`, row.spent, row) } },
          { number: row.difference.amount, opens: { made: () => componentFigure(t`Difference`, row.difference, row) } },
          percentCell(row),
        ]),
      }}
      empty={<Trans>The bars begin when a host says what its spending on a post was for.</Trans>}
    >
      <BarList
        label={title}
        rows={rows.map((row) => ({
          key: row.component,
          label: componentWord(row.component),
          segments: [{ mark: 'paid', value: Math.max(0, drawn(row.spent)) }],
          target: drawn(row.estimated),
          end: endWords(row),
          spoken: spoken(componentWord(row.component), row),
        }))}
      />
    </ChartFrame>
  );
}
