import './attention-list.css';
import { ATTENTION, type Consequence, CONSEQUENCES, waitsFor } from '@dcc/domain/attention';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Overview } from '../../api/views.ts';
import { anyOfRoles } from '../../app/role-words.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatDate, formatMoney, formatMoneyWhole } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { type AttentionWords, deadlineWords, isDeadline } from './deadline-words.ts';
import { fundWords, isOfFund } from './fund-words.ts';

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

/** What waits, for how much or how long, and the one thing to do: for those whose turn it is, and for those who only read. */
function wordsFor(item: Attention, mayAct: boolean): AttentionWords {
  if (isDeadline(item)) return deadlineWords(item);
  if (isOfFund(item)) return fundWords(item, mayAct);
  switch (item.kind) {
    case 'instalment-overdue':
      return {
        tone: 'short',
        title: t`${item.contributor}: an instalment is overdue`,
        detail: t`${item.reference}, ${formatMoney(item.amount)}, due ${formatDate(item.dueOn)}`,
        measure: plural(item.days, { one: '# day', other: '# days' }),
        action: t`Open the agreement`,
        link: contribution(item.contributionId),
      };
    case 'instalment-due-soon':
      return {
        tone: 'plain',
        title: t`${item.contributor}: an instalment falls due`,
        detail: t`${item.reference}, ${formatMoney(item.amount)}, due ${formatDate(item.dueOn)}`,
        measure: plural(item.days, { 0: 'due now', one: 'in # day', other: 'in # days' }),
        action: t`Open the agreement`,
        link: contribution(item.contributionId),
      };
    case 'year-not-funded':
      return {
        tone: 'short',
        title: t`${item.title}: year ${item.year} lacks money`,
        detail: t`${item.organization}, ${item.dutyStation}, begins ${formatDate(item.startsOn)}`,
        measure: t`${formatMoneyWhole(item.short)} short`,
        action: mayAct ? t`Find money` : t`Open the position`,
        link: position(item.positionId),
      };
    case 'host-claim':
      return {
        tone: 'short',
        title: t`${item.title} is over: money is to come back`,
        detail: t`${item.organization} holds it unspent, since ${formatDate(item.since)}`,
        measure: formatMoneyWhole(item.amount),
        action: mayAct ? t`Record the refund` : t`Open the position`,
        link: mayAct ? refundOf(item) : position(item.positionId),
      };
    case 'reserved-after-end':
      return {
        tone: 'promised',
        title: t`${item.title} is over: money is still reserved`,
        detail: t`${item.organization}, released once its host is owed nothing more`,
        measure: formatMoneyWhole(item.amount),
        action: t`Open the position`,
        link: position(item.positionId),
      };
    case 'position-to-decide':
      return {
        tone: 'promised',
        title: t`${item.title} waits for a decision`,
        detail: t`${item.organization}, scored ${formatDate(item.since)}`,
        measure: formatMoneyWhole(item.cost),
        action: mayAct ? t`Decide` : t`Open the position`,
        link: position(item.positionId),
      };
    case 'expenditure-due':
      return {
        tone: 'plain',
        title: t`${item.organization}: ${item.year} spending is not reported`,
        detail: t`final figures were due ${formatDate(item.dueOn)}`,
        measure: '',
        action: mayAct ? t`Record its report` : t`See its entries`,
        link: mayAct ? reportOf(item) : { to: '/ledger', search: { organizationId: item.organizationId } },
      };
  }
}

/** What tells one thing that waits from another. */
function keyOf(item: Attention): string {
  return Object.entries(item)
    .filter(([name]) => name === 'kind' || name.endsWith('Id') || /^(?:year|dueOn|country|group)$/u.test(name))
    .map(([, value]) => String(value))
    .join(' ');
}

const FIRST = 6;

const CONSEQUENCE: Readonly<Record<Consequence, MessageDescriptor>> = {
  'promise-broken': msg`A promise is broken`,
  'money-missing': msg`Money that is counted on is missing`,
  'chance-lost': msg`It happens by itself, or no longer can`,
  'time-lost': msg`Time is lost`,
  'record-gap': msg`The record stays incomplete`,
};

/** What needs a person, by what happens if nobody acts, each with one action. */
export function AttentionList({ attention }: { readonly attention: Overview['attention'] }) {
  const [all, setAll] = useState(false);
  const shown = all ? attention : attention.slice(0, FIRST);
  const groups = CONSEQUENCES.map((consequence) => ({
    consequence,
    items: shown.filter(({ kind }) => ATTENTION[kind].consequence === consequence),
  }));
  return (
    <Section title={<Trans>Needs someone</Trans>}>
      {attention.length === 0 ? (
        <EmptyState>
          <Trans>Nothing waits for anybody.</Trans>
        </EmptyState>
      ) : (
        <p className="note attention__rule">
          <Trans>By what happens if nobody acts, then by day, then by amount.</Trans>
        </p>
      )}
      {groups.map(({ consequence, items }) =>
        items.length === 0 ? null : (
          <div key={consequence}>
            <h3 className="attention__head">{i18n._(CONSEQUENCE[consequence])}</h3>
            <ul className="attention">
              {items.map((item) => (
                <AttentionItem key={keyOf(item)} item={item} />
              ))}
            </ul>
          </div>
        ),
      )}
      {!all && attention.length > FIRST ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          <Trans>Show all {attention.length}</Trans>
        </Button>
      ) : null}
    </Section>
  );
}

/** One thing that waits. Whoever cannot do anything about it reads who can. */
function AttentionItem({ item }: { readonly item: Attention }) {
  const { person } = useSession();
  const { past } = useStandpoint();
  const theirs = person !== null && waitsFor(item.kind, person.roles);
  const words = wordsFor(item, theirs && !past);
  const who = anyOfRoles(ATTENTION[item.kind].whose);
  return (
    <li className={`attention__${words.tone}`}>
      <span className="attention__title">{words.title}</span>
      <span className="attention__measure number">{words.measure}</span>
      <span className="attention__detail">
        {words.detail}
        {theirs ? null : (
          <span className="attention__who">
            {' '}
            <Trans>For {who}.</Trans>
          </span>
        )}
      </span>
      <span className="attention__action">
        <Link {...words.link} className={buttonClass()} aria-label={`${words.action}: ${words.title}`}>
          {words.action}
        </Link>
      </span>
    </li>
  );
}
