import '../../ui/data-table.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatMoneyWhole, formatMonth } from '../../ui/format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { usd } from './facts.ts';
import { type Names, scenarioWords } from './forecast-sentences.ts';
import type { Run } from './runs.ts';

type Props = { readonly runs: readonly Run[]; readonly shown: Run; readonly names: Names };

/** Scenarios side by side: the same figures of each, and which of them the pictures show. */
export function ScenarioTable({ runs, shown, names }: Props) {
  const label = t`Figures of each scenario`;
  return (
    <div className="data-table scenarios">
      <ScrollRegion className="data-table__scroll" label={label}>
        <table>
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Figure</Trans>
              </th>
              {runs.map((run) => (
                <ColumnHead key={run.text} run={run} shown={run === shown} names={names} />
              ))}
            </tr>
          </thead>
          <tbody>
            {figures().map(({ key, head, of }) => (
              <tr key={key}>
                <th scope="row">{head}</th>
                {runs.map((run) => (
                  <td key={run.text}>{of(run)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}

function ColumnHead({ run, shown, names }: { readonly run: Run; readonly shown: boolean; readonly names: Names }) {
  const navigate = useNavigate({ from: '/forecast' });
  const { letter, text, scenario, forecast } = run;
  const words = scenarioWords(scenario, names, forecast.asOf);
  const show = () => void navigate({ search: (before) => ({ ...before, show: text }), resetScroll: false });
  const remove = () =>
    void navigate({
      search: (before) => ({
        ...before,
        scenario: before.scenario.filter((each) => each !== text),
        show: shown ? '' : before.show,
      }),
      resetScroll: false,
    });
  return (
    <th scope="col">
      <span className="scenarios__name">
        <span className="scenarios__letter">{letter}</span> {words}
      </span>
      <span className="scenarios__acts">
        <button
          type="button"
          className="chart__tool"
          aria-pressed={shown}
          aria-label={t`Show ${letter} in the pictures`}
          onClick={show}
        >
          <Trans>Show</Trans>
        </button>
        {text === '' ? null : (
          <button type="button" className="chart__tool" aria-label={t`Remove ${letter}`} onClick={remove}>
            <Trans>Remove</Trans>
          </button>
        )}
      </span>
    </th>
  );
}

type Figure = { readonly key: string; readonly head: ReactNode; readonly of: (run: Run) => ReactNode };

const amount = (minor: bigint): ReactNode => (
  <span className={minor < 0n ? 'number scenarios__short' : 'number'}>{formatMoneyWhole(usd(minor))}</span>
);

function figures(): Figure[] {
  return [
    {
      key: 'paid',
      head: <Trans>Positions paid to their end</Trans>,
      of: ({ key: { paid, positions } }) => (
        <span className={paid < positions ? 'number scenarios__short' : 'number'}>
          {t`${String(paid)} of ${String(positions)}`}
        </span>
      ),
    },
    {
      key: 'short',
      head: <Trans>Money is first short</Trans>,
      of: ({ key: { shortOn } }) =>
        shortOn === null ? <Trans>never</Trans> : <span className="scenarios__short">{formatMonth(shortOn)}</span>,
    },
    {
      key: 'missing',
      head: <Trans>Most that is missing</Trans>,
      of: ({ key: { mostMissing } }) => (mostMissing === 0n ? <Trans>nothing</Trans> : amount(mostMissing)),
    },
    {
      key: 'lowest',
      head: <Trans>Lowest balance</Trans>,
      of: ({ key: { lowest } }) => (
        <>
          {amount(lowest.cash)} <span className="soft">{t`in ${formatMonth(lowest.on)}`}</span>
        </>
      ),
    },
    { key: 'closing', head: <Trans>Balance after five years</Trans>, of: ({ key: { closing } }) => amount(closing) },
  ];
}
