import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { DraftDecision } from '../../api/views.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button } from '../../ui/button.tsx';
import { Consequences, Recusals, WouldPost } from '../../ui/committee/motion-parts.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { ActionPoints } from './action-points.tsx';

/** The meeting pack, to be read or printed: status of the fund, agenda, decisions asked, what is still to be done. */
export function PackPage() {
  const { id } = useParams({ from: '/signed-in/meetings/$id/pack' });
  const { stand } = useStandpoint();
  const { data: page } = useSuspenseQuery(api.meetings.get.queryOptions({ id }));
  const { meeting, agenda, decisions, actionPoints, openPoints } = page;
  const asked = decisions.filter(({ state }) => state === 'drafted' || state === 'open');
  const open = [...openPoints, ...actionPoints.filter(({ doneOn }) => doneOn === null)];
  return (
    <>
      <PageHead
        asOf={stand.asOf ?? page.today}
        above={
          <Link to="/meetings/$id" params={{ id }}>
            {meeting.reference}
          </Link>
        }
        sentence={meeting.title}
        below={t`${formatDate(meeting.plannedOn)}, ${meeting.place}`}
        actions={
          <Button look="primary" onClick={() => window.print()}>
            <Trans>Print</Trans>
          </Button>
        }
      />
      <div className="page-parts">
        <Section title={<Trans>Agenda</Trans>}>
          <ol>
            {agenda.map(({ number, title }) => (
              <li key={number}>
                {number}. {title}
              </li>
            ))}
          </ol>
        </Section>
        <StatusOfTheFund />
        <Section title={<Trans>Decisions asked</Trans>}>
          {asked.length === 0 ? (
            <p className="soft">
              <Trans>None.</Trans>
            </p>
          ) : (
            <div className="page-parts">
              {asked.map((motion) => (
                <Asked key={motion.id} motion={motion} />
              ))}
            </div>
          )}
        </Section>
        <Section title={<Trans>Open action points</Trans>}>
          {open.length === 0 ? (
            <p className="soft">
              <Trans>None.</Trans>
            </p>
          ) : (
            <ActionPoints points={open} withMeeting />
          )}
        </Section>
      </div>
    </>
  );
}

/** The lines of the statement and of the overview that a meeting begins with; each opens its entries. */
function StatusOfTheFund() {
  const { stand } = useStandpoint();
  const { data: statement } = useSuspenseQuery(api.statement.get.queryOptions(stand));
  const { data: overview } = useSuspenseQuery(api.overview.get.queryOptions(stand));
  const { balance, available, outstanding } = overview.figures;
  return (
    <Section
      title={<Trans>Status of the fund</Trans>}
      note={
        <Trans>
          As of {formatDate(statement.asOf)}, US dollars. <Link to="/statement">The whole statement</Link>
        </Trans>
      }
    >
      <Facts
        facts={[
          { key: 'balance', label: <Trans>Balance</Trans>, value: <FigureLink figure={balance} /> },
          { key: 'available', label: <Trans>Free to allocate</Trans>, value: <FigureLink figure={available} /> },
          {
            key: 'outstanding',
            label: <Trans>Signed and not received</Trans>,
            value: <FigureLink figure={outstanding} />,
          },
        ]}
      />
    </Section>
  );
}

function Asked({ motion }: { readonly motion: DraftDecision }) {
  const { id, reference, title, text, options } = motion;
  return (
    <article className="motion">
      <h3>
        <Link to="/decisions/$id" params={{ id }}>
          {reference}: {title}
        </Link>
      </h3>
      <p className="motion__text">{text}</p>
      {options === '' ? null : (
        <p className="soft">
          <Trans>Otherwise: {options}</Trans>
        </p>
      )}
      <Consequences motion={motion} />
      <Recusals motion={motion} />
      {motion.shortage === null ? null : <WouldPost motion={motion} />}
    </article>
  );
}
