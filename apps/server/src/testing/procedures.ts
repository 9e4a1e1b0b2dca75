import { randomUUID } from 'node:crypto';
import { TERMS_FIELDS } from '@dcc/domain/positions/terms';
import type { z } from 'zod';
import { candidateInputs } from './candidate-inputs.ts';
import { committeeInputs } from './committee-inputs.ts';
import { reportInputs } from './report-inputs.ts';
import { roundInputs } from './round-inputs.ts';
import { appRouter } from '../trpc/app-router.ts';
import type { ProcedureMeta } from '../trpc/trpc.ts';

type Definition = {
  readonly type: 'query' | 'mutation' | 'subscription';
  readonly meta?: ProcedureMeta;
  readonly inputs: readonly z.ZodType[];
  readonly output?: z.ZodType;
};

export type ProcedureFact = Definition & { readonly path: string };

/** Every procedure that the router answers, as it declares itself. */
export const PROCEDURES: readonly ProcedureFact[] = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { readonly _def: Definition }>,
).map(([path, { _def }]) => ({ path, ..._def }));

/** Ids of records that an input points to; the test says which exist. */
export type Ids = {
  readonly contribution: string;
  readonly pledge: string;
  readonly instalment: string;
  readonly position: string;
  readonly scored: string;
  readonly inPost: string;
  readonly separated: string;
  readonly contributor: string;
  readonly entry: string;
  /** Number of an entry that waits for certification. */
  readonly pending: number;
  readonly person: string;
  /** A vacancy that is open, and a candidate on the long list of another. */
  readonly vacancy: string;
  readonly candidate: string;
  /** Of the committee: a term, meetings and draft decisions in the states in which they can be acted on, an open action point. */
  readonly member: string;
  readonly seat: string;
  readonly plannedMeeting: string;
  readonly sittingMeeting: string;
  readonly clearedMeeting: string;
  readonly drafted: string;
  /** A decision that nothing has come in the place of. */
  readonly decided: string;
  readonly onTable: string;
  readonly circulated: string;
  readonly actionPoint: string;
  /** A criteria set, and rounds that are planned, open and closed; the closed one holds `proposed`, of another host than the member's. */
  readonly proposed: string;
  readonly criteriaSet: string;
  readonly plannedRound: string;
  readonly openRound: string;
  readonly closedRound: string;
  /** A saved forecast. */
  readonly forecast: string;
  /** A view that the auditor saved. */
  readonly savedView: string;
};

const NOWHERE = 'no-such-record';
export const NO_IDS: Ids = {
  contribution: NOWHERE,
  pledge: NOWHERE,
  instalment: NOWHERE,
  position: NOWHERE,
  scored: NOWHERE,
  inPost: NOWHERE,
  separated: NOWHERE,
  contributor: NOWHERE,
  entry: '999999',
  pending: 999_999,
  person: NOWHERE,
  vacancy: NOWHERE,
  candidate: NOWHERE,
  member: NOWHERE,
  seat: NOWHERE,
  plannedMeeting: NOWHERE,
  sittingMeeting: NOWHERE,
  clearedMeeting: NOWHERE,
  drafted: NOWHERE,
  decided: NOWHERE,
  onTable: NOWHERE,
  circulated: NOWHERE,
  actionPoint: NOWHERE,
  proposed: NOWHERE,
  criteriaSet: NOWHERE,
  plannedRound: NOWHERE,
  openRound: NOWHERE,
  closedRound: NOWHERE,
  forecast: NOWHERE,
  savedView: NOWHERE,
};

const fullTerms = Object.fromEntries(
  TERMS_FIELDS.map((field) => [field, field === 'nonFamily' ? 'no' : field === 'duration' ? '24' : 'Test']),
);

const DAY = '2026-11-20';
/** A day that knows all that the tests record. */
const LATER = '2026-12-31';

