import './vacancies-page.css';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { Vacancy } from '../../api/views.ts';
import { useSession } from '../../app/session.ts';
import { useStandpoint } from '../../app/standpoint.ts';
import { stateWord } from '../../app/state-words.ts';
import { candidateStageWord, degreeWord, languageName } from '../../app/vacancy-words.ts';
import { PermittedButton } from '../../ui/button.tsx';
import { DateText } from '../../ui/date-text.tsx';
import { type Fact, Facts, FactText } from '../../ui/facts.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { Candidates } from './candidates.tsx';
import { ReviseVacancyForm } from './vacancy-form.tsx';
import { VacancyMark } from './vacancy-mark.tsx';
import { countWords, daysWords, vacancySentence } from './vacancy-sentences.ts';

const route = getRouteApi('/signed-in/vacancies/$id');

/** One vacancy: its days, what it asks for, and its candidates: themselves for the secretariat, numbers for the others. */
export function VacancyPage() {
  const { id } = route.useParams();
  const { data: vacancy } = useSuspenseQuery(api.vacancies.get.queryOptions({ id, ...useStandpoint().stand }));
  const { measuredOn } = route.useSearch();
  const navigate = route.useNavigate();
  const measure = (day: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, measuredOn: day }), resetScroll: false });
  const { may } = useSession();
  const [revising, setRevising] = useState(false);
  const { row } = vacancy;
  return (
    <>
      <PageHead
        asOf={vacancy.asOf}
        above={
          <>
            <Link to="/vacancies">
              <Trans>Vacancies</Trans>
            </Link>{' '}
            / <strong>{row.position.title}</strong>
          </>
        }
        sentence={vacancySentence(row)}
        below={
          <>
            {row.organization.name}, {row.dutyStation.name}
          </>
        }
        actions={
          <PermittedButton permission={may('vacancy.record')} onClick={() => setRevising(true)}>
            <Trans>Change the vacancy</Trans>
          </PermittedButton>
        }
      />
      {revising ? <ReviseVacancyForm vacancy={vacancy} onClose={() => setRevising(false)} /> : null}
      <div className="page-parts">
        {may('candidate.handle').allowed ? (
          <Candidates vacancy={vacancy} measuredOn={measuredOn} onMeasure={measure} />
        ) : (
          <Counts vacancy={vacancy} />
        )}
        <div className="columns">
          <Section title={<Trans>The vacancy</Trans>}>
            <Facts facts={factsOf(vacancy)} />
          </Section>
          <Section title={<Trans>Asked for</Trans>}>
            <Facts facts={criteriaFacts(vacancy)} />
          </Section>
        </div>
      </div>
    </>
  );
}

/** How many came how far, for those who may not see who they are. */
function Counts({ vacancy: { row } }: { readonly vacancy: Vacancy }) {
  return (
    <Section
      title={<Trans>Candidates</Trans>}
      note={
        <Trans>
          How many came at least so far. One or two are somebody in particular, so such numbers are not told. Only the
          secretariat sees candidates.
        </Trans>
      }
    >
      <Facts
        facts={row.counts.map(({ stage, count }) => ({
          key: stage,
          label: candidateStageWord(stage),
          value: <span className="number">{countWords(count)}</span>,
        }))}
      />
    </Section>
  );
}

function factsOf({ row, text, work, revisions }: Vacancy): Fact[] {
  const { recruitment } = row;
  const stages = recruitment?.stages.map(({ state, days }) => `${stateWord(state)} ${days}`).join(', ');
  const filled = recruitment?.daysToFill ?? null;
  const facts: (Fact | null)[] = [
    {
      key: 'status',
      label: <Trans>State</Trans>,
      value: (
        <>
          <VacancyMark row={row} /> <span className="soft">{daysWords(row)}</span>
        </>
      ),
    },
    {
      key: 'position',
      label: <Trans>Position</Trans>,
      value: (
        <>
          <Link to="/positions/$id" params={{ id: row.position.id }}>
            {row.position.title}
          </Link>
          , {stateWord(row.position.state)}
        </>
      ),
    },
    { key: 'opens', label: <Trans>Opens</Trans>, value: <DateText on={row.opensOn} /> },
    { key: 'closes', label: <Trans>Closes</Trans>, value: <DateText on={row.closesOn} /> },
    revisions === 0 ? null : { key: 'revisions', label: <Trans>Times changed</Trans>, value: revisions },
    stages === undefined
      ? null
      : { key: 'stages', label: <Trans>Days in each state</Trans>, value: <span className="number">{stages}</span> },
    filled === null ? null : { key: 'fill', label: <Trans>Days to fill</Trans>, value: filled },
    {
      key: 'work',
      label: <Trans>The work</Trans>,
      value: <FactText>{work === '' ? t`not described` : work}</FactText>,
    },
    {
      key: 'text',
      label: <Trans>For the public</Trans>,
      value: <FactText>{text === '' ? t`nothing more` : text}</FactText>,
    },
  ];
  return facts.filter((fact) => fact !== null);
}

/** Which version of which rule set says whose nationals may apply, and how many countries that makes today. */
function nationalityFact({ eligibility }: Vacancy): Fact {
  const label = <Trans>Nationality</Trans>;
  if (eligibility === null) return { key: 'nationality', label, value: <Trans>not asked</Trans> };
  const { name, version, inForce, countries } = eligibility;
  return {
    key: 'nationality',
    label,
    value: (
      <>
        <Link to="/eligibility">
          <Trans>
            {name}, version {version}
          </Trans>
        </Link>
        {inForce ? (
          <details>
            <summary>{plural(countries.length, { one: '# country', other: '# countries' })}</summary>
            {countries.join(', ')}
          </details>
        ) : (
          <span className="soft">
            {' '}
            <Trans>does not hold on this day</Trans>
          </span>
        )}
      </>
    ),
  };
}

function criteriaFacts(vacancy: Vacancy): Fact[] {
  const { criteria } = vacancy;
  const { oldestAge, degree, experienceYears, languages } = criteria;
  const named = (codes: readonly string[]): string =>
    codes.length === 0 ? t`none` : codes.map(languageName).join(', ');
  return [
    nationalityFact(vacancy),
    { key: 'age', label: <Trans>Oldest age</Trans>, value: oldestAge ?? <Trans>not asked</Trans> },
    {
      key: 'degree',
      label: <Trans>Degree</Trans>,
      value: degree === null ? <Trans>not asked</Trans> : degreeWord(degree),
    },
    {
      key: 'experience',
      label: <Trans>Years of work</Trans>,
      value: experienceYears === 0 ? <Trans>not asked</Trans> : experienceYears,
    },
    { key: 'all', label: <Trans>Languages, all of them</Trans>, value: named(languages.all) },
    { key: 'one', label: <Trans>Languages, at least one</Trans>, value: named(languages.oneOf) },
    { key: 'asset', label: <Trans>Languages that help</Trans>, value: named(languages.asset) },
  ];
}
