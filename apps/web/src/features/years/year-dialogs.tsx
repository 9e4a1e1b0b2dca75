import { closeYearInput, reopenYearInput } from '@dcc/domain/years/inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import type { Years } from '../../api/views.ts';
import { type Permission, useSession } from '../../app/session.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateField, NoteField, TextField } from '../../ui/form-fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { type NextYear, openPoints } from './checklist.tsx';

type Open =
  | { readonly dialog: 'close'; readonly next: NextYear }
  | { readonly dialog: 'reopen'; readonly year: number };

/** Closes the next year and reopens the last closed one. */
export function YearActions({ list: { next, lastClosed } }: { readonly list: Years }) {
  const { may } = useSession();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {next === null ? null : (
        <PermittedButton
          look="primary"
          permission={unlessWaiting(may('year.close'), next)}
          onClick={() => setOpen({ dialog: 'close', next })}
        >
          <Trans>Close {String(next.year)}</Trans>
        </PermittedButton>
      )}
      {lastClosed === null ? null : (
        <PermittedButton
          permission={may('year.reopen')}
          onClick={() => setOpen({ dialog: 'reopen', year: lastClosed })}
        >
          <Trans>Reopen {String(lastClosed)}</Trans>
        </PermittedButton>
      )}
      {/* What was asked when it opened: by the time it is done, the next year is another. */}
      {open?.dialog === 'close' ? <CloseDialog next={open.next} onClose={close} /> : null}
      {open?.dialog === 'reopen' ? <ReopenDialog year={open.year} onClose={close} /> : null}
    </>
  );
}

/** What stands in the way of a person who may close a year. */
function unlessWaiting(permission: Permission, { pending }: NextYear): Permission {
  if (!permission.allowed || pending === 0) return permission;
  return {
    allowed: false,
    reason: plural(pending, {
      one: 'One entry of the year waits for certification.',
      other: '# entries of the year wait for certification.',
    }),
  };
}

function CloseDialog({ next, onClose }: { readonly next: NextYear; readonly onClose: () => void }) {
  const year = String(next.year);
  const points = openPoints(next);
  return (
    <RecordingDialog
      title={<Trans>Close the financial year {year}</Trans>}
      intro={
        <Trans>
          From then on nothing can take effect in {year} or before it. A mistake found later is corrected in the year in
          which it is found. Only the committee can reopen the year, by a decision.
        </Trans>
      }
      schema={closeYearInput}
      defaultValues={{ year: next.year, note: '' }}
      record={(input) => client.years.close.mutate(input)}
      recordWords={<Trans>Close {year}</Trans>}
      doneWords={<Trans>The financial year {year} is closed.</Trans>}
      onClose={onClose}
    >
      <div className="form-grid__wide stack">
        {points.length === 0 ? null : (
          <Notice tone="warning">
            <p>
              <Trans>Not in order yet, and closed over by this:</Trans>
            </p>
            <ul className="years__points">
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          </Notice>
        )}
        <NoteField name="note" label={t`Note`} hint={t`It stays with the year.`} />
      </div>
    </RecordingDialog>
  );
}

function ReopenDialog({ year: given, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { today } = useSession();
  const year = String(given);
  return (
    <RecordingDialog
      title={<Trans>Reopen the financial year {year}</Trans>}
      intro={
        <Trans>
          The committee’s decision is recorded together with it. Entries can then take effect in {year} until it is
          closed again; what was reported for it may change.
        </Trans>
      }
      schema={reopenYearInput}
      defaultValues={{ year: given, reference: '', title: '', decidedOn: today, text: '' }}
      record={(input) => client.years.reopen.mutate(input)}
      recordWords={<Trans>Reopen {year}</Trans>}
      doneWords={<Trans>The decision is recorded and the financial year {year} is open.</Trans>}
      onClose={onClose}
    >
      <TextField name="reference" label={t`Reference of the decision`} />
      <DateField name="decidedOn" label={t`Decided on`} max={today} />
      <div className="form-grid__wide stack">
        <TextField name="title" label={t`Title`} />
        <NoteField name="text" label={t`What the committee decided, and why`} optional={false} />
      </div>
    </RecordingDialog>
  );
}
