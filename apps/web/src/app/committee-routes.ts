import { msg } from '@lingui/core/macro';
import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import { api } from '../api/client.ts';
import { decisionsSearch } from '../features/decisions/decisions-search.ts';
import { meetingSearch, meetingsSearch, showSearch } from '../features/meetings/meeting-search.ts';
import { roundSearch, roundsSearch } from '../features/rounds/rounds-search.ts';
import { get, signedIn } from './root-routes.tsx';
import { requirePermission } from './route-guards.ts';
import { standOf } from './standpoint.ts';

// The committee's screens: its members, rounds and their rules, meetings, decisions.

const committee = createRoute({
  getParentRoute: () => signedIn,
  path: '/committee',
  staticData: { title: msg`Members and rules` },
  beforeLoad: requirePermission('committee.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.committee.get.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/committee/committee-page.tsx'), 'CommitteePage'),
});

const rounds = createRoute({
  getParentRoute: () => signedIn,
  path: '/rounds',
  staticData: { title: msg`Rounds` },
  validateSearch: roundsSearch,
  beforeLoad: requirePermission('rounds.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.rounds.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/rounds/rounds-page.tsx'), 'RoundsPage'),
});

const round = createRoute({
  getParentRoute: () => signedIn,
  path: '/rounds/$id',
  staticData: { title: msg`Round`, ofToday: true },
  beforeLoad: requirePermission('rounds.read'),
  validateSearch: roundSearch,
  loader: ({ params }) => get(api.rounds.get.queryOptions({ id: params.id })),
  component: lazyRouteComponent(() => import('../features/rounds/round-page.tsx'), 'RoundPage'),
});

const criteria = createRoute({
  getParentRoute: () => signedIn,
  path: '/criteria',
  staticData: { title: msg`Criteria` },
  beforeLoad: requirePermission('rounds.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.criteria.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/criteria/criteria-page.tsx'), 'CriteriaPage'),
});

const eligibility = createRoute({
  getParentRoute: () => signedIn,
  path: '/eligibility',
  staticData: { title: msg`Eligibility` },
  beforeLoad: requirePermission('rounds.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.eligibility.get.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/eligibility/eligibility-page.tsx'), 'EligibilityPage'),
});

const meetings = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings',
  staticData: { title: msg`Meetings` },
  validateSearch: meetingsSearch,
  beforeLoad: requirePermission('committee.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.meetings.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/meetings/meetings-page.tsx'), 'MeetingsPage'),
});

const meeting = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$id',
  staticData: { title: msg`Meeting`, ofToday: true },
  validateSearch: meetingSearch,
  beforeLoad: requirePermission('committee.read'),
  loader: ({ params }) => get(api.meetings.get.queryOptions({ id: params.id })),
  component: lazyRouteComponent(() => import('../features/meetings/meeting-page.tsx'), 'MeetingScreen'),
});

const meetingPack = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$id/pack',
  staticData: { title: msg`Meeting pack` },
  beforeLoad: requirePermission('committee.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ params, deps }) =>
    Promise.all([
      get(api.meetings.get.queryOptions({ id: params.id })),
      get(api.statement.get.queryOptions(deps)),
      get(api.overview.get.queryOptions(deps)),
    ]),
  component: lazyRouteComponent(() => import('../features/meetings/pack-page.tsx'), 'PackPage'),
});

const meetingShow = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$id/show',
  staticData: { title: msg`Committee mode`, ofToday: true },
  validateSearch: showSearch,
  search: { middlewares: [stripSearchParams({ slide: 1 })] },
  beforeLoad: requirePermission('committee.read'),
  loader: ({ params }) =>
    Promise.all([get(api.meetings.get.queryOptions({ id: params.id })), get(api.overview.get.queryOptions({}))]),
  component: lazyRouteComponent(() => import('../features/meetings/show-page.tsx'), 'ShowPage'),
});

const decisions = createRoute({
  getParentRoute: () => signedIn,
  path: '/decisions',
  staticData: { title: msg`Decisions` },
  validateSearch: decisionsSearch,
  beforeLoad: requirePermission('committee.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ deps }) => get(api.decisions.list.queryOptions(deps)),
  component: lazyRouteComponent(() => import('../features/decisions/decisions-page.tsx'), 'DecisionsPage'),
});

const decision = createRoute({
  getParentRoute: () => signedIn,
  path: '/decisions/$id',
  staticData: { title: msg`Decision` },
  beforeLoad: requirePermission('committee.read'),
  loaderDeps: ({ search }) => standOf(search),
  loader: ({ params, deps }) => get(api.decisions.get.queryOptions({ id: params.id, ...deps })),
  component: lazyRouteComponent(() => import('../features/decisions/decision-page.tsx'), 'DecisionPage'),
});

export const committeeRoutes = [
  committee,
  rounds,
  round,
  criteria,
  eligibility,
  meetings,
  meeting,
  meetingPack,
  meetingShow,
  decisions,
  decision,
] as const;
