import { eraseExpiredInput, setRetentionInput } from '@dcc/domain/vacancies/inputs';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '../../api/client.ts';
import type { Retention } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { Button } from '../../ui/button.tsx';
import { DateField, NumberField, TextField } from '../../ui/form-fields.tsx';
import { formatDate } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { RecordingDialog } from '../../ui/recording-form.tsx';
import { Section } from '../../ui/section.tsx';

/** How long what is known of candidates is kept, and what is kept too long. For the secretariat. */
export function RetentionSection() {
  const { data } = useSuspenseQuery(api.candidates.retention.queryOptions({}));
  const [open, setOpen] = useState<'set' | 'erase' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section
      title={<Trans>How long candidates are kept</Trans>}
      tools={
        <Button onClick={() => setOpen('set')}>
          <Trans>Set the period</Trans>
        </Button>
      }
      note={
        <Trans>
          Counted from the last day of the vacancy or the candidate’s last step, whichever is later. Erasing empties
          what is personal; the numbers of candidates stay. A backup made before still holds what was erased: destroy
          backups that are older than this period, and after a restoration erase again.
        </Trans>
      }
    >
      <p>{inForceWords(data)}</p>
      {data.expired === 0 ? null : (
        <Notice tone="warning">
          <p>
            {plural(data.expired, {
              one: '# candidate is kept longer than the period allows.',
              other: '# candidates are kept longer than the period allows.',
            })}
          </p>
          <Button look="danger" onClick={() => setOpen('erase')}>
            <Trans>Erase them</Trans>
          </Button>
        </Notice>
      )}
      {open === 'set' ? <SetRetention onClose={close} /> : null}
      {open === 'erase' ? <EraseExpired count={data.expired} onClose={close} /> : null}
    </Section>
  );
}

function inForceWords({ inForce, kept }: Retention): string {
  const known = plural(kept, {
    0: 'Nothing is known of any candidate.',
    one: 'Something is known of # candidate.',
    other: 'Something is known of # candidates.',
  });
  if (inForce === null) return `${t`Nobody has set how long candidates are kept.`} ${known}`;
  const [since, source] = [formatDate(inForce.effectiveOn), inForce.source];
  const period = plural(inForce.months, {
    one: `# month, since ${since} (${source}).`,
    other: `# months, since ${since} (${source}).`,
  });
  return `${period} ${known}`;
}

function SetRetention({ onClose }: { readonly onClose: () => void }) {
  const { today } = useSession();
  return (
    <RecordingDialog
      title={<Trans>Set how long candidates are kept</Trans>}
      schema={setRetentionInput}
      defaultValues={{ effectiveOn: today, months: '' as unknown as number, source: '' }}
      record={(input) => client.candidates.setRetention.mutate(input)}
      onClose={onClose}
    >
      <NumberField name="months" label={t`Months`} />
      <DateField name="effectiveOn" label={t`From`} />
      <div className="form-grid__wide">
        <TextField name="source" label={t`Source`} hint={t`The paper or decision that says so.`} />
      </div>
    </RecordingDialog>
  );
}

function EraseExpired({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const words = plural(count, { one: 'Erase # candidate', other: 'Erase # candidates' });
  return (
    <RecordingDialog
      title={words}
      intro={
        <Trans>Names and everything else that is personal are emptied for good. Nobody can bring them back.</Trans>
      }
      schema={eraseExpiredInput}
      defaultValues={{}}
      record={(input) => client.candidates.eraseExpired.mutate(input)}
      recordWords={words}
      doneWords={<Trans>Erased. The numbers of candidates are as before.</Trans>}
      onClose={onClose}
    >
      {null}
    </RecordingDialog>
  );
}
