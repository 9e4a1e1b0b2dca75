import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Action } from '@dcc/domain/people/capability';

export type Screen = {
  readonly to:
    | '/'
    | '/giving'
    | '/allocation'
    | '/forecast'
    | '/performance'
    | '/statement'
    | '/books'
    | '/years'
    | '/contributions'
    | '/contributors'
    | '/movements'
    | '/rates'
    | '/ledger'
    | '/positions'
    | '/vacancies'
    | '/my-positions'
    | '/committee'
    | '/meetings'
    | '/rounds'
    | '/decisions'
    | '/people'
    | '/password';
  readonly label: MessageDescriptor;
  /** What a person must be allowed to do to open it; `null` for everybody who is signed in. */
  readonly requires: Action | null;
  /** Goes there when it is typed after G. */
  readonly key?: string;
  /** Only for who belongs to a contributor. */
  readonly ofContributor?: true;
};

export type ScreenGroup = { readonly label: MessageDescriptor; readonly screens: readonly Screen[] };

/** The menu, in the order of the committee's work. */
export const SCREEN_GROUPS: readonly ScreenGroup[] = [
  {
    label: msg`Review`,
    screens: [
      { to: '/', key: 'o', label: msg`Overview`, requires: 'overview.read' },
      { to: '/giving', key: 'w', label: msg`Who gives`, requires: 'overview.read' },
      { to: '/allocation', key: 'a', label: msg`Where the money goes`, requires: 'overview.read' },
      { to: '/forecast', key: 'f', label: msg`Forecast`, requires: 'forecast.read' },
      { to: '/performance', key: 'e', label: msg`Performance`, requires: 'performance.read' },
      { to: '/statement', key: 's', label: msg`Statement`, requires: 'statement.read' },
      { to: '/books', key: 'b', label: msg`Two books`, requires: 'statement.read' },
      { to: '/years', key: 'y', label: msg`Financial years`, requires: 'statement.read' },
    ],
  },
  {
    label: msg`Record`,
    screens: [
      { to: '/contributions', key: 'c', label: msg`Contributions`, requires: 'contributions.read' },
      { to: '/contributors', key: 'i', label: msg`Contributors`, requires: 'contributions.read' },
      { to: '/movements', key: 'u', label: msg`Movements`, requires: 'ledger.read' },
      { to: '/ledger', key: 'l', label: msg`Ledger`, requires: 'ledger.read' },
      { to: '/rates', key: 'x', label: msg`Rates`, requires: 'ledger.read' },
    ],
  },
  {
    label: msg`Allocate`,
    screens: [
      { to: '/positions', key: 'p', label: msg`Positions`, requires: 'positions.read' },
      { to: '/vacancies', key: 'v', label: msg`Vacancies`, requires: 'vacancies.read' },
      { to: '/my-positions', label: msg`My positions`, requires: 'own-positions.read', ofContributor: true },
    ],
  },
  {
    label: msg`Committee`,
    screens: [
      { to: '/meetings', key: 'm', label: msg`Meetings`, requires: 'committee.read' },
      { to: '/decisions', key: 'd', label: msg`Decisions`, requires: 'committee.read' },
      { to: '/rounds', key: 'r', label: msg`Rounds`, requires: 'rounds.read' },
      { to: '/committee', key: 't', label: msg`Members and rules`, requires: 'committee.read' },
    ],
  },
  {
    label: msg`Account`,
    screens: [
      { to: '/people', label: msg`People`, requires: 'people.read' },
      { to: '/password', label: msg`Password`, requires: null },
    ],
  },
];
