import '../../ui/posting-table.css';
import { certifyEntriesInput } from '@dcc/domain/ledger/inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { EntryRow } from '../../api/views.ts';
import { kindWord } from '../../app/state-words.ts';
import { useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { formatDate } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';

/** What of the entries on a page a reader may certify, and how many it recorded itself. */
type Waiting = { readonly entries: readonly EntryRow[]; readonly own: number };

function waitingIn(rows: readonly EntryRow[]): Waiting {
  const waiting = rows.filter(({ certified }) => certified === null);
  const entries = waiting.filter(({ certifiable }) => certifiable);
  return { entries, own: waiting.length - entries.length };
}

/** Offers to certify what waits among some entries; says what they are before it is done, and which stay out. */
export function CertifyAction({ rows }: { readonly rows: readonly EntryRow[] }) {
  const { may } = useSession();
  const [open, setOpen] = useState<Waiting | null>(null);
  const waiting = waitingIn(rows);
  const permission = may('entry.certify');
  // Whoever may not certify is told of all that wait: it is not for having recorded them that they are left out.
  const count = waiting.entries.length + (permission.allowed ? 0 : waiting.own);
  return (
    <>
      {count === 0 ? null : (
        <PermittedButton permission={permission} onClick={() => setOpen(waiting)}>
          {rows.length === 1 ? (
            <Trans>Certify</Trans>
          ) : (
            plural(count, {
              one: 'Certify the one entry that waits here',
              other: 'Certify the # entries that wait here',
            })
          )}
        </PermittedButton>
      )}
      {/* Stays until it is closed: by then nothing waits any more, and the dialog says what was done. */}
      {open === null ? null : <CertifyDialog waiting={open} onClose={() => setOpen(null)} />}
    </>
  );
}

function CertifyDialog({
  waiting: { entries, own },
  onClose,
}: {
  readonly waiting: Waiting;
  readonly onClose: () => void;
}) {
  return (
    <RecordingDialog
      title={plural(entries.length, { one: 'Certify one entry', other: 'Certify # entries' })}
      intro={
        <Trans>
          You confirm that you have checked each entry against its papers. Your name and the time stay with it; from
          then on it counts in the certified statement. This cannot be taken back: a mistake found later is reversed.
        </Trans>
      }
      schema={certifyEntriesInput}
      defaultValues={{ entryNumbers: entries.map(({ number }) => number) }}
      record={(input) => client.ledger.certify.mutate(input)}
      recordWords={<Trans>Certify</Trans>}
      doneWords={plural(entries.length, { one: 'One entry is certified.', other: '# entries are certified.' })}
      onClose={onClose}
    >
      <div className="form-grid__wide posting-table">
        {own === 0 ? null : <Notice tone="info">{ownWords(own)}</Notice>}
        <EntriesTable entries={entries} />
      </div>
    </RecordingDialog>
  );
}

function ownWords(own: number): string {
  return plural(own, {
    one: 'One entry is left out: you recorded it yourself, so somebody else must certify it.',
    other: '# entries are left out: you recorded them yourself, so somebody else must certify them.',
  });
}

function recordedWords({ recordedBy, recordedAt }: EntryRow): string {
  return t`Recorded by ${recordedBy}, ${formatDate(recordedAt)}`;
}

function EntriesTable({ entries }: { readonly entries: readonly EntryRow[] }) {
  return (
    <ScrollRegion className="posting-table__scroll" label={t`Entries to certify`}>
      <table>
        <caption className="visually-hidden">
          <Trans>Entries to certify</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Entry</Trans>
            </th>
            <th scope="col">
              <Trans>What</Trans>
            </th>
            <th scope="col" className="posting-table__end">
              <Trans>US$</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="number">
                {row.number}
              </th>
              <td>
                {kindWord(row.kind)}, <DateText on={row.effectiveOn} />
                <span className="posting-table__parties">
                  {[row.reference, row.description, ...row.parties]
                    .filter((text) => text !== null && text !== '')
                    .join(' · ')}
                </span>
                <span className="posting-table__parties">{recordedWords(row)}</span>
              </td>
              <td className="posting-table__end">
                <MoneyText money={row.amount} as="plain" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
