import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api } from '../../api/client.ts';
import type { Contribution } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { contributorTypeWord } from '../../app/state-words.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { StageMark } from '../../ui/contribution-columns.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { Documents } from '../../ui/documents.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { type Fact, Facts, FactText } from '../../ui/facts.tsx';
import { FigureLink } from '../../ui/figure-link.tsx';
import { formatDate, formatDecimalText, formatPercent, scaleFor, signOf } from '../../ui/format.ts';
import { KeyFigures } from '../../ui/key-figures.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { poolWords } from '../../ui/pool-words.ts';
import { Section } from '../../ui/section.tsx';
import { AgreementForm } from './agreement-form.tsx';
import { AmendPledgeForm } from './amend-pledge-form.tsx';
import { ContributionHistory } from './contribution-history.tsx';
import { contributionSentence, exchangeWords } from './contributions-sentence.ts';
import { InstalmentTable } from './instalment-table.tsx';
import { RefundForm } from './refund-form.tsx';
import { SupportCost } from './support-cost.tsx';

const route = getRouteApi('/signed-in/contributions/$id');

/** One contribution from its pledge to its last deposit. */
export function ContributionPage() {
  const { id } = route.useParams();
  const { stand } = useStandpoint();
  const { data: contribution } = useSuspenseQuery(api.contributions.get.queryOptions({ id, ...stand }));
  const { row } = contribution;
  return (
    <>
      <PageHead
        asOf={contribution.asOf}
        above={
          <>
            <Link to="/contributions">
              <Trans>Contributions</Trans>
            </Link>{' '}
            / {row.reference}
          </>
        }
        sentence={contributionSentence(contribution)}
        actions={<Actions contribution={contribution} />}
      />
      <div className="page-parts">
        <Figures contribution={contribution} />
        <div className="columns columns--main">
          <Section title={<Trans>Instalments</Trans>}>
            {contribution.instalments.length === 0 ? (
              <EmptyState>
                {row.stage === 'pledged' ? (
                  <Trans>The schedule comes with the signed agreement.</Trans>
                ) : signOf(row.received.amount) > 0 ? (
                  <Trans>The money came without a schedule.</Trans>
                ) : (
                  <Trans>Its schedule is not on record.</Trans>
                )}
              </EmptyState>
            ) : (
              <InstalmentTable contribution={contribution} />
            )}
          </Section>
          <Section title={<Trans>Terms</Trans>}>
            <Facts facts={factsOf(contribution)} />
          </Section>
        </div>
        <div className="columns columns--main">
          <Section title={<Trans>What happened</Trans>}>
            <ContributionHistory contribution={contribution} />
          </Section>
          <div className="stack">
            {row.stage === 'signed' ? <SupportCost contribution={contribution} /> : null}
            <Section title={<Trans>Documents</Trans>}>
              <Documents kind="contribution" id={row.id} />
            </Section>
          </div>
        </div>
      </div>
    </>
  );
}

function factsOf({ row, description, pledgedOn, signedOn, supportCostPercent, signedRate }: Contribution): Fact[] {
  const { contributor, pool } = row;
  const optional = (key: string, label: ReactNode, value: ReactNode | null): Fact[] =>
    value === null ? [] : [{ key, label, value }];
  return [
    {
      key: 'contributor',
      label: <Trans>Contributor</Trans>,
      value: (
        <>
          <Link to="/contributors/$id" params={{ id: contributor.id }}>
            {contributor.name}
          </Link>
          <span className="fact__second">{contributorTypeWord(contributor.type)}</span>
        </>
      ),
    },
    { key: 'stage', label: <Trans>Stage</Trans>, value: <StageMark row={row} /> },
    { key: 'pool', label: <Trans>Pool</Trans>, value: poolWords(pool) },
    {
      key: 'amount',
      label: <Trans>Amount</Trans>,
      value:
        row.stage !== 'pledged' && signOf(row.original.amount) === 0 ? (
          <Trans>not on record</Trans>
        ) : (
          <MoneyText money={row.original} />
        ),
    },
    ...optional('pledged', <Trans>Pledged on</Trans>, pledgedOn === null ? null : <DateText on={pledgedOn} />),
    ...optional('signed', <Trans>Signed on</Trans>, signedOn === null ? null : <DateText on={signedOn} />),
    ...optional(
      'rate',
      <Trans>Rate of the signature</Trans>,
      signedRate === null ? null : rateWords(row.currency, signedRate),
    ),
    {
      key: 'support',
      label: <Trans>Support cost</Trans>,
      value: supportCostPercent === null ? <Trans>not set</Trans> : formatPercent(supportCostPercent),
    },
    ...optional(
      'description',
      <Trans>Description</Trans>,
      description === '' ? null : <FactText>{description}</FactText>,
    ),
  ];
}

