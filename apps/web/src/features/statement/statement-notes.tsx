import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { Figure, Statement } from '../../api/views.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoney, signOf } from '../../ui/format.ts';
import { StatusMark } from '../../ui/status-mark.tsx';

/** What a reader has to know before quoting a figure: what waits for certification, and which year has not ended. */
export function StatementNotes({ statement }: { readonly statement: Statement }) {
  const { pending, currentYear, certifiedOnly } = statement;
  const year = String(currentYear);
  const reachesCurrentYear = Number(statement.asOf.slice(0, 4)) >= currentYear;
  const waiting = [pending.agent, pending.hosts].filter(({ count }) => count > 0);
  if (waiting.length === 0 && !reachesCurrentYear) return null;
  return (
    <ul className="statement-notes">
      {waiting.map(({ count, figure }) => (
        <li key={figure.basis}>
          <StatusMark mark="waiting">
            <Waiting count={count} figure={figure} certifiedOnly={certifiedOnly} />
          </StatusMark>
        </li>
      ))}
      {signOf(statement.interim.amount.amount) === 0 || certifiedOnly ? null : (
        <li>
          <StatusMark mark="waiting">
            <Trans>
              Interim: <FigureLink figure={statement.interim} /> of expenditure that hosts report is not certified yet
            </Trans>
          </StatusMark>
        </li>
      )}
      {reachesCurrentYear ? (
        <li>
          <StatusMark mark="open">
            <Trans>{year} is not final: hosts report on it until 30 April of the year after</Trans>
          </StatusMark>
        </li>
      ) : null}
    </ul>
  );
}

type WaitingProps = { readonly count: number; readonly figure: Figure; readonly certifiedOnly: boolean };

function Waiting({ count, figure, certifiedOnly }: WaitingProps) {
  const entries = plural(count, { one: '# entry', other: '# entries' });
  const link = <FigureLink figure={figure}>{`${entries}, ${formatMoney(figure.amount)}`}</FigureLink>;
  if (figure.basis === 'cash')
    return certifiedOnly ? (
      <Trans>Left out of the administrator’s balance until somebody else certifies it: {link}</Trans>
    ) : (
      <Trans>Counted in the administrator’s balance, not certified yet: {link}</Trans>
    );
  return certifiedOnly ? (
    <Trans>Left out of the hosts’ balance until somebody else certifies it: {link}</Trans>
  ) : (
    <Trans>Counted in the hosts’ balance, not certified yet: {link}</Trans>
  );
}

/** Under the head of a year: it has not ended, or is closed, or what hosts report of it is interim. */
export function YearMarks({ column, asOf }: { readonly column: Statement['columns'][number]; readonly asOf: string }) {
  const cut = column.to === asOf && !asOf.endsWith('-12-31');
  const day = formatDate(column.to);
  return (
    <>
      {cut ? (
        <span className="statement__day">
          <Trans>to {day}</Trans>
        </span>
      ) : null}
      {column.notFinal ? (
        <span className="statement__mark">
          <Trans>not final</Trans>
        </span>
      ) : null}
      {column.closed ? (
        <span className="statement__day">
          <Trans>closed</Trans>
        </span>
      ) : null}
      {column.interim === null ? null : (
        <span className="statement__mark">
          <Trans>interim</Trans>
        </span>
      )}
    </>
  );
}
