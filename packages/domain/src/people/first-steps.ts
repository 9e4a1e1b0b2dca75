import type { Action, Role } from './capability.ts';

/** What takes a fund from nothing to its first sponsored position, in order, and the action that does each. */
export const FIRST_STEPS = {
  people: 'people.manage',
  hosts: 'organization.create',
  committee: 'seat.fill',
  rates: null,
  contributor: 'contributor.create',
  agreement: 'agreement.sign',
  deposit: 'deposit.receive',
  certification: 'entry.certify',
  position: 'position.propose',
} as const satisfies Readonly<Record<string, Action | null>>;

export type FirstStep = keyof typeof FIRST_STEPS;
export const FIRST_STEP_NAMES = Object.keys(FIRST_STEPS) as [FirstStep, ...FirstStep[]];

/** Rates are needed only where a contribution comes in another currency than the US dollar: a fund can begin without. */
export const OPTIONAL_STEPS: readonly FirstStep[] = ['rates'];

/** Somebody who can sign in. */
type Person = { readonly id: string; readonly roles: readonly Role[]; readonly disabled: boolean };

/** Roles without which the first steps cannot be taken, and that nobody holds: who records, who decides, and somebody else who certifies. */
export function missingRoles(people: readonly Person[]): readonly Role[] {
  const active = people.filter(({ disabled }) => !disabled);
  const holding = (role: Role) => active.filter(({ roles }) => roles.includes(role));
  const [recorders, certifiers] = [holding('secretariat'), holding('certifier')];
  const held: Readonly<Record<'secretariat' | 'chair' | 'certifier', boolean>> = {
    secretariat: recorders.length > 0,
    chair: holding('chair').length > 0,
    // Whoever alone records has nobody to certify it.
    certifier: certifiers.some(({ id }) => recorders.every((recorder) => recorder.id !== id) || recorders.length > 1),
  };
  return (['secretariat', 'chair', 'certifier'] as const).filter((role) => !held[role]);
}
