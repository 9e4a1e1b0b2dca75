import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Performance } from '../../api/views.ts';
import { stateWord } from '../../app/state-words.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import type { CsvCell } from '../../ui/csv.ts';
import { formatDecimalText } from '../../ui/format.ts';
import { daysWords, pipelineTitle } from './performance-sentences.ts';

type StateRow = Performance['pipeline']['states'][number];

const number = (value: number | null): CsvCell => (value === null ? '–' : { number: String(value) });

function timeWords({ medianDays, longestDays }: StateRow): string {
  if (medianDays === null || longestDays === null) return '';
  const longest = formatDecimalText(String(longestDays));
  return t`${daysWords(medianDays)}, at most ${longest}`;
}

function fillNote({ pipeline: { toFill } }: Performance): string {
  if (toFill.medianDays === null || toFill.longestDays === null)
    return t`Time to fill runs from the first advertisement to the selection; nobody has been selected yet.`;
  const [middle, longest] = [daysWords(toFill.medianDays), toFill.longestDays];
  return plural(toFill.filled, {
    one: `Time to fill, from the first advertisement to the selection: ${middle}, of one post. Other programmes say four to five months (jpo.gov.kw).`,
    other: `Time to fill, from the first advertisement to the selection: ${middle} for half of # posts, at most ${longest}. Other programmes say four to five months (jpo.gov.kw).`,
  });
}

/** How many positions stand in each state and have passed it, and how long they were there. */
export function PipelineFigure({ data }: { readonly data: Performance }) {
  const title = pipelineTitle(data);
  const { states } = data.pipeline;
  return (
    <ChartFrame
      id="pipeline"
      title={title}
      unit={t`positions that came to each state; days there, the middle one and the longest`}
      summary={t`${title}. One bar a state in the order of a position’s life: how many stand there and how many have passed it. The table holds the figures.`}
      help={t`Each position is counted once in every state that it has been in. The dark part stands there now, the light part has gone on or out. Days of one position in one state are added up, and a stay that lasts counts up to the day of the page. Half of the positions took no more than the middle number of days. An end has no days.`}
      note={fillNote(data)}
      legend={[
        { mark: 'paid', label: t`stand there` },
        { mark: 'signed', label: t`have passed it` },
      ]}
      data={{
        head: [
          t`State`,
          t`Stand there`,
          t`Have passed it`,
          t`Came there`,
          t`Days, the middle one`,
          t`Days, the longest`,
        ],
        rows: states.map((row) => [
          stateWord(row.state),
          number(row.standing),
          number(row.passed),
          number(row.reached),
          number(row.medianDays),
          number(row.longestDays),
        ]),
      }}
      empty={<Trans>The bars begin with the first proposed position.</Trans>}
    >
      <BarList
        label={title}
        rows={states.map((row) => {
          const [name, time] = [stateWord(row.state), timeWords(row)];
          return {
            key: row.state,
            label: name,
            segments: [
              { mark: 'paid', value: row.standing },
              { mark: 'signed', value: row.passed },
            ],
            end: time === '' ? String(row.reached) : `${row.reached} · ${time}`,
            spoken: t`${name}: ${row.standing} stand there, ${row.passed} have passed it. ${time}`,
            href: `/positions?state=${row.state}`,
          };
        })}
      />
    </ChartFrame>
  );
}
