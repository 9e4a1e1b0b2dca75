import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { FindHit } from '../api/views.ts';
import { SCREEN_GROUPS } from './navigation.ts';
import { PALETTE_ACTIONS } from './palette-actions.ts';
import { useSession } from './session.ts';
import { useTourSteps } from './tour-steps.ts';

export type Destination = {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
  /** Where it leads; `null` for the sheet of shortcuts, which opens here. */
  readonly href: string | null;
  /** A whole address, with its days: it is opened as it was saved. */
  readonly whole?: true;
};

const PAPERS_OF = { contribution: '/contributions', entry: '/ledger', decision: '/decisions' } as const;

function pathOf(hit: FindHit): string {
  switch (hit.kind) {
    case 'contributor':
      return `/contributors/${hit.id}`;
    case 'contribution':
      return `/contributions/${hit.id}`;
    case 'pool':
      return `/contributions?poolId=${hit.id}`;
    case 'host':
      return `/positions?organizationId=${hit.id}`;
    case 'position':
      return `/positions/${hit.id}`;
    case 'decision':
      return `/decisions/${hit.id}`;
    case 'meeting':
      return `/meetings/${hit.id}`;
    case 'round':
      return `/rounds/${hit.id}`;
    case 'vacancy':
      return `/vacancies/${hit.id}`;
    case 'document':
      return `${PAPERS_OF[hit.subject.kind]}/${hit.subject.id}`;
    case 'person':
      return '/people';
  }
}

/** What a record is, where its name alone does not say it. */
function detailOf({ kind, detail }: FindHit): string {
  switch (kind) {
    case 'vacancy':
      return t`Vacancy, ${detail}`;
    case 'host':
      return t`Host, ${detail}`;
    case 'round':
      return t`Round`;
    case 'pool':
      return t`Pool`;
    case 'document':
      return t`Document`;
    case 'person':
      return t`Person`;
    default:
      return detail;
  }
}

/** Screens and actions of this person, whose names hold the text. */
function useOwnDestinations(): readonly Destination[] {
  const { may, person } = useSession();
  const toured = useTourSteps().length > 0;
  const screens = SCREEN_GROUPS.flatMap((group) =>
    group.screens
      .filter(({ ofContributor }) => ofContributor !== true || person?.contributorId != null)
      .filter((screen) => screen.requires === null || may(screen.requires).allowed)
      .map((screen) => ({ key: screen.to, label: i18n._(screen.label), detail: i18n._(group.label), href: screen.to })),
  );
  const rules = [
    { key: '/criteria', label: t`Criteria`, detail: t`Rounds`, href: '/criteria' },
    { key: '/eligibility', label: t`Eligibility and earmarks`, detail: t`Rounds`, href: '/eligibility' },
  ];
  const actions = PALETTE_ACTIONS.filter(({ requires }) => may(requires).allowed).map(({ label, href }) => ({
    key: `do ${typeof label === 'function' ? href : label.id}`,
    label: typeof label === 'function' ? label() : i18n._(label),
    detail: t`Action`,
    href,
  }));
  const style = { key: '/style', label: t`Style`, detail: t`For developers`, href: '/style' };
  const tour = { key: 'tour', label: t`Take the tour`, detail: t`Help`, href: '/?tour=overview' };
  const sheet = { key: 'shortcuts', label: t`Keyboard shortcuts`, detail: t`Help`, href: null };
  return [
    ...screens,
    ...(may('rounds.read').allowed ? rules : []),
    ...(may('style.view').allowed ? [style] : []),
    ...actions,
    ...(toured ? [tour] : []),
    sheet,
  ];
}

/** Screens and actions at once, saved views and records as soon as the server has found them. */
export function useDestinations(text: string): readonly Destination[] {
  const wanted = text.trim().toLowerCase();
  const own = useOwnDestinations();
  const found = useQuery(
    api.reference.find.queryOptions(
      { text: wanted },
      { enabled: wanted.length > 1, placeholderData: keepPreviousData },
    ),
  );
  const { data: kept } = useQuery(api.savedViews.list.queryOptions({}));
  const views = (kept?.saved ?? []).map(({ id, name, path }) => ({
    key: `view ${id}`,
    label: name,
    detail: t`Saved view`,
    href: path,
    whole: true as const,
  }));
  const records = wanted.length > 1 ? (found.data?.hits ?? []) : [];
  return [
    ...[...own, ...views].filter(({ label }) => label.toLowerCase().includes(wanted)),
    ...records.flatMap((hit) => [
      { key: `${hit.kind} ${hit.id}`, label: hit.label, detail: detailOf(hit), href: pathOf(hit) },
      ...(hit.kind === 'meeting'
        ? [{ key: `show ${hit.id}`, label: hit.label, detail: t`Committee mode`, href: `${pathOf(hit)}/show` }]
        : []),
    ]),
  ];
}
