import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useId, useState } from 'react';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { instalmentWord } from '../../app/state-words.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { signOf } from '../../ui/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';
import { DepositForm } from './deposit-form.tsx';
import { WriteOffForm } from './write-off-form.tsx';

type Instalment = Contribution['instalments'][number];

/** What the button of a payment does, or where it stands why it does nothing. */
type Offer =
  | { readonly pay: (id: string) => void; readonly giveUp: ((id: string) => void) | null }
  | { readonly reasonId: string };

const MARKS: Record<Instalment['state'], Mark> = {
  expected: 'open',
  overdue: 'short',
  'part-received': 'waiting',
  received: 'done',
  'written-off': 'ended',
};

/** The payment schedule of an agreement, with the way to record what came in. */
export function InstalmentTable({ contribution }: { readonly contribution: Contribution }) {
  const [paying, setPaying] = useState<string | null>(null);
  const [givingUp, setGivingUp] = useState<string | null>(null);
  const { row, instalments } = contribution;
  const instalment = instalments.find(({ id }) => id === paying);
  const lost = instalments.find(({ id }) => id === givingUp);
  const { may } = useSession();
  const permission = may('deposit.receive');
  const giveUp = may('instalment.write-off').allowed ? setGivingUp : null;
  const due = instalments.some(({ outstanding }) => signOf(outstanding.amount) > 0);
  const reasonId = useId();
  const offer: Offer = permission.allowed ? { pay: setPaying, giveUp } : { reasonId };
  return (
    <>
      <DataTable
        caption={t`In ${row.currency}, the currency of the agreement`}
        columns={
          due && (permission.allowed || permission.past === true)
            ? [...columnsOf(contribution), actionColumn(offer)]
            : columnsOf(contribution)
        }
        rows={instalments}
        rowKey={({ id }) => id}
        totalLabel={t`Total`}
        fileName={`${row.reference}-instalments`}
      />
      {permission.allowed || !due ? null : (
        <p className="note section__note" id={reasonId}>
          {permission.reason}
        </p>
      )}
      {instalment === undefined ? null : (
        <DepositForm contribution={contribution} instalment={instalment} onClose={() => setPaying(null)} />
      )}
      {lost === undefined ? null : (
        <WriteOffForm contribution={contribution} instalment={lost} onClose={() => setGivingUp(null)} />
      )}
    </>
  );
}

function columnsOf({ row, instalments }: Contribution): Column<Instalment>[] {
  const amount = (key: 'amount' | 'received' | 'writtenOff' | 'outstanding', head: string): Column<Instalment> => ({
    key,
    head,
    align: 'end',
    cell: (instalment) => <MoneyText money={instalment[key]} as="plain" />,
    csv: (instalment) => ({ number: instalment[key].amount }),
    total: (
      <MoneyText
        money={sumOf(
          instalments.map((instalment) => instalment[key].amount),
          row.currency,
        )}
        as="plain"
      />
    ),
  });
  return [
    {
      key: 'number',
      head: t`Instalment`,
      rowHead: true,
      cell: ({ number }) => number,
      csv: ({ number }) => ({ number: String(number) }),
    },
    { key: 'due', head: t`Due on`, cell: ({ dueOn }) => <DateText on={dueOn} />, csv: ({ dueOn }) => dueOn },
    amount('amount', t`Amount`),
    amount('received', t`Received`),
    ...(instalments.some(({ writtenOff }) => signOf(writtenOff.amount) !== 0)
      ? [amount('writtenOff', t`Written off`)]
      : []),
    amount('outstanding', t`Outstanding`),
    {
      key: 'state',
      head: t`State`,
      cell: (instalment) => <State instalment={instalment} />,
      csv: stateWords,
    },
  ];
}

function actionColumn(offer: Offer): Column<Instalment> {
  return {
    key: 'action',
    head: t`To do`,
    cell: (instalment) => <ToDo instalment={instalment} offer={offer} />,
    csv: () => '',
  };
}

/** Of an instalment that was partly paid, only the rest is written off. */
function stateWords({ state, received }: Instalment): string {
  return state === 'written-off' && signOf(received.amount) > 0 ? t`rest written off` : instalmentWord(state);
}

function State({ instalment }: { readonly instalment: Instalment }) {
  const { state, daysOverdue } = instalment;
  return (
    <StatusMark mark={MARKS[state]}>
      {daysOverdue === null
        ? stateWords(instalment)
        : plural(daysOverdue, { one: '# day overdue', other: '# days overdue' })}
    </StatusMark>
  );
}

function ToDo({ instalment, offer }: { readonly instalment: Instalment; readonly offer: Offer }) {
  const { number, id, outstanding } = instalment;
  if (signOf(outstanding.amount) === 0) return <span className="soft">–</span>;
  const action =
    'pay' in offer
      ? { onClick: () => offer.pay(id) }
      : ({ 'aria-disabled': 'true', 'aria-describedby': offer.reasonId } as const);
  const giveUp = 'giveUp' in offer ? offer.giveUp : null;
  return (
    <>
      <Button aria-label={t`Record deposit on instalment ${number}`} {...action}>
        <Trans>Record deposit</Trans>
      </Button>{' '}
      {giveUp === null ? null : (
        <Button look="quiet" aria-label={t`Write off instalment ${number}`} onClick={() => giveUp(id)}>
          <Trans>Write off</Trans>
        </Button>
      )}
    </>
  );
}
