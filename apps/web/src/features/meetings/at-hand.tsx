import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { DraftDecision, MeetingPage } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { MotionActions, VoteButtons } from '../../ui/committee/motion-actions.tsx';
import { MotionDialogs } from '../../ui/committee/motion-dialogs.tsx';
import { Consequences, Recusals, Votes, WouldPost } from '../../ui/committee/motion-parts.tsx';
import { Section } from '../../ui/section.tsx';

/** The decisions on the table, and those that can be put there. */
export function AtHand({ page }: { readonly page: MeetingPage }) {
  const onTable = page.decisions.filter(({ state }) => state === 'open');
  const drafted = page.decisions.filter(({ state }) => state === 'drafted');
  return (
    <MotionDialogs>
      {onTable.map((motion) => (
        <OnTable key={motion.id} motion={motion} page={page} />
      ))}
      {drafted.length === 0 ? null : (
        <Section title={<Trans>To be decided</Trans>}>
          {drafted.map((motion) => (
            <div key={motion.id} className="motion">
              <h3>
                <Link to="/decisions/$id" params={{ id: motion.id }}>
                  {motion.reference}: {motion.title}
                </Link>
              </h3>
              <Consequences motion={motion} />
              <MotionActions motion={motion} />
            </div>
          ))}
        </Section>
      )}
    </MotionDialogs>
  );
}

type OnTableProps = { readonly motion: DraftDecision; readonly page: MeetingPage };

function OnTable({ motion, page }: OnTableProps) {
  const { person } = useSession();
  const own = page.delegations.find(({ voterId }) => voterId !== null && voterId === person?.id);
  const isOut = motion.recusals.some(({ organizationId }) => organizationId === own?.organizationId);
  const hasVoted = motion.votes.some(({ organizationId }) => organizationId === own?.organizationId);
  return (
    <Section
      title={
        <Trans>
          On the table: {motion.reference}, {motion.title}
        </Trans>
      }
    >
      <div className="motion">
        <p className="motion__text">{motion.text}</p>
        <Consequences motion={motion} />
        <Recusals motion={motion} />
        <Votes motion={motion} />
        {own === undefined || isOut || hasVoted ? null : (
          <VoteButtons motion={motion} organization={own.organization} />
        )}
        {motion.shortage === null ? null : <WouldPost motion={motion} />}
        <MotionActions motion={motion} />
      </div>
    </Section>
  );
}
