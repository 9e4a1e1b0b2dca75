import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useId, useState } from 'react';
import type { Contribution, EntryFilter } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { instalmentWord } from '../../app/state-words.ts';
import { sumOf } from '../../ui/amounts.ts';
import { Button } from '../../ui/button.tsx';
import { listFigure } from '../../ui/common-figures.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { formatMoney, signOf } from '../../ui/format.ts';
import { MadeButton, type MadeFigure } from '../../ui/made-figure.tsx';
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

type Amounts = 'amount' | 'received' | 'writtenOff' | 'outstanding';

/** One amount of an instalment, in the currency of the agreement: the three others that it is reckoned from, and the entries. */
function instalmentFigure(id: string, instalment: Instalment, key: Amounts, name: string): MadeFigure {
  const part = (words: string, money: Instalment['amount'], account: EntryFilter['account']) => ({
    key: words,
    words,
    money,
    entries: account === undefined ? null : { account, contributionId: id },
  });
  return {
    name: t`Instalment ${instalment.number}: ${name}`,
    value: formatMoney(instalment[key]),
    meaning: t`Of one instalment of the agreement. The entries are of all its instalments, in US dollars and as they were promised or paid.`,
    formula: t`promised − received − written off = outstanding`,
    basis: key === 'received' ? t`cash` : t`signed`,
    parts: [
      part(t`Promised`, instalment.amount, 'contribution-revenue'),
      part(t`Received`, instalment.received, 'cash'),
      part(t`Written off`, instalment.writtenOff, 'contributions-written-off'),
      part(t`Outstanding`, instalment.outstanding, 'contributions-receivable'),
    ],
  };
}

type TotalProps = { readonly contribution: Contribution; readonly amount: Amounts; readonly head: string };

function InstalmentTotal({ contribution: { row, instalments }, amount, head }: TotalProps) {
  const sum = sumOf(
    instalments.map((instalment) => instalment[amount].amount),
    row.currency,
  );
  const figure = () =>
    listFigure(
      {
        name: head,
        meaning: t`Of all instalments of the agreement.`,
        basis: amount === 'received' ? t`cash` : t`signed`,
      },
      sum,
      instalments.map((instalment) => ({
        key: instalment.id,
        words: t`Instalment ${instalment.number}`,
        money: instalment[amount],
      })),
    );
  return (
    <MadeButton figure={figure}>
      <MoneyText money={sum} as="plain" />
    </MadeButton>
  );
}

function columnsOf(contribution: Contribution): Column<Instalment>[] {
  const { row, instalments } = contribution;
  const amount = (key: Amounts, head: string): Column<Instalment> => ({
    key,
    head,
    align: 'end',
    cell: (instalment) => (
      <MadeButton figure={() => instalmentFigure(row.id, instalment, key, head)}>
        <MoneyText money={instalment[key]} as="plain" />
      </MadeButton>
    ),
    csv: (instalment) => ({ number: instalment[key].amount }),
    total: <InstalmentTotal contribution={contribution} amount={key} head={head} />,
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
