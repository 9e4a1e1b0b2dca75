import './entry-page.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { Entry } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { kindWord } from '../../app/state-words.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { Documents } from '../../ui/documents.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { ChargeNote, PostingTable, RateNote } from '../../ui/posting-table.tsx';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { CertifyAction } from './certify-dialog.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

const route = getRouteApi('/signed-in/ledger/$id');

/** One entry: what it moved, at which rate, by whose decision, and who recorded it. */
export function EntryPage() {
  const { id } = route.useParams();
  const { stand, today } = useStandpoint();
  const { data: entry } = useSuspenseQuery(api.ledger.get.queryOptions({ id, ...stand }));
  const { row } = entry;
  const [kind, amount, number] = [kindWord(row.kind), formatMoney(row.amount), row.number];
  return (
    <>
      <PageHead
        asOf={stand.asOf ?? today}
        above={
          <Link to="/ledger">
            <Trans>Ledger</Trans>
          </Link>
        }
        sentence={t`Entry ${number}: ${kind}, ${amount}`}
        below={row.description}
        actions={
          <>
            <CertifyAction rows={[row]} />
            <ReverseAction entry={entry} />
          </>
        }
      />
      <div className="columns columns--main">
        <Section title={<Trans>Postings</Trans>}>
          <div className="posting-table">
            <PostingTable caption={t`Postings of entry ${number}`} postings={entry.postings} />
            {entry.charge === null ? null : (
              <ChargeNote charge={entry.charge} ofReserve={row.kind === 'operating-reserve'} />
            )}
            {entry.rate === null ? null : <RateNote rate={entry.rate} />}
          </div>
        </Section>
        <div className="page-parts">
          <Section title={<Trans>Where it comes from</Trans>}>
            <EntryFacts entry={entry} />
          </Section>
          <Section title={<Trans>Documents</Trans>}>
            <Documents kind="entry" id={row.id} />
          </Section>
        </div>
      </div>
    </>
  );
}

function ReverseAction({ entry }: { readonly entry: Entry }) {
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const permission = may('entry.reverse');
  return (
    <>
      {entry.reversible ? (
        <PermittedButton look="danger" permission={permission} onClick={() => setOpen(true)}>
          <Trans>Reverse this entry</Trans>
        </PermittedButton>
      ) : null}
      {/* Stays until it is closed: by then the entry is no longer reversible, and the dialog says what was recorded. */}
      {open ? <ReverseDialog entry={entry} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

/** Who stands for the entry besides the one who recorded it. */
function Certified({ row: { certified, certifiable } }: Pick<Entry, 'row'>) {
  const { may } = useSession();
  if (certified !== null)
    return (
      <StatusMark mark="done">
        {certified.by}, {formatDate(certified.at)} {certified.at.slice(11, 16)} UTC
      </StatusMark>
    );
  return (
    <StatusMark mark="waiting">
      {may('entry.certify').allowed && !certifiable ? (
        <Trans>not certified: you recorded it, so somebody else must certify it</Trans>
      ) : (
        <Trans>not certified</Trans>
      )}
    </StatusMark>
  );
}

function EntryLink({ number }: { readonly number: number }) {
  return (
    <Link to="/ledger/$id" params={{ id: String(number) }}>
      <Trans>entry {number}</Trans>
    </Link>
  );
}

function EntryFacts({ entry: { row, decision, contributionId, hash, previousHash } }: { readonly entry: Entry }) {
  const { reverses, reversedBy } = row;
  return (
    <dl className="entry-facts">
      <dt>
        <Trans>Effective</Trans>
      </dt>
      <dd>{formatDate(row.effectiveOn)}</dd>
      <dt>
        <Trans>Recorded</Trans>
      </dt>
      <dd>
        {row.recordedBy}, {formatDate(row.recordedAt)} {row.recordedAt.slice(11, 16)} UTC
      </dd>
      <dt>
        <Trans>Certified</Trans>
      </dt>
      <dd>
        <Certified row={row} />
      </dd>
      {row.reference === null ? null : (
        <>
          <dt>
            <Trans>Reference</Trans>
          </dt>
          <dd>
            {contributionId === null ? (
              row.reference
            ) : (
              <Link to="/contributions/$id" params={{ id: contributionId }}>
                {row.reference}
              </Link>
            )}
          </dd>
        </>
      )}
      {decision === null ? null : (
        <>
          <dt>
            <Trans>Decision</Trans>
          </dt>
          <dd>
            <Link to="/decisions/$id" params={{ id: decision.id }}>
              {decision.reference}
            </Link>
            : {decision.title}
          </dd>
        </>
      )}
      {reverses === null ? null : (
        <>
          <dt>
            <Trans>Reverses</Trans>
          </dt>
          <dd>
            <EntryLink number={reverses} />
          </dd>
        </>
      )}
      {reversedBy === null ? null : (
        <>
          <dt>
            <Trans>Reversed by</Trans>
          </dt>
          <dd>
            <EntryLink number={reversedBy} />
          </dd>
        </>
      )}
      <dt>
        <Trans>Seal</Trans>
      </dt>
      <dd className="note">{hash}</dd>
      <dt>
        <Trans>Seal before it</Trans>
      </dt>
      <dd className="note">{previousHash}</dd>
    </dl>
  );
}
