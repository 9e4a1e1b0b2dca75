import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { createRoute, createRouter, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import { NEUTRAL_CHOICE } from '@dcc/domain/forecast/inputs';
import { api } from '../api/client.ts';
import { allocationSearch } from '../features/allocation/allocation-search.ts';
import { booksSearch } from '../features/books/books-search.ts';
import { contributionsQuery, contributionsSearch } from '../features/contributions/contributions-search.ts';
import { contributorsSearch } from '../features/contributors/contributors-search.ts';
import { forecastSearch } from '../features/forecast/forecast-search.ts';
import { givingSearch } from '../features/giving/giving-search.ts';
import { ledgerQuery, ledgerSearch } from '../features/ledger/ledger-search.ts';
import { performanceSearch } from '../features/performance/performance-search.ts';
import { movementsSearch, recentMovements } from '../features/movements/movements-search.ts';
import { ratesSearch } from '../features/rates/rates-search.ts';
import { vacancySearch } from '../features/vacancies/vacancy-search.ts';
import { peopleSearch } from '../features/people/people-search.ts';
import { positionSearch, positionsQuery, positionsSearch } from '../features/positions/positions-search.ts';
import { statementQuery, statementSearch, statementEarlier } from '../features/statement/statement-search.ts';
import { firstStepsAhead } from '../ui/first-steps/lazy-first-steps.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { withChoices } from './choices.ts';
import { committeeRoutes } from './committee-routes.ts';
import { ErrorPage, NotFoundPage } from './problem-pages.tsx';
import { get, root, signedIn, signIn } from './root-routes.tsx';
import { goHome, requirePermission } from './route-guards.ts';
import { parseSearch, stringifySearch } from './search-params.ts';
import { askedOf, standOf, earlierOf, type StandpointSearch } from './standpoint.ts';

// The whole site map: every screen, its address, who may open it, what it loads. Pages are fetched when first opened.

const nowAndThen = (search: StandpointSearch) => ({ now: standOf(search), earlier: earlierOf(search) });

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  staticData: { title: msg`Overview`, compares: true },
  beforeLoad: goHome,
  loaderDeps: ({ search }) => nowAndThen(search),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([
      get(api.overview.get.queryOptions(now)),
      get(api.overview.get.queryOptions(earlier)),
      firstStepsAhead(),
    ]),
  component: lazyRouteComponent(() => import('../features/overview/overview-page.tsx'), 'OverviewPage'),
});

const forecast = createRoute({
  getParentRoute: () => signedIn,
  path: '/forecast',
  staticData: { title: msg`Forecast` },
  validateSearch: forecastSearch,
  search: { middlewares: [stripSearchParams(NEUTRAL_CHOICE)] },
  beforeLoad: requirePermission('forecast.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.forecast.facts.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/forecast/forecast-page.tsx'), 'ForecastPage'),
});

const fundPerformance = createRoute({
  getParentRoute: () => signedIn,
  path: '/performance',
  staticData: { title: msg`Performance`, compares: true },
  validateSearch: performanceSearch,
  search: { middlewares: [stripSearchParams({ map: 'positions' })] },
  beforeLoad: requirePermission('performance.read'),
  loaderDeps: ({ search }) => nowAndThen(search),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([
      get(api.performance.get.queryOptions(now)),
      get(api.performance.get.queryOptions(earlier)),
      get(api.vacancies.balance.queryOptions({})),
    ]),
  component: lazyRouteComponent(() => import('../features/performance/performance-page.tsx'), 'PerformancePage'),
});

const allocation = createRoute({
  getParentRoute: () => signedIn,
  path: '/allocation',
  staticData: { title: msg`Where the money goes`, compares: true },
  validateSearch: allocationSearch,
  search: { middlewares: [stripSearchParams({ by: 'host' })] },
  beforeLoad: requirePermission('overview.read'),
  loaderDeps: ({ search }) => nowAndThen(search),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([get(api.allocation.get.queryOptions(now)), get(api.allocation.get.queryOptions(earlier))]),
  component: lazyRouteComponent(() => import('../features/allocation/allocation-page.tsx'), 'AllocationPage'),
});

const giving = createRoute({
  getParentRoute: () => signedIn,
  path: '/giving',
  staticData: { title: msg`Who gives`, compares: true },
  validateSearch: givingSearch,
  beforeLoad: requirePermission('overview.read'),
  loaderDeps: ({ search }) => nowAndThen(search),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([get(api.giving.get.queryOptions(now)), get(api.giving.get.queryOptions(earlier))]),
  component: lazyRouteComponent(() => import('../features/giving/giving-page.tsx'), 'GivingPage'),
});

