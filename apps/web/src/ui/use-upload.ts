import { LARGEST_MEGABYTES } from '@dcc/domain/documents/document';
import { useEffect, useRef, useState } from 'react';
import { api, queryClient } from '../api/client.ts';
import { type Refusal, refusalOf } from '../api/refusal.ts';
import { type RunningUpload, upload, type UploadAbout } from '../api/upload.ts';
import { newKey } from './use-recording.ts';

export type UploadState =
  | { readonly name: 'idle' | 'cancelled' }
  | { readonly name: 'sending'; readonly fileName: string; readonly part: number }
  | { readonly name: 'refused'; readonly refusal: Refusal }
  | { readonly name: 'done'; readonly fileName: string };

type Sent = { readonly file: File; readonly key: string };

/** The same file after a lost answer is the same try: it keeps its key, and hangs on the record once. */
function keyFor(last: Sent | null, file: File): Sent {
  const same =
    last !== null &&
    last.file.name === file.name &&
    last.file.size === file.size &&
    last.file.lastModified === file.lastModified;
  return same ? last : { file, key: newKey() };
}

/** Attaches a file to a record: how far it is, how it ended, and a way to stop it. */
export function useUpload(subject: Pick<UploadAbout, 'subjectKind' | 'subjectId'>) {
  const [state, setState] = useState<UploadState>({ name: 'idle' });
  const running = useRef<RunningUpload | null>(null);
  const last = useRef<Sent | null>(null);
  useEffect(() => () => running.current?.cancel(), []);

  const send = async (file: File, largest: number): Promise<void> => {
    if (file.size === 0 || file.size > largest) {
      const violation =
        file.size === 0
          ? ({ kind: 'DocumentEmpty' } as const)
          : ({ kind: 'DocumentTooLarge', limitMegabytes: LARGEST_MEGABYTES } as const);
      setState({ name: 'refused', refusal: { kind: 'violation', violation } });
      return;
    }
    const sent = keyFor(last.current, file);
    last.current = sent;
    const fileName = file.name;
    setState({ name: 'sending', fileName, part: 0 });
    const about = { ...subject, idempotencyKey: sent.key };
    running.current = upload(file, about, (part) => setState({ name: 'sending', fileName, part }));
    try {
      const answer = await running.current.done;
      if (answer === 'cancelled') {
        setState({ name: 'cancelled' });
        return;
      }
      last.current = null;
      setState({ name: 'done', fileName });
      void queryClient.invalidateQueries(api.documents.list.pathFilter());
    } catch (error) {
      setState({ name: 'refused', refusal: refusalOf(error) });
    } finally {
      running.current = null;
    }
  };
  return { state, send, cancel: () => running.current?.cancel() };
}
