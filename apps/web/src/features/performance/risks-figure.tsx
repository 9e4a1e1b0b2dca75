import { RISK_KINDS, type RiskKind } from '@dcc/domain/performance/risks';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Performance } from '../../api/views.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { RiskMatrix } from '../../charts/risk-matrix.tsx';
import { amountWords } from '../../ui/amount-words.ts';
import { gradeWord, impactRule, measureWords, riskWord, risksTitle, ruleWords } from './risk-sentences.ts';

/** The screen that shows what a risk is made of. */
const MADE_OF: Readonly<Record<RiskKind, string>> = {
  'year-not-funded': '/positions?view=timeline',
  'instalment-overdue': '/contributions?stage=overdue',
  'one-contributor': '/contributors',
  currency: '/rates',
  'report-missing': '/books',
  'slow-recruitment': '/vacancies',
};

/** What the records point to nothing of. */
function notFound({ found }: Performance['risks']): string | null {
  const missing = RISK_KINDS.filter((kind) => found.every((risk) => risk.kind !== kind));
  if (missing.length === 0) return null;
  return t`Looked for and not found: ${missing.map((kind) => riskWord(kind)).join('; ')}.`;
}

/** What can go wrong for positions and the fund, by likelihood and impact, from the records alone. */
export function RisksFigure({ data }: { readonly data: Performance }) {
  const { risks } = data;
  const title = risksTitle(risks);
  const note = [notFound(risks), t`The figures come from the records; nobody has estimated a probability.`]
    .filter((part) => part !== null)
    .join(' ');
  return (
    <ChartFrame
      id="risks"
      title={title}
      unit={t`US$ at stake against a cash balance of ${amountWords(risks.cash)}; likelihood by what the records measure`}
      summary={t`${title}. A field of three by three: impact upwards, likelihood to the right, and each risk by its number. The table holds the figures.`}
      help={[
        t`Nobody knows how likely a thing is, so likelihood is graded by how far it has gone by the records.`,
        impactRule(),
        ...RISK_KINDS.map((kind) => `${riskWord(kind)}. ${ruleWords(kind)}`),
      ].join(' ')}
      note={note}
      data={{
        head: [t`Risk`, t`At stake, US$`, t`Measured`, t`Likelihood`, t`Impact`, t`Rule`],
        rows: risks.found.map((risk) => [
          riskWord(risk.kind),
          { number: risk.atStake.amount },
          measureWords(risk),
          gradeWord(risk.likelihood),
          gradeWord(risk.impact),
          ruleWords(risk.kind),
        ]),
      }}
      empty={<Trans>Nothing is late, nothing is missing and nothing is promised: the records point to no risk.</Trans>}
    >
      <RiskMatrix
        label={title}
        words={{ low: gradeWord('low'), medium: gradeWord('medium'), high: gradeWord('high') }}
        points={risks.found.map((risk, index) => ({
          number: index + 1,
          likelihood: risk.likelihood,
          impact: risk.impact,
          spoken: t`${riskWord(risk.kind)}: likelihood ${gradeWord(risk.likelihood)}, impact ${gradeWord(risk.impact)}`,
        }))}
      />
      <ol className="performance__risks">
        {risks.found.map((risk, index) => (
          <li key={risk.kind}>
            <span className="number">{index + 1}</span>
            <span>
              <Link to={MADE_OF[risk.kind]}>{riskWord(risk.kind)}</Link>: {amountWords(risk.atStake)};{' '}
              {measureWords(risk)}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
