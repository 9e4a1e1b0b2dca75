import type { inferOutput } from '@trpc/tanstack-react-query';
import type { api } from './client.ts';

/** What the server answers, by the name of the screen. */
export type Session = inferOutput<typeof api.session.current>;
export type Overview = inferOutput<typeof api.overview.get>;
export type Statement = inferOutput<typeof api.statement.get>;
export type StatementColumn = Statement['columns'][number];
export type Books = inferOutput<typeof api.books.get>;
export type BooksHost = Books['hosts'][number];
export type TwoBooks = Books['total'];
export type BooksCause = BooksHost['causes'][number];
export type ContributionList = inferOutput<typeof api.contributions.list>;
export type ContributionRow = ContributionList['rows'][number];
export type Contribution = inferOutput<typeof api.contributions.get>;
export type ContributorList = inferOutput<typeof api.contributors.list>;
export type Contributor = inferOutput<typeof api.contributors.get>;
export type PositionList = inferOutput<typeof api.positions.list>;
export type PositionRow = PositionList['rows'][number];
export type Position = inferOutput<typeof api.positions.get>;
export type VacancyList = inferOutput<typeof api.vacancies.list>;
export type VacancyRow = VacancyList['rows'][number];
export type Vacancy = inferOutput<typeof api.vacancies.get>;
export type OwnPositions = inferOutput<typeof api.ownPositions.list>;
export type CandidateList = inferOutput<typeof api.candidates.list>;
export type Candidate = CandidateList['rows'][number];
export type Retention = inferOutput<typeof api.candidates.retention>;
export type EntryList = inferOutput<typeof api.ledger.list>;
export type EntryRow = EntryList['rows'][number];
export type Entry = inferOutput<typeof api.ledger.get>;
export type Documents = inferOutput<typeof api.documents.list>;
export type Years = inferOutput<typeof api.years.list>;
export type FinancialYear = Years['years'][number];
export type People = inferOutput<typeof api.people.list>;
export type MovementForms = inferOutput<typeof api.movements.forms>;
export type SponsoredPosition = MovementForms['positions'][number];
export type RateList = inferOutput<typeof api.rates.list>;
export type Choices = inferOutput<typeof api.reference.choices>;
export type FindHit = inferOutput<typeof api.reference.find>['hits'][number];
export type EntryPreview = inferOutput<typeof api.ledger.reversal.preview>;
export type Recorded = inferOutput<typeof api.ledger.reversal.record>;
export type Posting = EntryPreview['postings'][number];
export type Figure = Overview['figures']['balance'];
export type EntryFilter = NonNullable<Figure['entries']>;

export type Committee = inferOutput<typeof api.committee.get>;
export type CommitteeSeat = Committee['seats'][number];
export type CommitteeRules = NonNullable<Committee['rules']>;
export type MeetingList = inferOutput<typeof api.meetings.list>;
export type MeetingPage = inferOutput<typeof api.meetings.get>;
export type ActionPoint = MeetingPage['actionPoints'][number];
export type DecisionList = inferOutput<typeof api.decisions.list>;
export type DecisionStory = inferOutput<typeof api.decisions.get>;
export type DraftDecision = DecisionList['pending'][number];
export type DraftChoices = inferOutput<typeof api.decisions.draft.choices>;

/** An exact amount as it travels: a decimal text beside its currency. */
export type Money = { readonly amount: string; readonly currency: string };
