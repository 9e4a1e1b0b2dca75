import type { CalendarDate } from '@dcc/domain/calendar-date';
import { beforeAll, expect, it } from 'vitest';
import type { WireViolation } from '../api/refusal.ts';
import { startWords } from './i18n.ts';
import { violationWords } from './violation-words.ts';

beforeAll(startWords);

const on = (text: string) => text as CalendarDate;
const money = { amount: '1250.00', currency: 'USD' };

// One example of every kind: the type holds the table complete.
const EXAMPLES: { readonly [K in WireViolation['kind']]: Extract<WireViolation, { kind: K }> } = {
  AmountMalformed: { kind: 'AmountMalformed', text: '1.2.3' },
  AmountTooPrecise: { kind: 'AmountTooPrecise', text: '1.5', currency: 'JPY', decimals: 0 },
  AmountTooLarge: { kind: 'AmountTooLarge', text: '99999999999999999999' },
  AmountNotPositive: { kind: 'AmountNotPositive' },
  NotPermitted: { kind: 'NotPermitted', action: 'allocation.decide' },
  NotFound: { kind: 'NotFound', subject: 'duty-station' },
  NameTaken: { kind: 'NameTaken', subject: 'contributor', name: 'Aurelia' },
  ReferenceTaken: { kind: 'ReferenceTaken', reference: 'AUR-1' },
  CountryUnknown: { kind: 'CountryUnknown', code: 'ZZ' },
  CountryRequired: { kind: 'CountryRequired' },
  NoRateInForce: { kind: 'NoRateInForce', currency: 'CHF', on: on('2020-01-01') },
  DateInFuture: { kind: 'DateInFuture', date: on('2030-01-01'), today: on('2026-11-22') },
  SignatureBeforePledge: { kind: 'SignatureBeforePledge', pledgedOn: on('2024-02-01'), signedOn: on('2024-01-01') },
  DepositBeforeSignature: { kind: 'DepositBeforeSignature', signedOn: on('2024-02-01'), receivedOn: on('2024-01-01') },
  AmendmentBeforePledge: { kind: 'AmendmentBeforePledge', pledgedOn: on('2024-02-01'), amendedOn: on('2024-01-01') },
  NotAPledge: { kind: 'NotAPledge' },
  AmountUnchanged: { kind: 'AmountUnchanged' },
  DepositAboveInstalment: { kind: 'DepositAboveInstalment', outstanding: money, deposited: money },
  RefundAboveReceived: { kind: 'RefundAboveReceived', received: money, requested: money },
  InsufficientFunds: {
    kind: 'InsufficientFunds',
    pool: 'Women in science',
    available: money,
    requested: { ...money, amount: '2000.00' },
  },
  AllocationAboveCost: {
    kind: 'AllocationAboveCost',
    position: 'Analyst',
    year: 2,
    remaining: money,
    requested: money,
  },
  Recused: { kind: 'Recused', organization: 'UNDP' },
  StepNotAllowed: { kind: 'StepNotAllowed', from: 'draft', to: 'separated' },
  TermsOnRecord: { kind: 'TermsOnRecord' },
  StepBeforeLast: { kind: 'StepBeforeLast', since: on('2024-02-01'), on: on('2024-01-01') },
  StateChanged: { kind: 'StateChanged', expected: 'draft', actual: 'submitted' },
  StateTakesNoAllocation: { kind: 'StateTakesNoAllocation', position: 'Analyst', state: 'draft' },
  TermsChanged: { kind: 'TermsChanged', version: 3 },
  TermsIncomplete: { kind: 'TermsIncomplete', state: 'scored', fields: ['sector'] },
  ReviewNotDue: { kind: 'ReviewNotDue', state: 'offered', year: 2 },
  YearNotShared: { kind: 'YearNotShared', year: 2 },
  NotSeparated: { kind: 'NotSeparated', state: 'draft' },
  RetentionNotDue: { kind: 'RetentionNotDue', months: 6, dueOn: on('2027-02-28') },
  GateClosed: {
    kind: 'GateClosed',
    to: 'offered',
    missing: [
      { what: 'terms', fields: ['code', 'duties'] },
      { what: 'reason' },
      { what: 'finding', finding: 'priority', year: 2, found: 'nothing' },
      { what: 'finding', finding: 'evaluation', year: 2, found: 'unfavourable' },
      { what: 'finding', finding: 'agreement', year: 2, found: 'nothing' },
      { what: 'finding', finding: 'cost-share', year: 3, found: 'unfavourable' },
      { what: 'year-unknown', year: 3 },
      { what: 'year-not-reserved', year: 1, cost: money, allocated: money },
      { what: 'cash-not-arrived', pool: 'Islands', short: money },
    ],
  },
  EntryUnbalanced: { kind: 'EntryUnbalanced', book: 'fund', difference: money },
  EntryEmpty: { kind: 'EntryEmpty' },
  AlreadyReversed: { kind: 'AlreadyReversed', by: '90' },
  ReversalNotReversible: { kind: 'ReversalNotReversible' },
  ReversalBeforeEntry: { kind: 'ReversalBeforeEntry', effectiveOn: on('2024-01-01') },
  ReversalRefused: { kind: 'ReversalRefused', reason: 'deposits-follow' },
  PeriodClosed: { kind: 'PeriodClosed', year: 2024, date: on('2024-05-01') },
  CertifiedBySelf: { kind: 'CertifiedBySelf', number: 12 },
  AlreadyCertified: { kind: 'AlreadyCertified', number: 12 },
  YearNotEnded: { kind: 'YearNotEnded', year: 2026 },
  YearStateUnchanged: { kind: 'YearStateUnchanged', year: 2024, state: 'closed' },
  EarlierYearOpen: { kind: 'EarlierYearOpen', year: 2023 },
  LaterYearClosed: { kind: 'LaterYearClosed', year: 2025 },
  YearHasPending: { kind: 'YearHasPending', year: 2024, count: 3 },
  WriteOffAboveOutstanding: { kind: 'WriteOffAboveOutstanding', outstanding: money, requested: money },
  WriteOffBeforeSignature: { kind: 'WriteOffBeforeSignature', signedOn: on('2024-02-01'), on: on('2024-01-01') },
  ReserveBeforeLast: { kind: 'ReserveBeforeLast', since: on('2024-02-01'), on: on('2024-01-01') },
  ChargeAboveBase: { kind: 'ChargeAboveBase', remaining: money, requested: money },
  AgreementNotSigned: { kind: 'AgreementNotSigned', reference: 'AUR-1' },
  SupportCostRateBeforeLast: { kind: 'SupportCostRateBeforeLast', since: on('2024-02-01'), on: on('2024-01-01') },
  NoSupportCostRate: { kind: 'NoSupportCostRate', reference: 'AUR-1', on: on('2024-01-01') },
  RefundAboveTransferred: { kind: 'RefundAboveTransferred', transferred: money, requested: money },
  HostRefundAboveReceived: { kind: 'HostRefundAboveReceived', received: money, requested: money },
  TransferAboveReserved: { kind: 'TransferAboveReserved', pool: 'Islands', reserved: money, requested: money },
  ComponentsDoNotAddUp: { kind: 'ComponentsDoNotAddUp', total: money, sum: money },
  DocumentEmpty: { kind: 'DocumentEmpty' },
  DocumentTooLarge: { kind: 'DocumentTooLarge', limitMegabytes: 20 },
  DocumentTypeRefused: { kind: 'DocumentTypeRefused' },
  DocumentNameRefused: { kind: 'DocumentNameRefused' },
  TooManyDocuments: { kind: 'TooManyDocuments', of: 'record', limit: 50 },
  DocumentOnRecord: { kind: 'DocumentOnRecord', name: 'Letter.pdf' },
  VacancyClosesBeforeOpening: {
    kind: 'VacancyClosesBeforeOpening',
    opensOn: on('2026-11-02'),
    closesOn: on('2026-11-01'),
  },
  VacancyOverlaps: { kind: 'VacancyOverlaps', closesOn: on('2026-11-02'), opensOn: on('2026-11-01') },
  PositionNotAdvertised: { kind: 'PositionNotAdvertised', position: 'Analyst', state: 'approved' },
  CriteriaFixed: { kind: 'CriteriaFixed', candidates: 1 },
  LanguageUnknown: { kind: 'LanguageUnknown', code: 'xx' },
  LanguageTwice: { kind: 'LanguageTwice', code: 'fr' },
  AppliedOutsideVacancy: {
    kind: 'AppliedOutsideVacancy',
    opensOn: on('2026-11-02'),
    closesOn: on('2026-12-02'),
    on: on('2026-12-03'),
  },
  TooManyCandidates: { kind: 'TooManyCandidates', limit: 200 },
  StageNotAllowed: { kind: 'StageNotAllowed', from: 'long-list', to: 'selected' },
  StageChanged: { kind: 'StageChanged', expected: 'long-list', actual: 'declined' },
  StageBeforeLast: { kind: 'StageBeforeLast', since: on('2026-11-02'), on: on('2026-11-01') },
  AnotherSelected: { kind: 'AnotherSelected', number: 4 },
  CandidateErased: { kind: 'CandidateErased', on: on('2026-11-02') },
  RetentionNotSet: { kind: 'RetentionNotSet' },
  RetentionBeforeLast: { kind: 'RetentionBeforeLast', since: on('2026-11-02'), on: on('2026-11-01') },
  KeyReused: { kind: 'KeyReused' },
  SignInFailed: { kind: 'SignInFailed' },
  TooManyAttempts: { kind: 'TooManyAttempts', retryAfterSeconds: 30 },
  PasswordTooCommon: { kind: 'PasswordTooCommon' },
  PasswordWrong: { kind: 'PasswordWrong' },
  EmailTaken: { kind: 'EmailTaken', email: 'a@example.org' },
  LastAdministrator: { kind: 'LastAdministrator' },
  ContributorRoleNeedsContributor: { kind: 'ContributorRoleNeedsContributor' },
};

it.each(Object.entries(EXAMPLES))('%s is said in whole sentences', (_kind, violation) => {
  const words = violationWords(violation);
  expect(words).toMatch(/^[“A-Z\d].+\.$/su);
  expect(words).not.toMatch(/undefined|null|\{|not know yet/u);
});

it('gives the numbers a person needs', () => {
  expect(violationWords(EXAMPLES.InsufficientFunds)).toContain('US$\u00a01,250.00 free; this needs US$\u00a02,000.00');
  expect(violationWords(EXAMPLES.NotPermitted)).toContain('Only a chair can decide an allocation');
  expect(violationWords(EXAMPLES.AmountTooPrecise)).toContain('JPY has no decimals');
});
