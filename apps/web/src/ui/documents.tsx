import './documents.css';
import { LARGEST_DOCUMENT, LARGEST_MEGABYTES } from '@dcc/domain/documents/document';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../api/client.ts';
import type { UploadAbout } from '../api/upload.ts';
import type { Documents as DocumentList } from '../api/views.ts';
import { useSession } from '../app/session.ts';
import { useStandpoint } from '../app/standpoint.ts';
import { refusalWords } from '../app/refusal-words.ts';
import { Button, PermittedButton } from './button.tsx';
import { formatDate, formatSize } from './format.ts';
import { Notice } from './notice.tsx';
import { useUpload } from './use-upload.ts';

type SubjectProps = {
  readonly kind: UploadAbout['subjectKind'];
  readonly id: string;
  /** What the record is called, where several on a page take documents. */
  readonly of?: string;
  /** The records of the same kind on this page, so that one question serves them all. */
  readonly among?: readonly string[];
};

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg';

/** The papers that hang on a record: what is there, and attaching another. */
export function Documents({ kind, id, of, among }: SubjectProps) {
  const { stand } = useStandpoint();
  const query = useQuery(
    api.documents.list.queryOptions({
      subjectKind: kind,
      subjectIds: [...(among ?? [id])],
      ...(stand.knownOn === undefined ? {} : { knownOn: stand.knownOn }),
    }),
  );
  return (
    <div className="documents">
      {query.isPending ? (
        <p className="note" aria-busy="true">
          <Trans>Looking for documents…</Trans>
        </p>
      ) : query.isError ? (
        <Notice tone="warning">
          <Trans>The documents could not be listed. Reload the page to try again.</Trans>
        </Notice>
      ) : (
        <List rows={query.data.rows.filter(({ subjectId }) => subjectId === id)} />
      )}
      <Attach kind={kind} id={id} of={of} />
    </div>
  );
}

function List({ rows }: { readonly rows: DocumentList['rows'] }) {
  if (rows.length === 0)
    return (
      <p className="note">
        <Trans>No document is attached.</Trans>
      </p>
    );
  return (
    <ul className="documents__list" aria-label={t`Documents`}>
      {rows.map((row) => (
        <li key={row.id} className="documents__row">
          <a href={`/api/documents/${row.id}`} download={row.name} className="documents__name">
            {row.name}
          </a>
          <span className="documents__facts">{factsOf(row)}</span>
        </li>
      ))}
    </ul>
  );
}

function factsOf({ size, addedBy, addedAt }: DocumentList['rows'][number]): string {
  return [formatSize(size), addedBy, formatDate(addedAt)].join(' · ');
}

function Attach({ kind, id, of }: Pick<SubjectProps, 'kind' | 'id'> & { readonly of: string | undefined }) {
  const { may } = useSession();
  const chooser = useRef<HTMLInputElement>(null);
  const { state, send, cancel } = useUpload({ subjectKind: kind, subjectId: id });
  const permission = may('document.add');
  return (
    <div className="documents__attach no-print">
      {state.name === 'sending' ? (
        <span className="documents__sending">
          <progress value={state.part} aria-label={t`Sending ${state.fileName}`} />
          <span className="note">{state.fileName}</span>
          <Button look="quiet" onClick={cancel}>
            <Trans>Cancel</Trans>
          </Button>
        </span>
      ) : (
        <>
          <PermittedButton
            permission={permission}
            aria-label={of === undefined ? undefined : t`Attach a document to ${of}`}
            onClick={() => chooser.current?.click()}
          >
            <Trans>Attach a document</Trans>
          </PermittedButton>
          {permission.allowed ? (
            <>
              <span className="note">
                <Trans>PDF, PNG or JPEG, up to {LARGEST_MEGABYTES} MB. It stays and cannot be taken away.</Trans>
              </span>
              <input
                ref={chooser}
                type="file"
                accept={ACCEPTED}
                hidden
                aria-label={t`File to attach`}
                onChange={({ target }) => {
                  const [file] = target.files ?? [];
                  // The same file chosen again is a choice too.
                  target.value = '';
                  if (file !== undefined) void send(file, LARGEST_DOCUMENT);
                }}
              />
            </>
          ) : null}
        </>
      )}
      {state.name === 'refused' ? <Notice tone="refused">{refusalWords(state.refusal)}</Notice> : null}
      {state.name === 'done' ? (
        <Notice tone="done">
          <Trans>{state.fileName} is attached.</Trans>
        </Notice>
      ) : null}
      {state.name === 'cancelled' ? (
        <Notice tone="info">
          <Trans>Cancelled. Nothing was attached.</Trans>
        </Notice>
      ) : null}
    </div>
  );
}
