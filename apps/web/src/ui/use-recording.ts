import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useRef, useState } from 'react';
import { type DefaultValues, type FieldValues, get, useForm, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { refreshFigures } from '../api/client.ts';
import { type FieldFault, type Refusal, refusalOf } from '../api/refusal.ts';
import type { EntryPreview, Recorded } from '../api/views.ts';

/** A shared input schema of something that records. */
export type RecordingSchema = z.ZodType<FieldValues, FieldValues>;
export type InputOf<S extends RecordingSchema> = z.input<S>;
type WithoutKey<V> = V extends unknown ? Omit<V, 'idempotencyKey'> : never;

export type RecordingOptions<S extends RecordingSchema> = {
  readonly schema: S;
  readonly defaultValues: WithoutKey<InputOf<S>>;
  /** Asks what would be posted. Left out for things that post nothing: the form then records at once. */
  readonly preview?: (input: InputOf<S>) => Promise<EntryPreview | null>;
  /** Of a form that posts something with some of its values only: with which. */
  readonly previewWhen?: (values: Readonly<Record<string, unknown>>) => boolean;
  readonly record: (input: InputOf<S>) => Promise<Recorded>;
  readonly onRecorded?: (recorded: Recorded) => void;
};

export type RecordingStep =
  | { readonly name: 'fields' }
  | { readonly name: 'preview'; readonly preview: EntryPreview }
  | { readonly name: 'done'; readonly recorded: Recorded };

export type Recording = {
  readonly form: UseFormReturn;
  readonly step: RecordingStep;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  /** Checks the fields and shows what would be posted, or records when there is nothing to show. */
  readonly check: () => Promise<void>;
  readonly confirm: () => Promise<void>;
  readonly change: () => void;
};

/** A random key; `crypto.randomUUID` exists only on secure origins, and a server in the office may have none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The steps of recording: fields, what will be posted, done. One key per form, so that nothing is posted twice. */
export function useRecording<S extends RecordingSchema>({
  schema,
  defaultValues,
  preview,
  previewWhen = () => true,
  record,
  onRecorded,
}: RecordingOptions<S>): Recording {
  const [key] = useState(newKey);
  const form = useForm({
    resolver: zodResolver(schema as RecordingSchema, undefined, { raw: true }),
    defaultValues: { ...defaultValues, idempotencyKey: key } as DefaultValues<FieldValues>,
  });
  const [step, setStep] = useState<RecordingStep>({ name: 'fields' });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { busy, once } = useOnce();
  useWarnBeforeLeaving(form.formState.isDirty && step.name !== 'done');

  const refuse = (error: unknown) => {
    const found = refusalOf(error);
    if (found.kind === 'fields' && showInFields(form, found.fields)) setStep({ name: 'fields' });
    else setRefusal(found);
  };
  const attempt = (work: (input: InputOf<S>) => Promise<void>) =>
    once(async () => {
      setRefusal(null);
      try {
        await work(form.getValues() as InputOf<S>);
      } catch (error) {
        refuse(error);
      }
    });
  const post = async (input: InputOf<S>) => {
    const recorded = await record(input);
    await refreshFigures();
    setStep({ name: 'done', recorded });
    onRecorded?.(recorded);
  };
  return {
    form,
    step,
    refusal,
    busy,
    check: form.handleSubmit(() =>
      attempt(async (input) => {
        const shown = preview === undefined || !previewWhen(form.getValues()) ? null : await preview(input);
        if (shown === null) await post(input);
        else setStep({ name: 'preview', preview: shown });
      }),
    ),
    confirm: () => attempt(post),
    change: () => {
      setRefusal(null);
      setStep({ name: 'fields' });
    },
  };
}

/** Puts the server's findings beside their fields; `false` when one of them has no field here. */
function showInFields(form: UseFormReturn, fields: readonly FieldFault[]): boolean {
  const values = form.getValues();
  if (fields.some((field) => get(values, field.path) === undefined)) return false;
  for (const [index, field] of fields.entries())
    form.setError(field.path, { type: 'server', message: field.message }, { shouldFocus: index === 0 });
  return true;
}

/** Runs one thing at a time: a second press while the first is under way does nothing. */
function useOnce() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const once = async (work: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work();
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, once };
}

/** The browser asks before a reload or a closed tab loses what was typed. */
function useWarnBeforeLeaving(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}
