import './vacancies-page.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { VacancyList, VacancyRow } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { stateWord } from '../../app/state-words.ts';
import { candidateStageWord } from '../../app/vacancy-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { BalanceTable, balanceNote } from './balance-table.tsx';
import { RetentionSection } from './retention-section.tsx';
import { OpenVacancyForm } from './vacancy-form.tsx';
import { VacancyMark } from './vacancy-mark.tsx';
import { countWords, daysWords, vacanciesSentence, vacancyStatusWord } from './vacancy-sentences.ts';

/** What is open, what closes when, how far each has come, and how long it takes to fill a post. */
export function VacanciesPage() {
  const { stand, past } = useStandpoint();
  const { data: list } = useSuspenseQuery(api.vacancies.list.queryOptions(stand));
  const { may } = useSession();
  return (
    <>
      <PageHead
        asOf={list.asOf}
        facts={
          <a href="/open/vacancies">
            <Trans>The public page</Trans>
          </a>
        }
        sentence={vacanciesSentence(list)}
        below={
          <Trans>Everybody may see what is open, without an account. Nobody but the secretariat sees candidates.</Trans>
        }
      />
      <div className="page-parts">
        <Section title={<Trans>Vacancies</Trans>} note={smallNote(list)}>
          {list.rows.length === 0 ? (
            <EmptyState>
              <Trans>The list begins with the first vacancy that the secretariat opens for an approved position.</Trans>
            </EmptyState>
          ) : (
            <DataTable
              caption={t`Vacancies, the last to close first, with candidates that came at least so far`}
              columns={columnsOf()}
              rows={list.rows}
              rowKey={({ id }) => id}
              fileName="vacancies"
            />
          )}
        </Section>
        <div className="columns">
          <div className="page-parts">
            <Without list={list} />
            {past ? null : <CandidateBalance />}
          </div>
          <Times list={list} />
        </div>
        {may('candidate.handle').allowed ? <RetentionSection /> : null}
      </div>
    </>
  );
}

/** Who is on the lists of all vacancies together. It is of today alone, so a page that stands in the past has none. */
function CandidateBalance() {
  const { data: balance } = useSuspenseQuery(api.vacancies.balance.queryOptions({}));
  return (
    <Section title={<Trans>Balance of candidates</Trans>} note={balanceNote(balance)}>
      {balance.counted === 0 ? (
        <EmptyState>
          <Trans>There is no balance yet: it begins with three candidates on a long list.</Trans>
        </EmptyState>
      ) : (
        <BalanceTable balance={balance} fileName="balance-of-candidates" />
      )}
    </Section>
  );
}

function smallNote({ rows }: VacancyList) {
  const hidden = rows.flatMap((row) => row.counts).some(({ count }) => count === null);
  return hidden ? (
    <Trans>One or two candidates are somebody in particular, so such numbers are not told.</Trans>
  ) : undefined;
}

function countColumn(index: number, stage: VacancyRow['counts'][number]['stage']): Column<VacancyRow> {
  const words = candidateStageWord(stage);
  return {
    key: stage,
    head: words.charAt(0).toUpperCase() + words.slice(1),
    align: 'end',
    cell: ({ counts }) => <span className="number">{countWords(counts[index]?.count ?? null)}</span>,
    csv: ({ counts }) => countWords(counts[index]?.count ?? null),
  };
}

