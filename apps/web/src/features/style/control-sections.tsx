import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { BarList } from '../../charts/bar-list.tsx';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { Button, PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AmountField, ChoicesField, DateField, NoteField, SelectField, TextField } from '../../ui/form-fields.tsx';
import { formatDecimalText } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

/** Every control in each of its states. */
export function ControlSections() {
  return (
    <>
      <ButtonSection />
      <FieldSection />
      <MessageSection />
      <TableSection />
      <ChartSection />
    </>
  );
}

function ButtonSection() {
  const [open, setOpen] = useState(false);
  return (
    <Section title={<Trans>Buttons and the dialog</Trans>}>
      <div className="style-row">
        <Button onClick={() => setOpen(true)}>
          <Trans>Plain: opens a dialog</Trans>
        </Button>
        <Button look="primary">
          <Trans>Primary</Trans>
        </Button>
        <Button look="danger">
          <Trans>Danger</Trans>
        </Button>
        <Button look="quiet">
          <Trans>Quiet</Trans>
        </Button>
        <Button disabled>
          <Trans>Under way</Trans>
        </Button>
        <PermittedButton permission={{ allowed: false, reason: t`Only a chair can decide an allocation.` }}>
          <Trans>Not yours</Trans>
        </PermittedButton>
      </div>
      {open ? (
        <Dialog title={<Trans>A dialog</Trans>} askBeforeClosing onClose={() => setOpen(false)}>
          <p>
            <Trans>Closing asks first, as where something was typed.</Trans>
          </p>
        </Dialog>
      ) : null}
    </Section>
  );
}

const EMPTY = { text: '', amount: '1234567.50', day: '', choice: '', boxes: [], note: '' };
const REQUIRED = { type: 'required', message: 'required' };
const ERRORS = {
  text: REQUIRED,
  amount: { type: 'amount', message: 'not-an-amount' },
  day: { type: 'day', message: 'not-a-date' },
  choice: REQUIRED,
  boxes: REQUIRED,
  note: { type: 'text', message: 'not-plain-text' },
};

function FieldSection() {
  return (
    <Section title={<Trans>Fields, and the same with errors</Trans>}>
      <div className="columns">
        <Fields errors={{}} />
        <Fields errors={ERRORS} />
      </div>
    </Section>
  );
}

function Fields({ errors }: { readonly errors: Partial<typeof ERRORS> }) {
  const form = useForm({ defaultValues: EMPTY, errors, shouldFocusError: false });
  const options = [
    { value: 'a', label: t`First` },
    { value: 'b', label: t`Second` },
  ];
  return (
    <FormProvider {...form}>
      <form className="stack" noValidate>
        <TextField name="text" label={t`Text`} hint={t`A hint says what is wanted.`} />
        <AmountField name="amount" label={t`Amount`} currency="USD" />
        <DateField name="day" label={t`Day`} optional />
        <SelectField name="choice" label={t`Choice`} empty={t`Choose one`} options={options} />
        <ChoicesField name="boxes" label={t`Several choices`} options={options} />
        <NoteField name="note" label={t`Note`} />
      </form>
    </FormProvider>
  );
}

function MessageSection() {
  return (
    <Section title={<Trans>Messages, states, and what is not there</Trans>}>
      <div className="stack">
        <Notice tone="info">
          <Trans>Information.</Trans>
        </Notice>
        <Notice tone="done">
          <Trans>Done.</Trans>
        </Notice>
        <Notice tone="warning">
          <Trans>Warning.</Trans>
        </Notice>
        <Notice tone="refused">
          <Trans>Refused.</Trans>
        </Notice>
        <div className="style-row">
          <StatusMark mark="done">{t`done`}</StatusMark>
          <StatusMark mark="open">{t`open`}</StatusMark>
          <StatusMark mark="free">{t`free`}</StatusMark>
          <StatusMark mark="waiting">{t`waiting`}</StatusMark>
          <StatusMark mark="short">{t`short`}</StatusMark>
          <StatusMark mark="ended">{t`ended`}</StatusMark>
        </div>
        <EmptyState
          action={
            <Button>
              <Trans>What would bring it</Trans>
            </Button>
          }
        >
          <Trans>There is nothing here yet.</Trans>
        </EmptyState>
        <Skeleton height="2.25rem" />
      </div>
    </Section>
  );
}

type Row = { readonly name: string; readonly amount: string };
const ROWS: readonly Row[] = [
  { name: 'A', amount: '12345678901.25' },
  { name: 'B', amount: '-1234.50' },
  { name: 'C', amount: '0.00' },
];

function TableSection() {
  const columns: readonly Column<Row>[] = [
    { key: 'name', head: t`Name`, rowHead: true, cell: ({ name }) => name, csv: ({ name }) => name },
    {
      key: 'amount',
      head: t`Amount, US$`,
      align: 'end',
      cell: ({ amount }) => formatDecimalText(amount),
      csv: ({ amount }) => ({ number: amount }),
      total: formatDecimalText('12345677666.75'),
    },
  ];
  const table = { columns, rowKey: ({ name }: Row) => name, fileName: 'style-table', totalLabel: t`Total` };
  return (
    <Section title={<Trans>Tables</Trans>}>
      <div className="columns">
        <DataTable caption={t`With rows`} rows={ROWS} {...table} />
        <DataTable caption={t`Without rows`} rows={[]} {...table} />
      </div>
    </Section>
  );
}

function ChartSection() {
  return (
    <ChartFrame
      id="style-chart"
      title={t`Marks in the frame of a chart`}
      unit={t`Invented units`}
      summary={t`Two bars of paid, signed and announced.`}
      help={t`Paid is full, signed is pale with an edge, announced has an edge of dashes.`}
      note={t`Invented for this page.`}
      legend={[
        { mark: 'paid', label: t`paid` },
        { mark: 'signed', label: t`signed` },
        { mark: 'announced', label: t`announced` },
        { mark: 'promised', label: t`promised` },
        { mark: 'short', label: t`short` },
        { mark: 'free', label: t`free` },
      ]}
      data={{
        head: [t`Name`, t`Paid`, t`Signed`, t`Announced`],
        rows: [
          ['A', { number: '60' }, { number: '25' }, { number: '15' }],
          ['B', { number: '30' }, { number: '20' }, { number: '10' }],
        ],
      }}
    >
      <BarList
        label={t`Two bars of paid, signed and announced.`}
        rows={[bar('A', [60, 25, 15]), bar('B', [30, 20, 10])]}
      />
    </ChartFrame>
  );
}

function bar(name: string, [paid, signed, announced]: readonly [number, number, number]) {
  const end = String(paid + signed + announced);
  return {
    key: name,
    label: name,
    segments: [
      { mark: 'paid', value: paid } as const,
      { mark: 'signed', value: signed } as const,
      { mark: 'announced', value: announced } as const,
    ],
    end,
    spoken: t`${name}: paid ${paid}, signed ${signed}, announced ${announced}, together ${end}`,
  };
}
