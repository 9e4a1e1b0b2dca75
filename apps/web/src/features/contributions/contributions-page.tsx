import './contributions-page.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api } from '../../api/client.ts';
import type { ContributionList } from '../../api/views.ts';
import { useChoices } from '../../app/choices.ts';
import { useNamedForm } from '../../app/named-form.ts';
import { useSession } from '../../app/session.ts';
import { askedOf, useComparison } from '../../app/standpoint.ts';
import { stageWord } from '../../app/state-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { Change, moneyChange } from '../../ui/change.tsx';
import { contributionColumns, ListedTotal, overdueOf } from '../../ui/contribution-columns.tsx';
import { ContributorForm } from '../../ui/contributor-form.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FilterBar } from '../../ui/filter-bar.tsx';
import { type Scale, scaleFor, signOf } from '../../ui/format.ts';
import { type KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { MadeButton } from '../../ui/made-figure.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { AgreementForm } from './agreement-form.tsx';
import { contributionsQuery, type ContributionsSearch } from './contributions-search.ts';
import { contributionsSentence } from './contributions-sentence.ts';
import { PledgeForm } from './pledge-form.tsx';
import { PoolForm } from './pool-form.tsx';

const route = getRouteApi('/signed-in/contributions');

/** Every contribution: what is to come, what came, what is late; and recording new ones. */
export function ContributionsPage() {
  const search = route.useSearch();
  const question = contributionsQuery(askedOf(search));
  const { data: list } = useSuspenseQuery(api.contributions.list.queryOptions(question));
  const { on, earlier } = useComparison();
  const { data: before } = useSuspenseQuery(api.contributions.list.queryOptions({ ...question, ...earlier }));
  const filtered = [search.contributorId, search.poolId, search.stage, search.text].some((part) => part !== undefined);
  const seesAll = useSession().may('overview.read').allowed;
  return (
    <>
      <PageHead
        asOf={list.asOf}
        facts={plural(list.rowCount, { one: '# contribution', other: '# contributions' })}
        sentence={contributionsSentence(list, filtered)}
        below={filtered ? <Trans>Sentence and figures are of the contributions selected below.</Trans> : undefined}
        {...(seesAll ? { actions: <RecordingActions /> } : {})}
      />
      <div className="page-parts">
        <Totals list={list} about={aboutOf(search)} before={on === null ? null : before} />
        <Section title={filtered ? <Trans>Contributions selected</Trans> : <Trans>All contributions</Trans>}>
          <Filter />
          {list.rows.length === 0 ? <Empty filtered={filtered} beyond={list.rowCount > 0} /> : <List list={list} />}
        </Section>
      </div>
    </>
  );
}

function List({ list }: { readonly list: ContributionList }) {
  const search = route.useSearch();
  const { sort, direction } = search;
  return (
    <DataTable
      caption={t`US dollars, whole; signed at the rate of the signature, received at the rate of each receipt. The amount is in its own currency.`}
      columns={contributionColumns(list.totals, { rows: list.rows, about: aboutOf(search), withContributor: true })}
      rows={list.rows}
      rowKey={(row) => row.id}
      order={{ by: sort, direction }}
      paging={list}
      totalLabel={t`Total`}
      fileName="contributions"
    />
  );
}

/** An address may name a page that the list has no longer. */
function BeyondTheEnd() {
  return (
    <EmptyState
      action={
        <Link from="/contributions" to="." search={(before) => ({ ...before, page: 1 })} className="button">
          <Trans>Go to the first page of the list</Trans>
        </Link>
      }
    >
      <Trans>The list is not that long.</Trans>
    </EmptyState>
  );
}

function Empty({ filtered, beyond }: { readonly filtered: boolean; readonly beyond: boolean }) {
  if (beyond) return <BeyondTheEnd />;
  return (
    <EmptyState>
      {filtered ? (
        <Trans>Nothing matches the filter. Show all, or choose less.</Trans>
      ) : (
        <Trans>The list begins with the first pledge or the first signed agreement.</Trans>
      )}
    </EmptyState>
  );
}

/** What the entries of all contributions of the list have in common; a stage or a text is nothing that entries name. */
function aboutOf({ contributorId, poolId, stage, text }: ContributionsSearch) {
  if (stage !== undefined || text !== undefined) return null;
  return {
    ...(contributorId === undefined ? {} : { contributorId }),
    ...(poolId === undefined ? {} : { poolId }),
  };
}

type TotalsProps = {
  readonly list: ContributionList;
  readonly about: ReturnType<typeof aboutOf>;
  /** The same list on the day that the page is compared with. */
  readonly before: ContributionList | null;
};

function Totals({ list: { totals, rows }, about, before }: TotalsProps) {
  const scale = scaleFor([totals.signed, totals.received, totals.pledged]);
  const unit = unitOf(scale);
  const late = signOf(totals.overdue.amount) > 0;
  const figure = (key: keyof ContributionList['totals'], label: ReactNode, basis: string): KeyFigure => ({
    key,
    label,
    value:
      key === 'overdue' ? (
        <MadeButton figure={() => overdueOf(totals.overdue, rows)}>
          <MoneyText money={totals.overdue} as={scale} />
        </MadeButton>
      ) : (
        <ListedTotal money={totals[key]} what={key} about={about} rows={rows} as={scale} />
      ),
    unit: `${unit}, ${basis}`,
    change: before === null ? null : <Change on={before.asOf} changed={moneyChange(totals[key], before.totals[key])} />,
  });
  return (
    <KeyFigures
      figures={[
        figure('pledged', <Trans>Pledged</Trans>, t`announced, not signed`),
        figure('signed', <Trans>Signed</Trans>, t`agreements`),
        figure('received', <Trans>Received</Trans>, t`cash, less refunds`),
        figure('outstanding', <Trans>Still to come</Trans>, t`signed, not received`),
        {
          ...figure('overdue', <Trans>Overdue</Trans>, t`past its due date`),
          ...(late ? { note: <SeeOverdue />, tone: 'short' as const } : {}),
        },
      ]}
    />
  );
}

/** From the amount that is late to those who owe it. */
function SeeOverdue() {
  return (
    <Link
      from="/contributions"
      to="."
      search={(before) => ({ ...before, stage: 'overdue', page: 1 })}
      resetScroll={false}
      className="see-overdue"
    >
      <Trans>See which is late</Trans>
    </Link>
  );
}

function unitOf(scale: Scale): string {
  if (scale === 'million') return t`US$ million`;
  return scale === 'thousand' ? t`US$ thousand` : t`US$`;
}

const STAGES = ['pledged', 'signed', 'received', 'overdue'] as const;

function Filter() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { contributors, pools } = useChoices();
  const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ value: id, label: name });
  return (
    <FilterBar
      label={t`Filter the contributions`}
      choices={[
        {
          name: 'stage',
          label: t`Stage`,
          all: t`All stages`,
          value: search.stage,
          options: STAGES.map((stage) => ({
            value: stage,
            label: stage === 'received' ? t`received without agreement` : stageWord(stage),
          })),
        },
        // A person who sees only its own contributions has nothing to choose here.
        ...(contributors.length === 0
          ? []
          : [
              {
                name: 'contributorId',
                label: t`Contributor`,
                all: t`All contributors`,
                value: search.contributorId,
                options: contributors.map(named),
              },
            ]),
        ...(pools.length === 0
          ? []
          : [{ name: 'poolId', label: t`Pool`, all: t`All pools`, value: search.poolId, options: pools.map(named) }]),
      ]}
      text={search.text}
      textLabel={t`Reference or name`}
      onChange={(change) =>
        void navigate({ search: (before) => ({ ...before, ...change, page: 1 }), resetScroll: false })
      }
    />
  );
}