function rateWords(currency: string, { unitsPerDollar, effectiveOn }: NonNullable<Contribution['signedRate']>): string {
  if (currency === 'USD') return t`US dollars, no conversion`;
  const [units, since] = [formatDecimalText(unitsPerDollar), formatDate(effectiveOn)];
  return t`${units} ${currency} to one US dollar, in force from ${since}`;
}

function Figures({ contribution: { figures } }: { readonly contribution: Contribution }) {
  const scale =
    scaleFor([figures.signed.amount, figures.received.amount, figures.pledged.amount]) === 'million'
      ? 'million'
      : 'one';
  const unit = scale === 'million' ? t`US$ million` : t`US$`;
  const words = exchangeWords(figures.exchangeDifference.amount);
  return (
    <KeyFigures
      figures={[
        {
          key: 'pledged',
          label: <Trans>Pledged</Trans>,
          value: <FigureLink figure={figures.pledged} as={scale} />,
          unit: `${unit}, ${t`announced, not signed`}`,
        },
        {
          key: 'signed',
          label: <Trans>Signed</Trans>,
          value: <FigureLink figure={figures.signed} as={scale} />,
          unit: `${unit}, ${t`at the rate of the signature`}`,
        },
        {
          key: 'received',
          label: <Trans>Received</Trans>,
          value: <FigureLink figure={figures.received} as={scale} />,
          unit: `${unit}, ${t`at the rate of each receipt, less refunds`}`,
        },
        ...(signOf(figures.writtenOff.amount.amount) === 0
          ? []
          : [
              {
                key: 'written-off',
                label: <Trans>Written off</Trans>,
                value: <FigureLink figure={figures.writtenOff} as={scale} />,
                unit: `${unit}, ${t`signed, no longer expected`}`,
              },
            ]),
        {
          key: 'difference',
          label: <Trans>Exchange difference</Trans>,
          value: <FigureLink figure={figures.exchangeDifference} as="one" />,
          unit: t`US$`,
          note: words ?? t`none so far`,
        },
      ]}
    />
  );
}

type Form = 'sign' | 'amend' | 'refund';

/** Only what its stage allows is offered; whose it is stands beside it. */
function Actions({ contribution }: { readonly contribution: Contribution }) {
  const { may } = useSession();
  const [form, setForm] = useState<Form | null>(null);
  const close = () => setForm(null);
  const { row } = contribution;
  return (
    <>
      {row.stage === 'pledged' ? (
        <>
          <PermittedButton look="primary" permission={may('agreement.sign')} onClick={() => setForm('sign')}>
            <Trans>Sign agreement</Trans>
          </PermittedButton>
          <PermittedButton permission={may('pledge.amend')} onClick={() => setForm('amend')}>
            <Trans>Amend pledge</Trans>
          </PermittedButton>
        </>
      ) : null}
      {row.stage === 'signed' && contribution.instalments.length === 0 ? (
        <PermittedButton look="primary" permission={may('agreement.sign')} onClick={() => setForm('sign')}>
          <Trans>Enter the terms</Trans>
        </PermittedButton>
      ) : null}
      {signOf(row.received.amount) > 0 ? (
        <PermittedButton permission={may('contributor.refund')} onClick={() => setForm('refund')}>
          <Trans>Refund contributor</Trans>
        </PermittedButton>
      ) : null}
      {form === 'sign' ? <AgreementForm pledge={contribution} onClose={close} /> : null}
      {form === 'amend' ? <AmendPledgeForm contribution={contribution} onClose={close} /> : null}
      {form === 'refund' ? <RefundForm contribution={contribution} onClose={close} /> : null}
    </>
  );
}
