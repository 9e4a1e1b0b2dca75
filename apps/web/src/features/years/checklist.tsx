import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Figure, Years } from '../../api/views.ts';
import { lessOf } from '../../ui/amounts.ts';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, formatMoney, signOf } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';

export type NextYear = NonNullable<Years['next']>;

type Item = {
  readonly key: string;
  readonly mark: Mark;
  readonly title: string;
  readonly detail?: ReactNode;
};

const MARK_WORDS: Partial<Record<Mark, () => string>> = {
  done: () => t`in order`,
  short: () => t`missing`,
  waiting: () => t`to look at`,
};

/** What is to be looked at before a year is closed. Only certification stands in the way; the rest is for the person to judge. */
export function Checklist({ next }: { readonly next: NextYear }) {
  return (
    <Section
      title={<Trans>Before {String(next.year)} is closed</Trans>}
      note={
        <Trans>
          Entries that wait for certification stand in the way. Everything else is for whoever closes the year to judge.
        </Trans>
      }
    >
      <ul className="checklist">
        {checklistItems(next).map(({ key, mark, title, detail }) => (
          <li key={key} className="checklist__item">
            <StatusMark mark={mark}>
              <span className="visually-hidden">{MARK_WORDS[mark]?.()}</span>
            </StatusMark>
            <span className="checklist__title">{title}</span>
            {detail === undefined ? null : <span className="checklist__detail">{detail}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What is missing or to be looked at, as the dialog repeats it before the year is closed. */
export function openPoints(next: NextYear): string[] {
  return checklistItems(next)
    .filter(({ mark }) => mark !== 'done')
    .map(({ title }) => title);
}

function checklistItems(next: NextYear): Item[] {
  return [
    certification(next),
    ...reports(next),
    ...books(next),
    moved('refunds', next.refunds, {
      some: t`Refunds from hosts are recorded`,
      none: t`No refund from a host is recorded`,
    }),
    moved('interest', next.interest, { some: t`Interest is recorded`, none: t`No interest is recorded` }),
    fee(next),
    moved('support-cost', next.supportCost, {
      some: t`Support cost is charged`,
      none: t`No support cost is charged`,
    }),
  ];
}

function certification({ year, pending }: NextYear): Item {
  if (pending === 0) return { key: 'certified', mark: 'done', title: t`Every entry is certified` };
  return {
    key: 'certified',
    mark: 'short',
    title: plural(pending, {
      one: 'One entry waits for certification',
      other: '# entries wait for certification',
    }),
    detail: (
      <Link to="/ledger" search={{ certification: 'pending', from: `${year}-01-01`, to: `${year}-12-31` }}>
        <Trans>See what waits</Trans>
      </Link>
    ),
  };
}

const names = (hosts: NextYear['missing']): string => hosts.map(({ shortName }) => shortName).join(', ');

function reports({ year, reported, missing }: NextYear): Item[] {
  const due = formatDate(`${year + 1}-04-30`);
  const missingNames = names(missing);
  const items: Item[] = [];
  if (missing.length > 0)
    items.push({
      key: 'missing',
      mark: 'short',
      title: t`No expenditure is reported by ${missingNames}`,
      detail: <Trans>They held money of the fund in that year. Final figures are due on {due}.</Trans>,
    });
  if (reported.length > 0) {
    const count = reported.length;
    const title = plural(count, {
      one: 'One host has reported its expenditure',
      other: '# hosts have reported their expenditure',
    });
    items.push({ key: 'reported', mark: 'done', title, detail: names(reported) });
  }
  return items;
}

function books({ year, differences }: NextYear): Item[] {
  if (differences.length === 0)
    return [{ key: 'books', mark: 'done', title: t`The hosts’ books agree with what the fund sent` }];
  return differences.map(({ organization, amount }) => {
    const host = organization.shortName;
    const money = formatMoney(signOf(amount.amount) < 0 ? lessOf({ ...amount, amount: '0.00' }, amount) : amount);
    return {
      key: `books ${organization.id}`,
      mark: 'waiting',
      title:
        signOf(amount.amount) < 0
          ? t`${host} has received ${money} more than the fund sent`
          : t`${host} has received ${money} less than the fund sent`,
      detail: (
        <Link to="/books" search={{ asOf: `${year}-12-31` }}>
          <Trans>See the two books</Trans>
        </Link>
      ),
    };
  });
}

function moved(key: string, figure: Figure, words: { readonly some: string; readonly none: string }): Item {
  return signOf(figure.amount.amount) === 0
    ? { key, mark: 'waiting', title: words.none }
    : { key, mark: 'done', title: words.some, detail: <FigureLink figure={figure} /> };
}

function fee({ agentFee, deposits }: NextYear): Item {
  const charged = signOf(agentFee.amount.amount) !== 0;
  const due = signOf(deposits.amount.amount) !== 0;
  if (!charged && !due) return { key: 'fee', mark: 'done', title: t`No deposit, so no agent fee` };
  return {
    key: 'fee',
    mark: charged ? 'done' : 'waiting',
    title: charged ? t`The agent fee is charged` : t`No agent fee is charged`,
    detail: charged ? (
      <Trans>
        <FigureLink figure={agentFee} /> on deposits of <FigureLink figure={deposits} />
      </Trans>
    ) : (
      <Trans>
        Deposits of the year: <FigureLink figure={deposits} />
      </Trans>
    ),
  };
}
