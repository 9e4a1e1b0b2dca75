import { plural, t } from '@lingui/core/macro';
import type { Overview } from '../../api/views.ts';
import { i18n } from '@lingui/core';
import { formatDate, formatMoneyWhole, formatPercent } from '../../ui/format.ts';
import type { AttentionWords } from './deadline-words.ts';

type Attention = Overview['attention'][number];

const OF_FUND = {
  'pool-overdrawn': true,
  'reserve-below-mark': true,
  'reserve-not-covered': true,
  'group-leaving': true,
  'certification-pending': true,
} as const satisfies Partial<Record<Attention['kind'], true>>;
type OfFund = Extract<Attention, { kind: keyof typeof OF_FUND }>;

export function isOfFund(item: Attention): item is OfFund {
  return item.kind in OF_FUND;
}

/** By name what a country that leaves its group touches. */
function touchedWords({ proposals, vacancies, pools }: Extract<OfFund, { kind: 'group-leaving' }>): string {
  const names = [
    ...proposals.map(({ title }) => t`the proposal “${title}”`),
    ...vacancies.map(({ title }) => t`the vacancy “${title}”`),
    ...pools.map(({ title }) => t`the pool “${title}”`),
  ];
  if (names.length === 0) return t`touches nothing that is open`;
  const list = new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names);
  return t`touches ${list}`;
}

/** The words of what waits about the fund as a whole. */
export function fundWords(item: OfFund, mayAct: boolean): AttentionWords {
  switch (item.kind) {
    case 'pool-overdrawn':
      return {
        tone: 'short',
        title: t`Pool “${item.pool}” is overdrawn`,
        detail: t`more is allocated from it than it holds`,
        measure: t`${formatMoneyWhole(item.short)} short`,
        action: t`See its entries`,
        link: { to: '/ledger', search: { poolId: item.poolId } },
      };
    case 'reserve-below-mark':
      return {
        tone: 'promised',
        title: t`The operating reserve is below its mark`,
        detail: t`${formatMoneyWhole(item.held)} held; ${formatPercent(item.percent.replace(/0$/u, ''))} of the next twelve months’ planned expenditure is ${formatMoneyWhole(item.mark)}`,
        measure: t`${formatMoneyWhole(item.short)} short`,
        action: mayAct ? t`Set the reserve` : t`See the reserve`,
        link: mayAct
          ? { to: '/movements', search: { record: 'operating-reserve' } }
          : { to: '/figures/$id', params: { id: 'reserve' } },
      };
    case 'reserve-not-covered':
      return {
        tone: 'short',
        title: t`Cash no longer covers the operating reserve`,
        detail: t`${formatMoneyWhole(item.held)} is set aside, and less than that is free`,
        measure: t`${formatMoneyWhole(item.short)} short`,
        action: t`See what is free`,
        link: { to: '/figures/$id', params: { id: 'free' } },
      };
    case 'group-leaving':
      return {
        tone: 'promised',
        title: t`${item.country} leaves ${item.group}`,
        detail: t`last day ${formatDate(item.lastDay)}; ${touchedWords(item)}`,
        measure: plural(item.days, { 0: 'today', one: 'in # day', other: 'in # days' }),
        action: mayAct ? t`Review eligibility` : t`See eligibility`,
        link: { to: '/eligibility' },
      };
    case 'certification-pending':
      return {
        tone: 'plain',
        title: plural(item.count, {
          one: '# entry waits for certification',
          other: '# entries wait for certification',
        }),
        detail: t`by somebody other than who recorded it`,
        measure: '',
        action: t`See what waits`,
        link: { to: '/ledger', search: { certification: 'pending' } },
      };
  }
}
