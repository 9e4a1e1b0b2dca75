import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import type { Balance } from '../../api/views.ts';
import { candidateStageWord } from '../../app/vacancy-words.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { candidatesTitle } from './performance-sentences.ts';

/** How a number of people is told: as it is, or not at all where it is about one or two. */
const told = (count: number | null): string => (count === null ? t`not told` : String(count));

function noteOf({ vacancies, counted }: Balance): string {
  const left = vacancies - counted;
  const today = t`As of today, of all vacancies together; who is selected is counted by position, above.`;
  if (left === 0) return today;
  const hidden = plural(left, {
    one: '# vacancy is left out, of which a number would be about one or two people.',
    other: '# vacancies are left out, of which a number would be about one or two people.',
  });
  return `${today} ${hidden}`;
}

/** How many candidates came to each stage before the selection, which its position tells of. Numbers about one or two people are not told. */
export function CandidatesFigure() {
  const { data: balance } = useSuspenseQuery(api.vacancies.balance.queryOptions({}));
  const title = candidatesTitle(balance);
  const stages = balance.stages.map(({ stage, candidates }) => ({
    key: stage,
    words: candidateStageWord(stage),
    count: candidates,
  }));
  return (
    <ChartFrame
      id="candidates"
      title={title}
      unit={t`candidates who came at least so far, all vacancies`}
      summary={t`${title}. One bar a stage, from the long list to the interviews. The table holds the figures.`}
      help={t`Each candidate is counted once in every stage reached. A number about one or two people is not told to those who may not see the candidates, and neither is one from which it could be worked out. Select a bar to see the vacancies.`}
      note={noteOf(balance)}
      data={{
        head: [t`Stage`, t`Candidates`],
        rows:
          balance.vacancies === 0
            ? []
            : stages.map(({ words, count }) => [words, count === null ? told(count) : { number: String(count) }]),
      }}
      empty={<Trans>The bars begin with the first candidate.</Trans>}
    >
      <BarList
        label={title}
        rows={stages.map(({ key, words, count }) => ({
          key,
          label: words,
          segments: [{ mark: 'signed', value: count ?? 0 }],
          end: told(count),
          spoken: `${words}: ${told(count)}`,
          href: '/vacancies',
        }))}
      />
    </ChartFrame>
  );
}
