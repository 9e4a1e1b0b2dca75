import { entriesOf } from '@dcc/domain/counted';
import { t } from '@lingui/core/macro';
import type { PositionRow } from '../api/views.ts';
import { sumOf } from './amounts.ts';
import { differenceFigure } from './common-figures.ts';
import { formatMoney } from './format.ts';
import type { MadeFigure, Part } from './made-figure.tsx';

// Figures of one position that are no single sum of entries: how each is reckoned, and from what.

type Post = Pick<PositionRow, 'id' | 'title' | 'years' | 'cost'>;
type Year = Post['years'][number];

const page = ({ id }: Post) => ({ to: '/positions/$id' as const, id });

/** What a position costs: what its contract years are estimated to cost. */
export function costFigure(post: Post): MadeFigure {
  return {
    name: t`Cost`,
    value: formatMoney(post.cost),
    meaning: t`What the position costs from its first day to its last, support cost included, as it was estimated.`,
    formula: t`the sum of the cost of its contract years`,
    basis: t`estimate`,
    parts: post.years.map(({ number, startsOn, endsOn, cost }) => ({
      key: String(number),
      words: t`Year ${number}, ${startsOn} to ${endsOn}`,
      money: cost,
      page: page(post),
    })),
  };
}

/** What one contract year costs: no sum, but what was recorded of it. */
function yearCostFigure(post: Post, { number, cost }: Year): MadeFigure {
  return {
    name: t`Cost of year ${number}`,
    value: formatMoney(cost),
    meaning: t`What this contract year costs, support cost included.`,
    formula: t`as it was estimated when the position was proposed, or as the committee decided on it since`,
    basis: t`estimate`,
    parts: [{ key: 'year', words: post.title, money: cost, page: page(post) }],
  };
}

/** All that was reserved for a position, which its contract years share. */
const reserved = (post: Post): Part => ({
  key: 'reserved',
  words: t`Allocated to all years by decision, less what was released`,
  money: allocatedOf(post),
  entries: entriesOf('allocated', { positionId: post.id }),
});

const allocatedOf = ({ years }: Post) => total(years, 'allocated');
const total = (years: readonly Year[], key: 'allocated' | 'transferred') =>
  sumOf(
    years.map((year) => year[key].amount),
    'USD',
  );

/** What is reserved for one contract year. */
function yearAllocatedFigure(post: Post, { number, allocated }: Year): MadeFigure {
  return {
    name: t`Allocated to year ${number}`,
    value: formatMoney(allocated),
    meaning: t`What decisions of the committee reserve for this contract year.`,
    formula: t`the lines of decisions that name this year, less what was released of them; they stand with each decision`,
    basis: t`allocated`,
    parts: [
      ...post.years.map((year) => ({
        key: String(year.number),
        words: t`Year ${year.number}`,
        money: year.allocated,
      })),
      reserved(post),
    ],
  };
}

/** What of the cash that was sent for a position pays one contract year. */
function yearTransferredFigure(post: Post, { number, transferred }: Year): MadeFigure {
  return {
    name: t`Transferred for year ${number}`,
    value: formatMoney(transferred),
    meaning: t`What of the cash that was sent for the position pays this contract year.`,
    formula: t`transfers name a position and no year: they pay its years in their order, each up to what is allocated to it`,
    basis: t`cash`,
    parts: [
      ...post.years.map((year) => ({
        key: String(year.number),
        words: t`Year ${year.number}`,
        money: year.transferred,
      })),
      {
        key: 'sent',
        words: t`Sent for all years, whatever came back later`,
        money: total(post.years, 'transferred'),
        entries: { account: 'transfers' as const, kinds: ['transfer' as const], positionId: post.id },
      },
    ],
  };
}

/** What a contract year lacks. */
function yearShortFigure(_post: Post, { number, cost, allocated }: Year): MadeFigure {
  return differenceFigure(
    {
      name: t`Short in year ${number}`,
      meaning: t`What this contract year costs and nobody has reserved.`,
      basis: t`estimate, compared with allocated`,
    },
    { words: t`Cost of the year`, money: cost },
    { words: t`Allocated to the year`, money: allocated },
  );
}

const OF_YEAR = {
  cost: yearCostFigure,
  allocated: yearAllocatedFigure,
  transferred: yearTransferredFigure,
  short: yearShortFigure,
} as const;

/** One amount of a contract year: how it is reckoned. */
export const yearFigure = (post: Post, year: Year, amount: keyof typeof OF_YEAR): MadeFigure =>
  OF_YEAR[amount](post, year);
