import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Performance } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { PermittedButton } from '../../ui/button.tsx';
import type { CsvCell } from '../../ui/csv.ts';
import { formatDate, formatPercent } from '../../ui/format.ts';
import { monthsWords, retentionTitle } from './performance-sentences.ts';

const AverageForm = lazy(async () => ({ default: (await import('./average-form.tsx')).AverageForm }));

type Stayed = Performance['retention'][number];

const count = (value: number): CsvCell => ({ number: String(value) });

function notKnownWords({ notKnown, notAsked }: Stayed): string {
  return [
    plural(notKnown, { 0: '', one: 'of # nobody knows', other: 'of # nobody knows' }),
    plural(notAsked, { 0: '', one: '# not asked', other: '# not asked' }),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** The share at the end of a bar, of how many it is, and of whom it is not known. */
function endWords(row: Stayed): string {
  const known = row.stayed + row.elsewhere;
  const share = row.percent === null ? '' : t`${formatPercent(row.percent)} (${row.stayed} of ${known})`;
  return [share, notKnownWords(row)].filter((part) => part !== '').join(' · ');
}

function averageNote({ retention }: Performance): string {
  const set = retention.flatMap(({ average }) => average ?? []);
  if (set.length === 0)
    return t`No average of the whole programme has been published that the fund could be held against. It can be entered here with its day and source.`;
  const words = set.map(
    ({ months, percent, effectiveOn, source }) =>
      t`${monthsWords(months)}: ${formatPercent(percent)}, since ${formatDate(effectiveOn)} (${source})`,
  );
  return t`The whole programme: ${words.join('; ')}.`;
}

/** Who stayed in the United Nations system at 0, 6, 12 and 24 months, against the average of the whole programme. */
export function RetentionFigure({ data }: { readonly data: Performance }) {
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const title = retentionTitle(data);
  const rows = data.retention.filter(({ due }) => due > 0);
  return (
    <div>
      <ChartFrame
        id="retention"
        title={title}
        unit={t`percent of those of whom it is known, by months after the end of the post`}
        summary={t`${title}. One bar for each time at which it is asked, with a line at the average of the whole programme. The table holds the figures.`}
        help={t`Of officers whose post has ended, it is asked at the end and 6, 12 and 24 months later where they work. Those who work for the same or another organization of the United Nations system stayed. The share is of those of whom it is known; the others are told beside it. The line is what a paper gives as the average of the whole programme.`}
        note={averageNote(data)}
        legend={[
          { mark: 'paid', label: t`stayed` },
          { mark: 'target', label: t`average of the whole programme` },
        ]}
        data={{
          head: [
            t`After the end of the post`,
            t`Officers`,
            t`Stayed`,
            t`Elsewhere`,
            t`Nobody knows`,
            t`Not asked`,
            t`Stayed, %`,
            t`Whole programme, %`,
          ],
          rows: rows.map((row) => [
            monthsWords(row.months),
            count(row.due),
            count(row.stayed),
            count(row.elsewhere),
            count(row.notKnown),
            count(row.notAsked),
            row.percent === null ? '–' : { number: row.percent },
            row.average === null ? '–' : { number: row.average.percent },
          ]),
        }}
        empty={<Trans>The bars begin when the first post ends.</Trans>}
      >
        <BarList
          label={title}
          full={100}
          rows={rows.map((row) => ({
            key: String(row.months),
            label: monthsWords(row.months),
            segments: [{ mark: 'paid', value: Number(row.percent ?? 0) }],
            ...(row.average === null ? {} : { target: Number(row.average.percent) }),
            end: endWords(row),
            spoken: `${monthsWords(row.months)}: ${endWords(row)}`,
          }))}
        />
      </ChartFrame>
      <p className="chart__more">
        <PermittedButton permission={may('retention-average.set')} onClick={() => setOpen(true)}>
          <Trans>Set the average of the whole programme</Trans>
        </PermittedButton>
      </p>
      {open ? (
        <Suspense fallback={null}>
          <AverageForm onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
