import { entriesOf } from '@dcc/domain/counted';
import { plural, t } from '@lingui/core/macro';
import type { Overview } from '../../api/views.ts';
import { signOf, formatDate, formatMoney, formatPercent } from '../../ui/format.ts';
import { lessOf, sumOf } from '../../ui/amounts.ts';
import type { FigureName } from '../../ui/figure-name.ts';
import type { MadeFigure, Part } from '../../ui/made-figure.tsx';

const MADE: Readonly<Record<FigureName, (overview: Overview) => MadeFigure>> = {
  free: ({ figures, pools, reserve }) => ({
    name: t`Free to allocate`,
    value: formatMoney(figures.available.amount),
    meaning: t`What the committee can still promise: the cash that no decision has reserved, after the operating reserve.`,
    formula: t`cash of all pools − money promised from them − operating reserve`,
    basis: t`cash`,
    parts: [
      {
        key: 'cash',
        words: t`Cash of all pools`,
        money: figures.balance.amount,
        entries: figures.balance.entries,
      },
      {
        key: 'promised',
        words: t`Promised and not yet sent`,
        money: sumOf(
          pools.map(({ allocated }) => allocated.amount),
          'USD',
        ),
        entries: entriesOf('promised'),
      },
      ...reservePart(reserve),
      ...pools.flatMap(({ pool, cash, allocated }) => [
        {
          key: `${pool.id} cash`,
          words: t`Cash of the pool ${pool.name}`,
          money: cash,
          entries: entriesOf('cash', { poolId: pool.id }),
        },
        {
          key: `${pool.id} promised`,
          words: t`Promised from the pool ${pool.name}`,
          money: allocated,
          entries: entriesOf('promised', { poolId: pool.id }),
        },
      ]),
    ],
  }),
  delivery: ({ figures: { spent, transferred }, deliveryPercent }) => ({
    name: t`Delivery rate`,
    value: deliveryPercent === null ? null : formatPercent(deliveryPercent),
    meaning: t`How much of the money sent to host organizations they report as spent. Hosts report a year by 30 April of the next, so it runs late.`,
    formula: t`expenditure that hosts report ÷ transfers less refunds`,
    basis: t`the hosts’ own books, compared with cash`,
    parts: [
      { key: 'spent', words: t`Reported as spent`, money: spent.amount, entries: spent.entries },
      { key: 'sent', words: t`Sent, less what came back`, money: transferred.amount, entries: transferred.entries },
      {
        key: 'held',
        words: t`Sent and not reported as spent`,
        money: lessOf(transferred.amount, spent.amount),
      },
    ],
  }),
  overdue: ({ figures, overdueCount, attention }) => ({
    name: t`Overdue`,
    value: formatMoney(figures.overdue.amount),
    meaning: t`Instalments of signed agreements whose day has passed and which have not arrived in full.`,
    formula: plural(overdueCount, {
      0: 'no instalment is overdue',
      one: 'what # instalment still expects, at the rate of its agreement',
      other: 'the sum of what # instalments still expect, at the rates of their agreements',
    }),
    basis: t`signed`,
    parts: attention.flatMap((item) =>
      item.kind === 'instalment-overdue'
        ? [
            {
              key: `${item.contributionId} ${item.dueOn}`,
              words: t`${item.contributor}, ${item.reference}, due ${formatDate(item.dueOn)}`,
              money: item.value,
              page: { to: '/contributions/$id' as const, id: item.contributionId },
            },
          ]
        : [],
    ),
  }),
  reserve: ({ reserve }) => ({
    name: t`Operating reserve`,
    value: reserve === null ? null : formatMoney(reserve.amount),
    meaning: t`Money that stays in the fund, so that what is promised can be paid if a contribution does not come.`,
    formula: t`a percentage × planned annual expenditure, both set by decision`,
    basis: t`cash`,
    parts: reservePart(reserve),
  }),
  'term-cost': ({ termCost, positions }) => {
    const paid = positions.filter(({ allocated }) => signOf(allocated.amount) > 0);
    return {
      name: t`Typical position, whole term`,
      value: termCost === null ? null : formatMoney(termCost),
      meaning: t`What one position costs from its first day to its last, support cost included, as it was estimated.`,
      formula: plural(paid.length, {
        one: 'the cost of the # position that decisions have paid for',
        other: 'the mean cost of the # positions that decisions have paid for, rounded up to a cent',
      }),
      basis: t`estimate`,
      parts: paid.map((position) => ({
        key: position.id,
        words: t`${position.title}, ${position.organization.shortName}`,
        money: position.cost,
        page: { to: '/positions/$id' as const, id: position.id },
      })),
    };
  },
};

function reservePart(reserve: Overview['reserve']): Part[] {
  if (reserve === null) return [];
  const words = t`Operating reserve since ${formatDate(reserve.effectiveOn)}. Source: ${reserve.source}`;
  return [{ key: 'reserve', words, money: reserve.amount, entries: entriesOf('reserve') }];
}

export const madeFigure = (name: FigureName, overview: Overview): MadeFigure => MADE[name](overview);
