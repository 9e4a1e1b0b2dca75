import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { Action } from '@dcc/domain/people/capability';
import { actionOf } from '../features/movements/movement-groups.ts';
import { MOVEMENT_FORMS } from '../features/movements/movements-search.ts';
import { recipeName } from './recipe-words.ts';

export type PaletteAction = {
  readonly label: MessageDescriptor | (() => string);
  readonly requires: Action;
  /** The page with its form open, or the page on which a record is chosen first. */
  readonly href: string;
};

/** What can be begun from anywhere, in the order of the menu: for who may do it. */
export const PALETTE_ACTIONS: readonly PaletteAction[] = [
  { label: msg`Sign an agreement`, requires: 'agreement.sign', href: '/contributions?record=agreement' },
  { label: msg`Record a pledge`, requires: 'pledge.record', href: '/contributions?record=pledge' },
  { label: msg`Record a deposit`, requires: 'deposit.receive', href: '/contributions?stage=signed' },
  { label: msg`Add a contributor`, requires: 'contributor.create', href: '/contributions?record=contributor' },
  { label: msg`Add a pool`, requires: 'pool.create', href: '/contributions?record=pool' },
  ...MOVEMENT_FORMS.map((form) => ({
    label: () => recipeName(form),
    requires: actionOf(form),
    href: `/movements?record=${form}`,
  })),
  { label: msg`Certify entries`, requires: 'entry.certify', href: '/ledger?certification=pending' },
  { label: msg`Propose a position`, requires: 'position.propose', href: '/positions?record=position' },
  { label: msg`Add a host`, requires: 'organization.create', href: '/positions?record=host' },
  { label: msg`Add a duty station`, requires: 'duty-station.create', href: '/positions?record=station' },
  { label: msg`Plan a meeting`, requires: 'meeting.prepare', href: '/meetings?record=meeting' },
  { label: msg`Draft a decision`, requires: 'decision.draft', href: '/decisions?record=decision' },
  { label: msg`Plan a round`, requires: 'round.manage', href: '/rounds?record=round' },
  { label: msg`Close a financial year`, requires: 'year.close', href: '/years' },
  { label: msg`Add a person`, requires: 'people.manage', href: '/people?record=person' },
];
