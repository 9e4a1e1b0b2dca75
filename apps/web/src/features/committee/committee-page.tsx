import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { Committee, CommitteeRules, CommitteeSeat } from '../../api/views.ts';
import { seatWord } from '../../app/committee-words.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button, PermittedButton } from '../../ui/button.tsx';
import { shareWords } from '../../ui/committee/committee-sentences.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { formatDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { EndTermDialog, RulesDialog, SeatDialog } from './committee-dialogs.tsx';

type Open = { readonly dialog: 'seat' | 'rules' } | { readonly dialog: 'end'; readonly seat: CommitteeSeat };

/** Who sits on the committee, and by which rules it decides. */
export function CommitteePage() {
  const { stand } = useStandpoint();
  const { data: committee } = useSuspenseQuery(api.committee.get.queryOptions(stand));
  const { may } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const fill = may('seat.fill');
  return (
    <>
      <PageHead
        asOf={committee.asOf}
        sentence={sentence(committee)}
        actions={
          <>
            <PermittedButton look="primary" permission={fill} onClick={() => setOpen({ dialog: 'seat' })}>
              <Trans>Fill a seat</Trans>
            </PermittedButton>
            <PermittedButton permission={may('committee-rules.set')} onClick={() => setOpen({ dialog: 'rules' })}>
              <Trans>Set the rules</Trans>
            </PermittedButton>
          </>
        }
      />
      <div className="page-parts">
        <Section
          title={<Trans>Seats</Trans>}
          note={
            <Trans>An organization has one vote: of its member or, in the member’s absence, of the alternate.</Trans>
          }
        >
          <DataTable
            caption={t`Terms in the seats of the committee`}
            columns={[
              ...seatColumns(),
              ...(fill.allowed ? [endColumn((seat) => setOpen({ dialog: 'end', seat }))] : []),
            ]}
            rows={[...committee.seats].toSorted(bySeat)}
            rowKey={({ id }) => id}
            fileName="committee"
          />
        </Section>
        <Rules committee={committee} />
      </div>
      {open?.dialog === 'seat' ? <SeatDialog committee={committee} onClose={close} /> : null}
      {open?.dialog === 'rules' ? <RulesDialog onClose={close} /> : null}
      {open?.dialog === 'end' ? <EndTermDialog seat={open.seat} onClose={close} /> : null}
    </>
  );
}

function sentence({ seats, rules }: Committee): string {
  const count = new Set(seats.filter(({ runs }) => runs).flatMap(({ organizationId }) => organizationId ?? [])).size;
  const seated = plural(count, {
    0: 'No organization has a seat',
    one: 'One organization has a seat',
    other: '# organizations have a seat',
  });
  return rules === null ? t`${seated}; the rules are not set` : seated;
}

/** Seats whose term runs first, then by organization; terms that are over last. */
function bySeat(left: CommitteeSeat, right: CommitteeSeat): number {
  return (
    Number(left.over) - Number(right.over) ||
    (left.organizationName ?? '').localeCompare(right.organizationName ?? '') ||
    right.kind.localeCompare(left.kind)
  );
}

const termState = ({ runs, over }: CommitteeSeat): string => (runs ? t`runs` : over ? t`over` : t`to come`);

function seatColumns(): Column<CommitteeSeat>[] {
  return [
    {
      key: 'person',
      head: t`Person`,
      rowHead: true,
      cell: ({ personName }) => personName,
      csv: ({ personName }) => personName,
    },
    {
      key: 'organization',
      head: t`Organization`,
      cell: ({ organizationName }) => organizationName ?? '',
      csv: ({ organizationName }) => organizationName ?? '',
    },
    { key: 'seat', head: t`Seat`, cell: ({ kind }) => seatWord(kind), csv: ({ kind }) => seatWord(kind) },
    { key: 'from', head: t`From`, cell: ({ startsOn }) => formatDate(startsOn), csv: ({ startsOn }) => startsOn },
    {
      key: 'until',
      head: t`Until`,
      cell: ({ endsOn }) => (endsOn === null ? t`no end` : formatDate(endsOn)),
      csv: ({ endsOn }) => endsOn ?? '',
    },
    {
      key: 'state',
      head: t`Term`,
      cell: (seat) => (
        <StatusMark mark={seat.runs ? 'done' : seat.over ? 'ended' : 'waiting'}>{termState(seat)}</StatusMark>
      ),
      csv: termState,
    },
  ];
}

function endColumn(end: (seat: CommitteeSeat) => void): Column<CommitteeSeat> {
  return {
    key: 'end',
    head: t`Change`,
    align: 'end',
    cell: (seat) =>
      seat.over ? null : (
        <Button aria-label={t`End the term of ${seat.personName}`} onClick={() => end(seat)}>
          <Trans>End</Trans>
        </Button>
      ),
    csv: () => '',
  };
}

function Rules({ committee: { rules, ruleHistory } }: { readonly committee: Committee }) {
  const others = ruleHistory.filter(({ number }) => number !== rules?.number);
  return (
    <Section title={<Trans>Rules of procedure</Trans>}>
      {rules === null ? (
        <Notice tone="warning">
          <Trans>The rules are not set. Until somebody enters them with their source, nothing can be voted on.</Trans>
        </Notice>
      ) : (
        <RuleFacts rules={rules} />
      )}
      {others.map((each) => (
        <details key={each.number}>
          <summary>
            <Trans>
              Set on {formatDate(each.setAt)} to hold from {formatDate(each.effectiveOn)}
            </Trans>
          </summary>
          <RuleFacts rules={each} />
        </details>
      ))}
    </Section>
  );
}

function RuleFacts({ rules }: { readonly rules: CommitteeRules }) {
  const { quorum, majority, majorityOf, windowDays, effectiveOn, source, setBy, setAt } = rules;
  const [here, carries] = [shareWords(quorum), shareWords(majority)];
  return (
    <Facts
      facts={[
        {
          key: 'quorum',
          label: <Trans>Quorum</Trans>,
          value: <Trans>{here} of the organizations with a seat; who is recused does not count as here</Trans>,
        },
        {
          key: 'majority',
          label: <Trans>Majority</Trans>,
          value:
            majorityOf === 'cast' ? (
              <Trans>{carries} of the votes for and against</Trans>
            ) : (
              <Trans>{carries} of the organizations that are here and may vote</Trans>
            ),
        },
        {
          key: 'window',
          label: <Trans>In writing</Trans>,
          value: plural(windowDays, { one: '# day to object', other: '# days to object' }),
        },
        { key: 'from', label: <Trans>In force from</Trans>, value: formatDate(effectiveOn) },
        {
          key: 'source',
          label: <Trans>Source</Trans>,
          value: (
            <>
              {source}
              <span className="fact__second">
                {setBy}, {formatDate(setAt)}
              </span>
            </>
          ),
        },
      ]}
    />
  );
}
