import './attention-list.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Overview } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate, formatMoney, formatMoneyWhole } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { type AttentionWords, deadlineWords, isDeadline } from './deadline-words.ts';

type Attention = Overview['attention'][number];

const contribution = (id: string) => ({ to: '/contributions/$id', params: { id } }) as const;
const position = (id: string) => ({ to: '/positions/$id', params: { id } }) as const;

/** The form of a host's report, with its host and the last day of its year. */
const reportOf = ({ organizationId, year }: Extract<Attention, { kind: 'expenditure-due' }>) =>
  ({
    to: '/movements',
    search: { record: 'organization-expenditure', organizationId, on: `${year}-12-31` },
  }) as const;

/** The form of a refund, with its host, its post and what is to come back. */
const refundOf = ({ organizationId, positionId, amount }: Extract<Attention, { kind: 'host-claim' }>) =>
  ({ to: '/movements', search: { record: 'refund', organizationId, positionId, amount: amount.amount } }) as const;

/** What waits, for how much or how long, and the one thing to do. */
function wordsFor(item: Attention, mayDecide: boolean, mayReport: boolean): AttentionWords {
  if (isDeadline(item)) return deadlineWords(item);
  switch (item.kind) {
    case 'instalment-overdue':
      return {
        key: `${item.kind} ${item.contributionId} ${item.dueOn}`,
        tone: 'short',
        title: t`${item.contributor}: an instalment is overdue`,
        detail: t`${item.reference}, ${formatMoney(item.amount)}, due ${formatDate(item.dueOn)}`,
        measure: plural(item.days, { one: '# day', other: '# days' }),
        action: t`Open the agreement`,
        link: contribution(item.contributionId),
      };
    case 'instalment-due-soon':
      return {
        key: `${item.kind} ${item.contributionId} ${item.dueOn}`,
        tone: 'plain',
        title: t`${item.contributor}: an instalment falls due`,
        detail: t`${item.reference}, ${formatMoney(item.amount)}, due ${formatDate(item.dueOn)}`,
        measure: plural(item.days, { 0: 'due now', one: 'in # day', other: 'in # days' }),
        action: t`Open the agreement`,
        link: contribution(item.contributionId),
      };
    case 'year-not-funded':
      return {
        key: `${item.kind} ${item.positionId} ${item.year}`,
        tone: 'short',
        title: t`${item.title}: year ${item.year} lacks money`,
        detail: t`${item.organization}, ${item.dutyStation}, begins ${formatDate(item.startsOn)}`,
        measure: t`${formatMoneyWhole(item.short)} short`,
        action: mayDecide ? t`Find money` : t`Open the position`,
        link: position(item.positionId),
      };
    case 'host-claim':
      return {
        key: `${item.kind} ${item.positionId}`,
        tone: 'short',
        title: t`${item.title} is over: money is to come back`,
        detail: t`${item.organization} holds it unspent, since ${formatDate(item.since)}`,
        measure: formatMoneyWhole(item.amount),
        action: mayReport ? t`Record the refund` : t`Open the position`,
        link: mayReport ? refundOf(item) : position(item.positionId),
      };
    case 'reserved-after-end':
      return {
        key: `${item.kind} ${item.positionId}`,
        tone: 'promised',
        title: t`${item.title} is over: money is still reserved`,
        detail: t`${item.organization}, released once its host is owed nothing more`,
        measure: formatMoneyWhole(item.amount),
        action: t`Open the position`,
        link: position(item.positionId),
      };
    case 'position-to-decide':
      return {
        key: `${item.kind} ${item.positionId}`,
        tone: 'promised',
        title: t`${item.title} waits for a decision`,
        detail: t`${item.organization}, scored ${formatDate(item.since)}`,
        measure: formatMoneyWhole(item.cost),
        action: mayDecide ? t`Decide` : t`Open the position`,
        link: position(item.positionId),
      };
    case 'pool-overdrawn':
      return {
        key: `${item.kind} ${item.poolId}`,
        tone: 'short',
        title: t`Pool “${item.pool}” is overdrawn`,
        detail: t`more is allocated from it than it holds`,
        measure: t`${formatMoneyWhole(item.short)} short`,
        action: t`See its entries`,
        link: { to: '/ledger', search: { poolId: item.poolId } },
      };
    case 'expenditure-due':
      return {
        key: `${item.kind} ${item.organizationId} ${item.year}`,
        tone: 'plain',
        title: t`${item.organization}: ${item.year} spending is not reported`,
        detail: t`final figures were due ${formatDate(item.dueOn)}`,
        measure: '',
        action: mayReport ? t`Record its report` : t`See its entries`,
        link: mayReport ? reportOf(item) : { to: '/ledger', search: { organizationId: item.organizationId } },
      };
    case 'certification-pending':
      return {
        key: item.kind,
        tone: 'plain',
        title: plural(item.count, {
          one: '# entry waits for certification',
          other: '# entries wait for certification',
        }),
        detail: t`by somebody other than who recorded it`,
        measure: '',
        action: t`See what waits`,
        link: { to: '/ledger', search: { certification: 'pending' } },
      };
  }
}

const FIRST = 6;

/** What needs a person, most consequential first, each with one action. */
export function AttentionList({ attention }: { readonly attention: Overview['attention'] }) {
  const { may } = useSession();
  const [all, setAll] = useState(false);
  const [decide, report] = [may('allocation.decide').allowed, may('host-report.record').allowed];
  const items = attention.map((item) => wordsFor(item, decide, report));
  return (
    <Section title={<Trans>Needs someone</Trans>}>
      {items.length === 0 ? (
        <EmptyState>
          <Trans>Nothing waits for anybody.</Trans>
        </EmptyState>
      ) : null}
      <ul className="attention">
        {(all ? items : items.slice(0, FIRST)).map((item) => (
          <li key={item.key} className={`attention__${item.tone}`}>
            <span className="attention__title">{item.title}</span>
            <span className="attention__measure number">{item.measure}</span>
            <span className="attention__detail">{item.detail}</span>
            <span className="attention__action">
              <Link {...item.link} className={buttonClass()} aria-label={`${item.action}: ${item.title}`}>
                {item.action}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {!all && items.length > FIRST ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          <Trans>Show all {items.length}</Trans>
        </Button>
      ) : null}
    </Section>
  );
}
