import './recording-form.css';
import { Trans } from '@lingui/react/macro';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { FormProvider, type UseFormReturn } from 'react-hook-form';
import { refusalWords } from '../app/refusal-words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import { PostingPreview } from './posting-table.tsx';
import { type Recording, type RecordingOptions, type RecordingSchema, useRecording } from './use-recording.ts';

type RecordingDialogProps<S extends RecordingSchema> = RecordingOptions<S> & {
  readonly title: ReactNode;
  /** What this does, when to use it; one or two sentences above the fields. */
  readonly intro?: ReactNode;
  readonly onClose: () => void;
  /** For fields that stand beside a table. */
  readonly wide?: boolean;
  /** What the button says that does it, where that is not recording money. */
  readonly recordWords?: ReactNode;
  /** What is said once it is done. */
  readonly doneWords?: ReactNode;
  /** In words what the values mean, above what will be posted. */
  readonly summary?: (values: Readonly<Record<string, unknown>>) => ReactNode;
  /** The fields; a function gets the form, for those that depend on each other. */
  readonly children: ReactNode | ((form: UseFormReturn) => ReactNode);
};

/** The one way to record something: fields, then what will be posted, then it is recorded. In a dialog over the page. */
export function RecordingDialog<S extends RecordingSchema>({
  title,
  intro,
  onClose,
  wide = false,
  recordWords,
  doneWords,
  summary,
  children,
  ...options
}: RecordingDialogProps<S>) {
  const recording = useRecording(options);
  const { form, step } = recording;
  const unsaved = form.formState.isDirty && step.name !== 'done';
  const blocker = useBlocker({ shouldBlockFn: () => unsaved, withResolver: true, enableBeforeUnload: false });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      wide={wide}
      askBeforeClosing={unsaved}
      leaving={blocker.status === 'blocked' ? { go: blocker.proceed, stay: blocker.reset } : null}
    >
      <FormProvider {...form}>
        <form
          className="recording-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            // Each part of the page may hold a form: this one is sent alone.
            event.stopPropagation();
            void (step.name === 'preview' ? recording.confirm() : recording.check());
          }}
        >
          <div hidden={step.name !== 'fields'} className="stack">
            {intro === undefined ? null : <p className="soft">{intro}</p>}
            <div className="form-grid">{typeof children === 'function' ? children(form) : children}</div>
          </div>
          {step.name === 'preview' ? (
            <Step key="preview">
              {summary?.(form.getValues())}
              <PostingPreview preview={step.preview} />
            </Step>
          ) : null}
          {step.name === 'done' ? (
            <Step key="done">
              <Done entryNumber={step.recorded.entryNumber} words={doneWords} />
            </Step>
          ) : null}
          {recording.refusal === null ? null : <Notice tone="refused">{refusalWords(recording.refusal)}</Notice>}
          <Actions
            recording={recording}
            hasPreview={options.preview !== undefined && (options.previewWhen?.(form.watch()) ?? true)}
            recordWords={recordWords}
            onClose={onClose}
          />
        </form>
      </FormProvider>
    </Dialog>
  );
}

/** A step that appears takes the focus, so that it is read before its buttons are. */
function Step({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <div className="recording-form__step" ref={element} tabIndex={-1}>
      {children}
    </div>
  );
}

function Done({ entryNumber, words }: { readonly entryNumber: number | null; readonly words: ReactNode }) {
  return (
    <Notice tone="done">
      {words ?? (entryNumber === null ? <Trans>Recorded.</Trans> : <Trans>Recorded as entry {entryNumber}.</Trans>)}
    </Notice>
  );
}

type ActionsProps = {
  readonly recording: Recording;
  readonly hasPreview: boolean;
  readonly recordWords: ReactNode;
  readonly onClose: () => void;
};

function Actions({ recording: { step, busy, change }, hasPreview, recordWords, onClose }: ActionsProps) {
  if (step.name === 'done') {
    return (
      <div className="dialog__actions">
        <Button look="primary" onClick={onClose}>
          <Trans>Done</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className="dialog__actions">
      <Button look="primary" type="submit" disabled={busy}>
        {step.name === 'fields' && hasPreview ? <Trans>Check</Trans> : (recordWords ?? <Trans>Record</Trans>)}
      </Button>
      {step.name === 'preview' ? (
        <Button disabled={busy} onClick={change}>
          <Trans>Change</Trans>
        </Button>
      ) : null}
    </div>
  );
}
