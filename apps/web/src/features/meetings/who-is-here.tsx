import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { client } from '../../api/client.ts';
import type { MeetingPage } from '../../api/views.ts';
import { refusalWords } from '../../app/refusal-words.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { useAct } from '../../ui/committee/use-act.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type Person = NonNullable<MeetingPage['chair']>;

/** Who has a seat, and who of them is here. Everybody records themselves, chair and secretariat all. */
export function WhoIsHere({ page }: { readonly page: MeetingPage }) {
  const { meeting, chair, delegations, others } = page;
  const { person, may } = useSession();
  const { busy, refusal, act } = useAct();
  const mark = (who: Person, present: boolean) =>
    act((key) => client.meetings.attend.mutate({ ...key, meetingId: meeting.id, personId: who.personId, present }));
  const mayMark = (who: Person): boolean =>
    meeting.state === 'open' &&
    (may('meeting.prepare').allowed || (may('meeting.attend').allowed && who.personId === person?.id));
  const row = (who: Person | null, role: string) =>
    who === null ? null : (
      <span key={who.personId} className="meeting__person">
        <StatusMark mark={who.present ? 'done' : 'open'}>
          {who.name} <span className="soft">({role})</span>
        </StatusMark>
        {mayMark(who) ? (
          <span className="no-print">
            <Button
              disabled={busy}
              aria-label={who.present ? t`${who.name} has left` : t`${who.name} is here`}
              onClick={() => mark(who, !who.present)}
            >
              {who.present ? <Trans>Has left</Trans> : <Trans>Is here</Trans>}
            </Button>
          </span>
        ) : null}
      </span>
    );
  return (
    <Section title={<Trans>Who is here</Trans>}>
      {refusal === null ? null : <Notice tone="refused">{refusalWords(refusal)}</Notice>}
      <ul className="meeting__here">
        {chair === null ? null : (
          <li className="meeting__delegation">
            <Trans>Chair</Trans>
            {row(chair, t`chair`)}
          </li>
        )}
        {delegations.map(({ organizationId, organization, member, alternate }) => (
          <li key={organizationId} className="meeting__delegation">
            {organization}
            <span className="stack">
              {row(member, t`member`)}
              {row(alternate, t`alternate`)}
            </span>
          </li>
        ))}
        {others.map((who) => (
          <li key={who.personId} className="meeting__delegation">
            <Trans>Without a seat</Trans>
            {row(who, t`guest`)}
          </li>
        ))}
      </ul>
      {delegations.length === 0 ? (
        <p className="soft">
          <Trans>Nobody has a seat today.</Trans>
        </p>
      ) : null}
    </Section>
  );
}