const statement = createRoute({
  getParentRoute: () => signedIn,
  path: '/statement',
  staticData: { title: msg`Statement`, compares: true },
  validateSearch: statementSearch,
  beforeLoad: requirePermission('statement.read'),
  loaderDeps: ({ search }) => ({ now: statementQuery(search), earlier: statementEarlier(search) }),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([get(api.statement.get.queryOptions(now)), get(api.statement.get.queryOptions(earlier))]),
  component: lazyRouteComponent(() => import('../features/statement/statement-page.tsx'), 'StatementPage'),
});

const books = createRoute({
  getParentRoute: () => signedIn,
  path: '/books',
  staticData: { title: msg`Two books`, compares: true },
  validateSearch: booksSearch,
  beforeLoad: requirePermission('statement.read'),
  loaderDeps: ({ search }) => nowAndThen(search),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([get(api.books.get.queryOptions(now)), get(api.books.get.queryOptions(earlier))]),
  component: lazyRouteComponent(() => import('../features/books/books-page.tsx'), 'BooksPage'),
});

const years = createRoute({
  getParentRoute: () => signedIn,
  path: '/years',
  staticData: { title: msg`Financial years` },
  beforeLoad: requirePermission('statement.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.years.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/years/years-page.tsx'), 'YearsPage'),
});

const contributions = createRoute({
  getParentRoute: () => signedIn,
  path: '/contributions',
  staticData: { title: msg`Contributions`, compares: true },
  validateSearch: contributionsSearch,
  search: { middlewares: [stripSearchParams({ sort: 'date', direction: 'desc', page: 1 })] },
  beforeLoad: requirePermission('contributions.read'),
  loaderDeps: ({ search }) => {
    const now = contributionsQuery(askedOf(search));
    return { now, earlier: { ...now, ...earlierOf(search) } };
  },
  loader: ({ deps: { now, earlier } }) =>
    withChoices(
      Promise.all([get(api.contributions.list.queryOptions(now)), get(api.contributions.list.queryOptions(earlier))]),
    ),
  component: lazyRouteComponent(() => import('../features/contributions/contributions-page.tsx'), 'ContributionsPage'),
});

