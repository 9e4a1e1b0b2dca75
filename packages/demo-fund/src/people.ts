import type { Role } from '@dcc/domain/people/capability';

/** Everybody in the demonstration fund signs in with this; the fund is invented and listens on this machine only. */
export const DEMONSTRATION_PASSWORD = 'invented for show';

export type DemoPerson = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly organizationId: string | null;
  readonly contributorId: string | null;
};

/** Invented people: one for each role, one who holds two, and the other members of the committee. Addresses end in `.invalid`, which no mail reaches (RFC 2606). */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  {
    id: 'p-member',
    email: 'member@demo.invalid',
    name: 'Mira Halden',
    roles: ['member'],
    organizationId: 'o-meridian',
    contributorId: null,
  },
  {
    id: 'p-chair',
    email: 'chair@demo.invalid',
    name: 'Chidi Okonwe',
    roles: ['member', 'chair'],
    organizationId: null,
    contributorId: null,
  },
  {
    id: 'p-secretariat',
    email: 'secretariat@demo.invalid',
    name: 'Sena Bright',
    roles: ['secretariat'],
    organizationId: null,
    contributorId: null,
  },
  {
    id: 'p-certifier',
    email: 'certifier@demo.invalid',
    name: 'Cora Lindqvist',
    roles: ['certifier'],
    organizationId: null,
    contributorId: null,
  },
  {
    id: 'p-contributor',
    email: 'contributor@demo.invalid',
    name: 'Conrad Vale',
    roles: ['contributor'],
    organizationId: null,
    contributorId: 'c-aurelia',
  },
  {
    id: 'p-auditor',
    email: 'auditor@demo.invalid',
    name: 'Ada Marlowe',
    roles: ['auditor'],
    organizationId: null,
    contributorId: null,
  },
  {
    id: 'p-administrator',
    email: 'administrator@demo.invalid',
    name: 'Amadi Rask',
    roles: ['administrator'],
    organizationId: null,
    contributorId: null,
  },
  {
    id: 'p-member-lyceum',
    email: 'member-lyceum@demo.invalid',
    name: 'Leila Ostrander',
    roles: ['member'],
    organizationId: 'o-lyceum',
    contributorId: null,
  },
  {
    id: 'p-member-fairwork',
    email: 'member-fairwork@demo.invalid',
    name: 'Fenna Grove',
    roles: ['member'],
    organizationId: 'o-fairwork',
    contributorId: null,
  },
  {
    id: 'p-member-oceans',
    email: 'member-oceans@demo.invalid',
    name: 'Okoro Finch',
    roles: ['member'],
    organizationId: 'o-oceans',
    contributorId: null,
  },
  {
    id: 'p-alternate-meridian',
    email: 'alternate-meridian@demo.invalid',
    name: 'Alma Reyes',
    roles: ['member'],
    organizationId: 'o-meridian',
    contributorId: null,
  },
];