function columnsOf(): Column<VacancyRow>[] {
  return [
    {
      key: 'position',
      head: t`Position`,
      rowHead: true,
      cell: ({ id, position, organization, dutyStation }) => (
        <>
          <Link to="/vacancies/$id" params={{ id }}>
            {position.title}
          </Link>
          <span className="data-table__second">
            {organization.shortName}, {dutyStation.name}
          </span>
        </>
      ),
      csv: ({ position }) => position.title,
      inCsvToo: [
        { head: t`Host organization`, csv: ({ organization }) => organization.name },
        { head: t`Duty station`, csv: ({ dutyStation }) => dutyStation.name },
      ],
    },
    {
      key: 'status',
      head: t`Vacancy`,
      cell: (row) => (
        <>
          <VacancyMark row={row} />
          <span className="data-table__second">{daysWords(row)}</span>
        </>
      ),
      csv: vacancyStatusWord,
    },
    { key: 'opens', head: t`Opens`, cell: (row) => <DateText on={row.opensOn} />, csv: ({ opensOn }) => opensOn },
    { key: 'closes', head: t`Closes`, cell: (row) => <DateText on={row.closesOn} />, csv: ({ closesOn }) => closesOn },
    {
      key: 'state',
      head: t`The position is`,
      cell: ({ position }) => stateWord(position.state),
      csv: ({ position }) => stateWord(position.state),
    },
    countColumn(0, 'long-list'),
    countColumn(1, 'short-list'),
    countColumn(2, 'interviewed'),
    {
      key: 'fill',
      head: t`Days to fill`,
      align: 'end',
      cell: ({ recruitment }) => <span className="number">{recruitment?.daysToFill ?? '–'}</span>,
      csv: ({ recruitment }) => (recruitment?.daysToFill == null ? '' : { number: String(recruitment.daysToFill) }),
    },
  ];
}

/** Positions that may be advertised and are not. */
function Without({ list: { without } }: { readonly list: VacancyList }) {
  const { may } = useSession();
  const [open, setOpen] = useState<VacancyList['without'][number] | null>(null);
  return (
    <Section title={<Trans>To be advertised, without a vacancy</Trans>}>
      {without.length === 0 ? (
        <EmptyState>
          <Trans>Every position that is approved or advertised has its vacancy.</Trans>
        </EmptyState>
      ) : (
        <ul className="vacancies__without">
          {without.map((position) => (
            <li key={position.id}>
              <span>
                <Link to="/positions/$id" params={{ id: position.id }}>
                  {position.title}
                </Link>
                <span className="data-table__second">{position.organization}</span>
              </span>
              <PermittedButton
                permission={may('vacancy.record')}
                aria-label={t`Open a vacancy: ${position.title}`}
                onClick={() => setOpen(position)}
              >
                <Trans>Open a vacancy</Trans>
              </PermittedButton>
            </li>
          ))}
        </ul>
      )}
      {open === null ? null : <OpenVacancyForm position={open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

type Stage = VacancyList['times']['stages'][number];

/** How long recruitment takes, over all positions that were advertised. */
function Times({ list: { times } }: { readonly list: VacancyList }) {
  const filled =
    times.daysToFill === null
      ? t`Nobody has been selected yet`
      : plural(times.filled, {
          one: `The one post that was filled took ${times.daysToFill} days`,
          other: `Half of # posts were filled within ${times.daysToFill} days`,
        });
  const columns: Column<Stage>[] = [
    {
      key: 'state',
      head: t`State`,
      rowHead: true,
      cell: ({ state }) => stateWord(state),
      csv: ({ state }) => stateWord(state),
    },
    {
      key: 'positions',
      head: t`Positions`,
      align: 'end',
      cell: ({ positions }) => <span className="number">{positions}</span>,
      csv: ({ positions }) => ({ number: String(positions) }),
    },
    {
      key: 'days',
      head: t`Days, the middle one`,
      align: 'end',
      cell: ({ days }) => <span className="number">{days}</span>,
      csv: ({ days }) => ({ number: String(days) }),
    },
  ];
  return (
    <Section
      title={<Trans>How long it takes</Trans>}
      note={
        <Trans>
          From the first advertisement to the selection. Other programmes say four to five months (jpo.gov.kw). A state
          that still lasts counts up to today.
        </Trans>
      }
    >
      <p>{filled}</p>
      {times.stages.length === 0 ? null : (
        <DataTable
          caption={t`Days that positions spent in each state of recruitment`}
          columns={columns}
          rows={times.stages}
          rowKey={({ state }) => state}
          fileName="time-to-fill"
        />
      )}
    </Section>
  );
}
