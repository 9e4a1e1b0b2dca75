import { plural, t } from '@lingui/core/macro';
import type { WireViolation } from '../api/refusal.ts';
import { formatDate, formatMoney } from '../ui/format.ts';

const BOOKS = {
  PeriodClosed: true,
  CertifiedBySelf: true,
  AlreadyCertified: true,
  YearNotEnded: true,
  YearStateUnchanged: true,
  EarlierYearOpen: true,
  LaterYearClosed: true,
  YearHasPending: true,
  WriteOffAboveOutstanding: true,
  WriteOffBeforeSignature: true,
  ReserveBeforeLast: true,
  ChargeAboveBase: true,
  AgreementNotSigned: true,
  SupportCostRateBeforeLast: true,
  NoSupportCostRate: true,
  RefundAboveTransferred: true,
  HostRefundAboveReceived: true,
  TransferAboveReserved: true,
  ComponentsDoNotAddUp: true,
  DocumentEmpty: true,
  DocumentTooLarge: true,
  DocumentTypeRefused: true,
  DocumentNameRefused: true,
  TooManyDocuments: true,
  DocumentOnRecord: true,
} as const satisfies Partial<Record<WireViolation['kind'], true>>;
export type BooksViolation = Extract<WireViolation, { kind: keyof typeof BOOKS }>;

export function isBooksViolation(violation: WireViolation): violation is BooksViolation {
  return violation.kind in BOOKS;
}

/** What a refusal of the books means: certification, financial years, percentages, hosts' money and documents. */
export function booksViolationWords(violation: BooksViolation): string {
  switch (violation.kind) {
    case 'PeriodClosed':
      return t`${formatDate(violation.date)} lies in ${String(violation.year)}, and that financial year is closed. Nothing was recorded. Use a day of an open year, or have the committee reopen the year by a decision.`;
    case 'CertifiedBySelf':
      return t`You recorded entry ${violation.number} yourself, so somebody else must certify it. Nothing was certified. Leave it out and try again.`;
    case 'AlreadyCertified':
      return t`Entry ${violation.number} is certified already. Nothing more was certified. Reload the page to see what still waits.`;
    case 'YearNotEnded':
      return t`The year ${String(violation.year)} has not ended yet. It was not closed. Close it after 31 December.`;
    case 'YearStateUnchanged':
      return violation.state === 'closed'
        ? t`The financial year ${String(violation.year)} is closed already. Nothing was changed.`
        : t`The financial year ${String(violation.year)} is open. Nothing was changed.`;
    case 'EarlierYearOpen':
      return t`The financial year ${String(violation.year)} is still open, and years close in their order. Nothing was closed. Close ${String(violation.year)} first.`;
    case 'LaterYearClosed':
      return t`The financial year ${String(violation.year)} came after it and is closed. Nothing was reopened. Reopen ${String(violation.year)} first.`;
    case 'YearHasPending':
      return plural(violation.count, {
        one: `# entry of ${String(violation.year)} waits for certification. The year was not closed. Have it certified first.`,
        other: `# entries of ${String(violation.year)} wait for certification. The year was not closed. Have them certified first.`,
      });
    default:
      return moneyWords(violation);
  }
}

type Rest = Exclude<
  BooksViolation,
  {
    kind:
      | 'PeriodClosed'
      | 'CertifiedBySelf'
      | 'AlreadyCertified'
      | 'YearNotEnded'
      | 'YearStateUnchanged'
      | 'EarlierYearOpen'
      | 'LaterYearClosed'
      | 'YearHasPending';
  }
>;

function moneyWords(violation: Rest): string {
  switch (violation.kind) {
    case 'WriteOffAboveOutstanding':
      return t`${formatMoney(violation.requested)} is more than the ${formatMoney(violation.outstanding)} this instalment still expects. Nothing was written off. Enter a smaller amount.`;
    case 'WriteOffBeforeSignature':
      return t`${formatDate(violation.on)} lies before the agreement of ${formatDate(violation.signedOn)}. Nothing was written off. Check the date.`;
    case 'ReserveBeforeLast':
      return t`The reserve was last set on ${formatDate(violation.since)}, after ${formatDate(violation.on)}. Nothing was recorded. Give that day or a later one.`;
    case 'ChargeAboveBase':
      return t`The percentage would be taken of ${formatMoney(violation.requested)}, and only ${formatMoney(violation.remaining)} has not been charged yet. Nothing was recorded. Enter a smaller amount.`;
    case 'AgreementNotSigned':
      return t`${violation.reference} is not signed yet, so it has no support cost. Nothing was recorded. Record the signature first.`;
    case 'SupportCostRateBeforeLast':
      return t`${formatDate(violation.on)} lies before ${formatDate(violation.since)}, when the agreement was signed or its last rate took effect. Nothing was recorded. Give that day or a later one.`;
    case 'NoSupportCostRate':
      return t`No support-cost rate of ${violation.reference} is in force on ${formatDate(violation.on)}. Nothing was recorded. Enter the rate of the agreement first.`;
    case 'RefundAboveTransferred':
      return t`${formatMoney(violation.requested)} is more than the ${formatMoney(violation.transferred)} the organization holds of what it was sent. Nothing was recorded. Check the amount, the organization and the position.`;
    case 'HostRefundAboveReceived':
      return t`${formatMoney(violation.requested)} is more than the ${formatMoney(violation.received)} the organization says it received. Nothing was recorded. Record what it received first, or check the amount.`;
    case 'TransferAboveReserved':
      return t`The pool “${violation.pool}” has ${formatMoney(violation.reserved)} reserved for this position; ${formatMoney(violation.requested)} was asked. Nothing was transferred. Enter a smaller amount, or have the committee allocate more.`;
    case 'ComponentsDoNotAddUp':
      return t`The components add up to ${formatMoney(violation.sum)}, the total is ${formatMoney(violation.total)}. Nothing was recorded. Make them agree.`;
    case 'DocumentEmpty':
      return t`The file is empty. Nothing was attached. Choose another file.`;
    case 'DocumentTooLarge':
      return t`The file is larger than ${violation.limitMegabytes} MB. Nothing was attached. Make it smaller, for example by scanning in grey.`;
    case 'DocumentTypeRefused':
      return t`The file is no whole PDF, PNG or JPEG, or its name ends like something else. Nothing was attached. Save or print it as one of these.`;
    case 'DocumentNameRefused':
      return t`The name of the file cannot be kept: at most 200 characters, none of / \\ : * ? " < > |, no point at the beginning. Nothing was attached. Rename the file.`;
    case 'TooManyDocuments':
      return violation.of === 'record'
        ? t`There are ${violation.limit} documents here already, and no more fit. Nothing was attached. Put several papers into one file.`
        : t`The fund holds ${violation.limit} documents already, and no more fit. Nothing was attached. Tell the administrator.`;
    case 'DocumentOnRecord':
      return t`The same file is attached already, as “${violation.name}”. Nothing was attached again.`;
    default:
      return unknown(violation);
  }
}

/** A newer server may know a refusal that this page does not. */
function unknown(violation: never): string {
  void violation;
  return t`The program refused this for a reason that this page does not know yet. Nothing was recorded. Reload the page and try again.`;
}