/** The forms of this page, by the names that an address may give them, and what each does. */
const FORMS = {
  agreement: 'agreement.sign',
  pledge: 'pledge.record',
  contributor: 'contributor.create',
  pool: 'pool.create',
} as const;

function RecordingActions() {
  const { may } = useSession();
  const [form, setForm] = useNamedForm(FORMS, route.useSearch().record);
  const close = () => setForm(null);
  return (
    <>
      <PermittedButton look="primary" permission={may('agreement.sign')} onClick={() => setForm('agreement')}>
        <Trans>Sign an agreement</Trans>
      </PermittedButton>
      <PermittedButton permission={may('pledge.record')} onClick={() => setForm('pledge')}>
        <Trans>Record a pledge</Trans>
      </PermittedButton>
      <PermittedButton permission={may('contributor.create')} onClick={() => setForm('contributor')}>
        <Trans>Add a contributor</Trans>
      </PermittedButton>
      <PermittedButton permission={may('pool.create')} onClick={() => setForm('pool')}>
        <Trans>Add a pool</Trans>
      </PermittedButton>
      {form === 'agreement' ? <AgreementForm pledge={null} onClose={close} /> : null}
      {form === 'pledge' ? <PledgeForm onClose={close} /> : null}
      {form === 'contributor' ? <ContributorForm onClose={close} /> : null}
      {form === 'pool' ? <PoolForm onClose={close} /> : null}
    </>
  );
}