/** An input for every procedure that its schema accepts and, with real ids, that its rules accept. */
export function goodInputs(ids: Ids): Record<string, object> {
  const idempotencyKey = randomUUID();
  const pledge = {
    idempotencyKey,
    contributorId: ids.contributor,
    poolId: 'unearmarked',
    reference: `T ${idempotencyKey}`,
    pledgedOn: DAY,
    currency: 'USD',
    amount: '10.00',
    description: '',
  };
  const amendment = { idempotencyKey, contributionId: ids.pledge, amendedOn: DAY, amount: '11.00', reason: 'Test' };
  const agreement = {
    idempotencyKey,
    origin: 'new',
    contributorId: ids.contributor,
    poolId: 'unearmarked',
    reference: `A ${idempotencyKey}`,
    signedOn: DAY,
    currency: 'USD',
    instalments: [{ dueOn: '2027-01-01', amount: '10.00' }],
    supportCostPercent: null,
    description: '',
  };
  const deposit = {
    idempotencyKey,
    instalmentId: ids.instalment,
    receivedOn: DAY,
    amount: '1.00',
    description: '',
  };
  const refund = {
    idempotencyKey,
    contributionId: ids.contribution,
    refundedOn: DAY,
    amount: '1.00',
    reason: 'Test',
  };
  const allocation = {
    idempotencyKey,
    reference: `D ${idempotencyKey}`,
    title: 'Test',
    decidedOn: DAY,
    text: '',
    lines: [{ positionId: ids.scored, year: 1, poolId: 'e-islands', amount: '1.00' }],
  };
  const reversal = { idempotencyKey, entryId: ids.entry, effectiveOn: DAY, reason: 'Test' };
  const movement = { idempotencyKey, on: DAY, description: 'Test' };
  const dollar = { currency: 'USD', amount: '1.00' };
  const fundMovement = { ...movement, ...dollar, kind: 'interest-fund', poolId: 'unearmarked' };
  const transfer = {
    ...movement,
    purpose: 'position',
    positionId: ids.position,
    draws: [{ poolId: 'e-ldc', amount: '1.00' }],
  };
  const hostRefund = { ...movement, ...dollar, organizationId: 'o-oceans', positionId: null, poolId: 'e-islands' };
  const agentFee = { ...movement, percent: '1.00', base: '1.00', poolId: 'unearmarked' };
  const supportCost = { ...movement, contributionId: ids.contribution, base: '1.00' };
  const hostReport = {
    ...movement,
    ...dollar,
    kind: 'organization-expenditure',
    organizationId: 'o-oceans',
    positionId: null,
    components: [{ component: 'salary', amount: '1.00' }],
  };
  const reserve = { idempotencyKey, on: DAY, percent: '20.00', base: '1.00', decision: 'Test' };
  const writeOff = { idempotencyKey, instalmentId: ids.instalment, on: DAY, amount: '1.00', reason: 'Test' };
  const vacancy = {
    idempotencyKey,
    opensOn: '2026-11-02',
    closesOn: '2026-12-10',
    criteria: {
      oldestAge: 31,
      degree: 'advanced',
      experienceYears: 2,
      languages: { all: ['en'], oneOf: [], asset: ['fr'] },
      eligibilitySetId: null,
    },
    text: '',
  };
  const person = { roles: ['auditor'], organizationId: null, contributorId: null };
  return {
    'session.current': {},
    'session.signIn': { email: 'nobody@demo.invalid', password: 'not a password' },
    'session.signOut': {},
    'savedViews.list': {},
    'savedViews.save': { idempotencyKey, name: `V ${idempotencyKey}`, path: '/positions?asOf=2025-12-31' },
    'savedViews.rename': { idempotencyKey, id: ids.savedView, name: `V ${idempotencyKey}` },
    'savedViews.remove': { idempotencyKey, id: ids.savedView },
    'session.changePassword': { currentPassword: 'not a password', newPassword: 'seven quiet herons over' },
    'contributions.list': {},
    'contributions.get': { id: ids.contribution, asOf: LATER, knownOn: LATER },
    'contributions.pledge.preview': pledge,
    'contributions.pledge.record': pledge,
    'contributions.amendPledge.preview': amendment,
    'contributions.amendPledge.record': amendment,
    'contributions.agreement.preview': agreement,
    'contributions.agreement.record': agreement,
    'contributions.deposit.preview': deposit,
    'contributions.deposit.record': deposit,
    'contributions.refund.preview': refund,
    'contributions.refund.record': refund,
    'contributors.list': { asOf: DAY },
    'contributors.get': { id: ids.contributor, knownOn: LATER },
    'contributors.create': { idempotencyKey, name: `N ${idempotencyKey}`, type: 'ngo', countryCode: null },
    'pools.create': { idempotencyKey, name: `P ${idempotencyKey}`, earmarking: 'softly', description: '' },
    'positions.list': {},
    'positions.get': { id: ids.position, asOf: LATER },
    'positions.propose': {
      idempotencyKey,
      title: 'Test',
      organizationId: 'o-lyceum',
      dutyStationId: 's-praia',
      startsOn: '2027-01-01',
      yearlyCosts: ['10.00'],
      description: '',
    },
    'positions.setTerms': {
      idempotencyKey,
      positionId: ids.position,
      title: 'Test',
      organizationId: 'o-lyceum',
      dutyStationId: 's-praia',
      startsOn: '2027-01-01',
      yearlyCosts: ['10.00'],
      description: '',
    },
    'positions.advance': {
      idempotencyKey,
      positionId: ids.position,
      from: 'approved',
      to: 'advertised',
      on: DAY,
      note: '',
    },
    'positions.terms.record': { idempotencyKey, positionId: ids.position, version: 1, ...fullTerms },
    'positions.review.record': {
      idempotencyKey,
      kind: 'priority',
      positionId: ids.inPost,
      year: 2,
      outcome: 'for',
      on: DAY,
      reference: 'Test',
      contributorId: null,
      hostAmount: '',
      fundAmount: '',
    },
    'positions.retention.record': {
      idempotencyKey,
      positionId: ids.separated,
      months: 0,
      outcome: 'not-known',
      on: DAY,
    },
    'positions.allowance.rate': { idempotencyKey, effectiveOn: '2020-01-01', amount: '1000.00', source: 'Test' },
    'positions.allowance.record': {
      idempotencyKey,
      positionId: ids.inPost,
      way: 'used',
      on: DAY,
      amount: '1.00',
      purpose: 'Test',
    },
    'positions.pension.set': {
      idempotencyKey,
      organizationId: 'o-lyceum',
      effectiveOn: DAY,
      covered: 'no',
      source: 'Test',
    },
    'positions.release.byStep': {
      idempotencyKey,
      positionId: ids.position,
      from: 'approved',
      to: 'withdrawn',
      on: DAY,
      note: 'Test',
    },
    'positions.release.preview': { idempotencyKey, positionId: ids.separated },
    'positions.release.record': { idempotencyKey, positionId: ids.separated },
    'positions.allocation.preview': allocation,
    'positions.allocation.record': allocation,
    'vacancies.list': { asOf: DAY },
    'vacancies.balance': {},
    'vacancies.get': { id: ids.vacancy, asOf: LATER },
    'vacancies.open': { ...vacancy, positionId: ids.position },
    'vacancies.revise': { ...vacancy, vacancyId: ids.vacancy },
    'ownPositions.list': { contributorId: ids.contributor, asOf: DAY },
    ...candidateInputs(ids, idempotencyKey),
    ...reportInputs(ids, idempotencyKey),
    ...roundInputs(ids, idempotencyKey),
    'ledger.list': { filter: {} },
    'firstSteps.get': {},
    'ledger.get': { id: ids.entry },
    'ledger.certify': { idempotencyKey, entryNumbers: [ids.pending] },
    'ledger.reversal.preview': reversal,
    'ledger.reversal.record': reversal,
    'years.list': {},
    'years.close': { idempotencyKey, year: 2025, note: '' },
    'years.reopen': {
      idempotencyKey,
      year: 2024,
      reference: `Y ${idempotencyKey}`,
      title: 'Test',
      decidedOn: DAY,
      text: 'Test',
    },
    'movements.forms': {},
    'movements.fund.preview': fundMovement,
    'movements.fund.record': fundMovement,
    'movements.transfer.preview': transfer,
    'movements.transfer.record': transfer,
    'movements.refund.preview': hostRefund,
    'movements.refund.record': hostRefund,
    'movements.agentFee.preview': agentFee,
    'movements.agentFee.record': agentFee,
    'movements.supportCost.preview': supportCost,
    'movements.supportCost.record': supportCost,
    'movements.hostReport.preview': hostReport,
    'movements.hostReport.record': hostReport,
    'movements.reserve.preview': reserve,
    'movements.reserve.record': reserve,
    'movements.writeOff.preview': writeOff,
    'movements.writeOff.record': writeOff,
    'movements.setSupportCostRate': {
      idempotencyKey,
      contributionId: ids.contribution,
      effectiveOn: DAY,
      percent: '8.00',
      source: 'Test',
    },
    ...committeeInputs(ids, idempotencyKey),
    'documents.list': { subjectKind: 'contribution', subjectIds: [ids.contribution] },
    'rates.list': { currency: 'CHF' },
    'people.list': {},
    'people.add': {
      idempotencyKey,
      email: `${idempotencyKey}@example.org`,
      name: 'Test',
      password: 'seven quiet herons over',
      ...person,
    },
    'people.setRoles': { idempotencyKey, personId: ids.person, ...person },
    'people.setDisabled': { idempotencyKey, personId: ids.person, disabled: true },
    'reference.choices': {},
    'reference.find': { text: 'a' },
    'reference.createOrganization': { idempotencyKey, name: `O ${idempotencyKey}`, shortName: idempotencyKey },
    'reference.createDutyStation': { idempotencyKey, name: `S ${idempotencyKey}`, countryCode: 'FJ' },
  };
}
