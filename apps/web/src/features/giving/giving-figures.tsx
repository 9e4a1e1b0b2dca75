import { entriesOf } from '@dcc/domain/counted';
import { BOOK_CURRENCY } from '@dcc/domain/currency';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import type { Giving } from '../../api/views.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { LazyChart } from '../../charts/lazy-chart.tsx';
import { drawn, markLabel } from '../../charts/numbers.ts';
import { unitWords } from '../../ui/amount-words.ts';
import { formatMoneyWhole, scaleFor } from '../../ui/format.ts';
import { wholePercent } from '../../ui/share-words.ts';
import { concentrationTitle, yearsTitle } from './giving-sentences.ts';
import { GIVING_STEPS, type Giver, type Shown, togetherFigure, yearFigure, type YearOfGiving } from './giving-sums.ts';

// Recharts is fetched after the page stands.
const YearChart = lazy(async () => ({ default: (await import('../../charts/year-chart.tsx')).YearChart }));

type YearsFigureProps = {
  readonly giving: Giving;
  readonly shown: Shown;
  readonly years: readonly YearOfGiving[];
  /** `undefined` for all contributors. */
  readonly whose: string | undefined;
};

const yearWord = ({ year, incomplete }: YearOfGiving): string =>
  incomplete ? t`${String(year)}, so far` : String(year);

/** Announced, signed and received, year by year; the year that has not ended stands apart. */
export function YearsFigure({ giving, shown, years, whose }: YearsFigureProps) {
  const { currency } = shown;
  const title = whose === undefined ? yearsTitle(years) : t`${whose}: ${yearsTitle(years)}`;
  const scale = scaleFor(years.flatMap(({ pledged, signed, received }) => [pledged, signed, received]));
  const inDollars = currency === BOOK_CURRENCY;
  const unit = inDollars ? unitWords(scale) : unitWords(scale).replace('US$', currency);
  return (
    <ChartFrame
      id="years"
      title={title}
      unit={
        inDollars
          ? t`${unit}, pledged, signed and received, at the rate of each date`
          : t`${unit}, pledged, signed and received in ${currency} only`
      }
      summary={t`${title}. Three bars a year: what was pledged, signed and received. The table holds the figures.`}
      help={t`Pledged counts what was announced in a year, signed what agreements promised in the year of their signature, received the cash that came in the year, less refunds. The three are apart and never added up: the same money may be announced in one year, signed in the next and paid in a third. A year that has not ended has a shaded ground.`}
      legend={[
        { mark: 'announced', label: t`pledged` },
        { mark: 'signed', label: t`signed` },
        { mark: 'paid', label: t`received` },
      ]}
      data={{
        head: [t`Year`, t`Pledged, ${currency}`, t`Signed, ${currency}`, t`Received, ${currency}`],
        rows: years.map((row) => [
          yearWord(row),
          ...GIVING_STEPS.map((step) => ({
            number: row[step].amount,
            opens: { made: () => yearFigure(giving, shown, row, step) },
          })),
        ]),
      }}
      empty={<Trans>The years begin with the first pledge, agreement or deposit.</Trans>}
    >
      <LazyChart height={240}>
        <YearChart years={years.map((row) => ({ ...row, name: yearWord(row) }))} scale={scale} label={title} />
      </LazyChart>
    </ChartFrame>
  );
}

/** How few give how much: each contributor's share, and what it and the larger ones gave together. */
export function ConcentrationFigure({ paid }: { readonly paid: readonly Giver[] }) {
  const title = concentrationTitle(paid);
  const all = paid.at(-1)?.upTo ?? { amount: '0.00', currency: BOOK_CURRENCY };
  const scale = scaleFor(paid.map(({ received }) => received));
  const share = (part: Giver['received']): string => wholePercent(part, all) ?? '';
  return (
    <ChartFrame
      id="concentration"
      title={title}
      unit={t`${unitWords(scale)} received, cash basis; share, and share together with all larger ones`}
      summary={t`${title}. One bar a contributor, largest first, each beginning where the one before it ends. The table holds the figures.`}
      help={t`Each bar begins where the one before it ends, so that its end says what the largest contributors gave together. Select a bar to see the contributor.`}
      data={{
        head: [t`Contributor`, t`Received, US$`, t`Share`, t`Together, US$`, t`Share together`],
        rows: paid.map(({ id, name, received, upTo }) => [
          name,
          { number: received.amount, opens: { entries: entriesOf('received', { contributorId: id }) } },
          share(received),
          { number: upTo.amount, opens: { made: () => togetherFigure(upTo, paid) } },
          share(upTo),
        ]),
      }}
      empty={<Trans>The bars begin with the first deposit.</Trans>}
    >
      <BarList
        label={title}
        rows={paid.map(({ id, name, received, upTo }) => ({
          key: id,
          label: name,
          sublabel: markLabel(received, scale),
          from: drawn(upTo) - drawn(received),
          segments: [{ mark: 'paid', value: drawn(received) }],
          end: `${share(received)} · ${share(upTo)}`,
          spoken: t`${name}: ${formatMoneyWhole(received)}, ${share(received)}; together ${share(upTo)}`,
          href: `/contributors/${id}`,
        }))}
      />
    </ChartFrame>
  );
}