const contribution = createRoute({
  getParentRoute: () => signedIn,
  path: '/contributions/$id',
  staticData: { title: msg`Contribution` },
  beforeLoad: requirePermission('contributions.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ params, deps }) => get(api.contributions.get.queryOptions({ id: params.id, ...deps })),
  component: lazyRouteComponent(() => import('../features/contributions/contribution-page.tsx'), 'ContributionPage'),
});

const contributors = createRoute({
  getParentRoute: () => signedIn,
  path: '/contributors',
  staticData: { title: msg`Contributors`, compares: true },
  validateSearch: contributorsSearch,
  search: { middlewares: [stripSearchParams({ sort: 'received', direction: 'desc' })] },
  beforeLoad: requirePermission('contributions.read'),
  loaderDeps: ({ search }) => nowAndThen(search),
  loader: ({ deps: { now, earlier } }) =>
    Promise.all([get(api.contributors.list.queryOptions(now)), get(api.contributors.list.queryOptions(earlier))]),
  component: lazyRouteComponent(() => import('../features/contributors/contributors-page.tsx'), 'ContributorsPage'),
});

const contributor = createRoute({
  getParentRoute: () => signedIn,
  path: '/contributors/$id',
  staticData: { title: msg`Contributor` },
  beforeLoad: requirePermission('contributions.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ params, deps }) => get(api.contributors.get.queryOptions({ id: params.id, ...deps })),
  component: lazyRouteComponent(() => import('../features/contributors/contributor-page.tsx'), 'ContributorPage'),
});

const ledger = createRoute({
  getParentRoute: () => signedIn,
  path: '/ledger',
  staticData: { title: msg`Ledger` },
  validateSearch: ledgerSearch,
  beforeLoad: requirePermission('ledger.read'),
  loaderDeps: ({ search }) => askedOf(search),
  loader: ({ deps }) => get(api.ledger.list.queryOptions(ledgerQuery(deps))),
  component: lazyRouteComponent(() => import('../features/ledger/ledger-page.tsx'), 'LedgerPage'),
});

const entry = createRoute({
  getParentRoute: () => signedIn,
  path: '/ledger/$id',
  staticData: { title: msg`Entry` },
  beforeLoad: requirePermission('ledger.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ params, deps }) => get(api.ledger.get.queryOptions({ id: params.id, ...deps })),
  component: lazyRouteComponent(() => import('../features/ledger/entry-page.tsx'), 'EntryPage'),
});

const movements = createRoute({
  getParentRoute: () => signedIn,
  path: '/movements',
  staticData: { title: msg`Movements` },
  validateSearch: movementsSearch,
  beforeLoad: requirePermission('ledger.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.ledger.list.queryOptions(recentMovements(deps))),
  component: lazyRouteComponent(() => import('../features/movements/movements-page.tsx'), 'MovementsPage'),
});

const rates = createRoute({
  getParentRoute: () => signedIn,
  path: '/rates',
  staticData: { title: msg`Rates` },
  validateSearch: ratesSearch,
  beforeLoad: requirePermission('ledger.read'),
  loaderDeps: ({ search }) => ({ ...standOf(search), currency: search.currency }),
  loader: ({ deps }) => get(api.rates.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/rates/rates-page.tsx'), 'RatesPage'),
});

const figure = createRoute({
  getParentRoute: () => signedIn,
  path: '/figures/$id',
  staticData: { title: msg`Figure` },
  beforeLoad: requirePermission('overview.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.overview.get.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/figures/figure-page.tsx'), 'FigurePage'),
});

const positions = createRoute({
  getParentRoute: () => signedIn,
  path: '/positions',
  staticData: { title: msg`Positions` },
  validateSearch: positionsSearch,
  search: { middlewares: [stripSearchParams({ sort: 'number', direction: 'asc', page: 1 })] },
  beforeLoad: requirePermission('positions.read'),
  loaderDeps: ({ search }) => askedOf(search),
  loader: ({ deps }) => withChoices(get(api.positions.list.queryOptions(positionsQuery(deps)))),
  component: lazyRouteComponent(() => import('../features/positions/positions-page.tsx'), 'PositionsPage'),
});

const position = createRoute({
  getParentRoute: () => signedIn,
  path: '/positions/$id',
  staticData: { title: msg`Position` },
  validateSearch: positionSearch,
  beforeLoad: requirePermission('positions.read'),
  loaderDeps: ({ search }) => ({ costTable: search.costTable, ...standOf(search) }),
  loader: ({ params, deps }) => withChoices(get(api.positions.get.queryOptions({ id: params.id, ...deps }))),
  component: lazyRouteComponent(() => import('../features/positions/position-page.tsx'), 'PositionPage'),
});

const vacancies = createRoute({
  getParentRoute: () => signedIn,
  path: '/vacancies',
  staticData: { title: msg`Vacancies` },
  beforeLoad: requirePermission('vacancies.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.vacancies.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/vacancies/vacancies-page.tsx'), 'VacanciesPage'),
});

const vacancy = createRoute({
  getParentRoute: () => signedIn,
  path: '/vacancies/$id',
  staticData: { title: msg`Vacancy` },
  validateSearch: vacancySearch,
  beforeLoad: requirePermission('vacancies.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ params, deps }) => get(api.vacancies.get.queryOptions({ id: params.id, ...deps })),
  component: lazyRouteComponent(() => import('../features/vacancies/vacancy-page.tsx'), 'VacancyPage'),
});

const ownPositions = createRoute({
  getParentRoute: () => signedIn,
  path: '/my-positions',
  staticData: { title: msg`My positions` },
  beforeLoad: requirePermission('own-positions.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.ownPositions.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/own-positions/own-positions-page.tsx'), 'OwnPositionsPage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  staticData: { title: msg`People`, ofToday: true },
  beforeLoad: requirePermission('people.read'),
  validateSearch: peopleSearch,
  loader: () => Promise.all([get(api.people.list.queryOptions({})), firstStepsAhead()]),
  component: lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage'),
});

const password = createRoute({
  getParentRoute: () => signedIn,
  path: '/password',
  staticData: { title: msg`Password`, ofToday: true },
  component: lazyRouteComponent(() => import('../features/people/password-page.tsx'), 'PasswordPage'),
});

/** For who works on the program: no part of the menu. */
const style = createRoute({
  getParentRoute: () => signedIn,
  path: '/style',
  staticData: { title: msg`Style`, ofToday: true },
  beforeLoad: requirePermission('style.view'),
  component: lazyRouteComponent(() => import('../features/style/style-page.tsx'), 'StylePage'),
});

/** Any other address: inside the frame, so that the way back is in sight. */
const elsewhere = createRoute({
  getParentRoute: () => signedIn,
  path: '$',
  staticData: { title: msg`Not found` },
  component: NotFoundPage,
});

const routeTree = root.addChildren([
  signIn,
  signedIn.addChildren([
    overview,
    giving,
    allocation,
    forecast,
    fundPerformance,
    statement,
    books,
    years,
    contributions,
    contribution,
    contributors,
    contributor,
    movements,
    rates,
    figure,
    ledger,
    entry,
    positions,
    position,
    vacancies,
    vacancy,
    ownPositions,
    ...committeeRoutes,
    people,
    password,
    style,
    elsewhere,
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  scrollRestoration: true,
  defaultPreload: 'intent',
  // react-query decides what is fresh; the router only asks.
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: PageSkeleton,
  defaultPendingMs: 200,
  defaultErrorComponent: ErrorPage,
  defaultNotFoundComponent: NotFoundPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    title?: MessageDescriptor;
    /** A page to work on: it shows today from every standpoint. */
    ofToday?: boolean;
    /** A page that shows its figures beside those of the day it is compared with. */
    compares?: boolean;
  }
}
