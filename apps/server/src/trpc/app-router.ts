import { allocationRouter } from '../features/allocation/allocation.router.ts';
import { booksRouter } from '../features/books/books.router.ts';
import { candidatesRouter } from '../features/candidates/candidates.router.ts';
import { committeeRouter } from '../features/committee/committee.router.ts';
import { contributionsRouter } from '../features/contributions/contributions.router.ts';
import { contributorsRouter } from '../features/contributors/contributors.router.ts';
import { decisionsRouter } from '../features/decisions/decisions.router.ts';
import { criteriaRouter } from '../features/criteria/criteria.router.ts';
import { documentsRouter } from '../features/documents/documents.router.ts';
import { eligibilityRouter } from '../features/eligibility/eligibility.router.ts';
import { firstStepsRouter } from '../features/first-steps/first-steps.router.ts';
import { givingRouter } from '../features/giving/giving.router.ts';
import { forecastRouter } from '../features/forecast/forecast.router.ts';
import { ledgerRouter } from '../features/ledger/ledger.router.ts';
import { meetingsRouter } from '../features/meetings/meetings.router.ts';
import { movementsRouter } from '../features/movements/movements.router.ts';
import { ownPositionsRouter } from '../features/own-positions/own-positions.router.ts';
import { overviewRouter } from '../features/overview/overview.router.ts';
import { peopleRouter } from '../features/people/people.router.ts';
import { performanceRouter } from '../features/performance/performance.router.ts';
import { poolsRouter } from '../features/pools/pools.router.ts';
import { positionsRouter } from '../features/positions/positions.router.ts';
import { ratesRouter } from '../features/rates/rates.router.ts';
import { referenceRouter } from '../features/reference/reference.router.ts';
import { roundsRouter } from '../features/rounds/rounds.router.ts';
import { savedViewsRouter } from '../features/saved-views/saved-views.router.ts';
import { sessionRouter } from '../features/session/session.router.ts';
import { statementRouter } from '../features/statement/statement.router.ts';
import { vacanciesRouter } from '../features/vacancies/vacancies.router.ts';
import { yearsRouter } from '../features/years/years.router.ts';
import { router } from './trpc.ts';

/** Everything the program can be asked, on one screen. */
export const appRouter = router({
  session: sessionRouter,
  savedViews: savedViewsRouter,
  overview: overviewRouter,
  firstSteps: firstStepsRouter,
  forecast: forecastRouter,
  performance: performanceRouter,
  statement: statementRouter,
  allocation: allocationRouter,
  books: booksRouter,
  giving: givingRouter,
  contributions: contributionsRouter,
  contributors: contributorsRouter,
  pools: poolsRouter,
  positions: positionsRouter,
  vacancies: vacanciesRouter,
  candidates: candidatesRouter,
  ownPositions: ownPositionsRouter,
  committee: committeeRouter,
  meetings: meetingsRouter,
  decisions: decisionsRouter,
  rounds: roundsRouter,
  criteria: criteriaRouter,
  eligibility: eligibilityRouter,
  ledger: ledgerRouter,
  years: yearsRouter,
  movements: movementsRouter,
  documents: documentsRouter,
  rates: ratesRouter,
  people: peopleRouter,
  reference: referenceRouter,
});
export type AppRouter = typeof appRouter;
