import { msg, t } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import type { EntryFilter, Money, Statement, StatementColumn } from '../../api/views.ts';
import { sumOf } from '../../ui/amounts.ts';
import { formatMoney } from '../../ui/format.ts';
import type { MadeFigure, Part } from '../../ui/made-figure.tsx';

/** How a line of the statement is set: a plain line, a sum of those above it, or a balance. */
export type LineLevel = 'line' | 'sum' | 'balance';

/** An amount and the entries it is the sum of, where one account has them. */
export type Shown = {
  readonly amount: Money;
  readonly entries: EntryFilter | null;
  /** Where it is made of figures instead. */
  readonly made?: () => MadeFigure;
};

/** What lines are read from: the whole statement or one column of it. */
export type LineSet = Pick<
  StatementColumn,
  | 'fundsWithAdministrativeAgent'
  | 'fundsWithParticipatingOrganizations'
  | 'totalOpeningBalance'
  | 'totalBalanceOfFunds'
  | 'totalBalanceAsPercentOfDeposits'
  | 'signature'
>;

export type LineSpec = {
  readonly key: string;
  readonly label: MessageDescriptor;
  readonly level: LineLevel;
  /** `null` is nought. */
  readonly shown: (set: LineSet) => Shown | null;
  /** Share of the deposits or transfers, where the published statement gives one. */
  readonly percent?: {
    readonly of: MessageDescriptor;
    readonly read: (set: LineSet) => string | null | undefined;
    /** What it is a share of: from the first day, in a period too. */
    readonly whole: (set: LineSet) => Omit<Part, 'key'>;
  };
};

export type PartSpec = { readonly key: string; readonly title: MessageDescriptor; readonly lines: readonly LineSpec[] };

type AgentLine = Exclude<keyof Statement['fundsWithAdministrativeAgent'], 'balanceAsPercentOfDeposits'>;
type HostLine = Exclude<keyof Statement['fundsWithParticipatingOrganizations'], 'balanceAsPercentOfTransfers'>;

const agent = (key: AgentLine, label: MessageDescriptor, level: LineLevel = 'line'): LineSpec => ({
  key,
  label,
  level,
  shown: (set) => set.fundsWithAdministrativeAgent[key] ?? null,
});
const hosts = (key: HostLine, label: MessageDescriptor, level: LineLevel = 'line'): LineSpec => ({
  key: `hosts-${key}`,
  label,
  level,
  shown: (set) => set.fundsWithParticipatingOrganizations[key] ?? null,
});
const signature = (
  key: keyof Statement['signature'],
  label: MessageDescriptor,
  level: LineLevel = 'line',
): LineSpec => ({
  key,
  label,
  level,
  shown: (set) => set.signature[key] ?? null,
});

/** A line from the first day on: its amount is on the page where the period begins with that day. */
function fromTheFirstDay(words: string, shown: Shown | undefined, opening: unknown): Omit<Part, 'key'> {
  const { amount, entries } = shown ?? { amount: sumOf([], 'USD'), entries: null };
  const { from: _from, ...whole } = entries ?? {};
  return { words, money: opening == null ? amount : null, entries: whole };
}

function allDeposits({ fundsWithAdministrativeAgent: set }: LineSet): Omit<Part, 'key'> {
  return fromTheFirstDay(t`All contributions from donors`, set.contributionsFromDonors, set.openingBalance);
}

function allTransfers({ fundsWithParticipatingOrganizations: set }: LineSet): Omit<Part, 'key'> {
  return fromTheFirstDay(
    t`All transfers to participating organizations`,
    set.transfersToParticipatingOrganizations,
    set.openingBalance,
  );
}

const AGENT_OPENING = agent('openingBalance', msg`Balance at the beginning`, 'sum');
const HOSTS_OPENING = hosts('openingBalance', msg`Balance at the beginning`, 'sum');

const AGENT_LINES: readonly LineSpec[] = [
  agent('contributionsFromDonors', msg`Contributions from donors`),
  agent('interestAndInvestmentIncomeFromFund', msg`Interest and investment income, from the fund`),
  agent('interestFromParticipatingOrganizations', msg`Interest income, from participating organizations`),
  agent('otherIncome', msg`Other income`),
  agent('totalSourceOfFunds', msg`Total: sources of funds`, 'sum'),
  agent('transferredToParticipatingOrganizations', msg`Transferred to participating organizations`),
  agent('transfersToOtherFunds', msg`Transfers to other funds`),
  agent('subTotalTransfers', msg`Sub-total: transfers`, 'sum'),
  agent('refundsFromParticipatingOrganizations', msg`Refunds received from participating organizations`),
  agent('administrativeAgentFee', msg`Administrative agent fee`),
  agent('programmeSupportCost', msg`Programme support cost`),
  agent('directCost', msg`Direct cost`),
  agent('bankCharges', msg`Bank charges`),
  agent('totalUseOfFunds', msg`Total: uses of funds`, 'sum'),
  {
    ...agent('balance', msg`Balance of funds with the administrative agent`, 'balance'),
    percent: {
      of: msg`of deposits`,
      read: (set) => set.fundsWithAdministrativeAgent.balanceAsPercentOfDeposits,
      whole: allDeposits,
    },
  },
];

const HOST_LINES: readonly LineSpec[] = [
  hosts('transfersToParticipatingOrganizations', msg`Transfers to participating organizations`),
  hosts('expenditure', msg`Expenditure reported`),
  hosts('refunds', msg`Refunds made`),
  hosts('totalExpenses', msg`Total: expenditure and refunds`, 'sum'),
  {
    ...hosts('balance', msg`Balance of funds with participating organizations`, 'balance'),
    percent: {
      of: msg`of transfers`,
      read: (set) => set.fundsWithParticipatingOrganizations.balanceAsPercentOfTransfers,
      whole: allTransfers,
    },
  },
];

/** A balance of the administrator and the hosts together: of two accounts, so it opens no entries of one. */
function bothTogether(amount: Money, set: LineSet, line: 'balance' | 'openingBalance'): MadeFigure {
  const [agentSide, hostSide] = [set.fundsWithAdministrativeAgent[line], set.fundsWithParticipatingOrganizations[line]];
  const part = (key: string, words: string, side: Shown | null | undefined): Part[] =>
    side == null ? [] : [{ key, words, money: side.amount, entries: side.entries }];
  return {
    name: t`Both together`,
    value: formatMoney(amount),
    meaning: t`What the fund and its host organizations hold together.`,
    formula: t`funds with the administrative agent + funds with participating organizations`,
    basis: t`cash, and the hosts’ own books`,
    parts: [
      ...part('agent', t`Funds with the administrative agent`, agentSide),
      ...part('hosts', t`Funds with participating organizations`, hostSide),
    ],
  };
}

const TOTAL: LineSpec = {
  key: 'total',
  label: msg`Total balance of funds`,
  level: 'balance',
  shown: (set) => ({
    amount: set.totalBalanceOfFunds,
    entries: null,
    made: () => bothTogether(set.totalBalanceOfFunds, set, 'balance'),
  }),
  percent: { of: msg`of deposits`, read: (set) => set.totalBalanceAsPercentOfDeposits, whole: allDeposits },
};
const TOTAL_OPENING: LineSpec = {
  key: 'total-opening',
  label: msg`Balance at the beginning`,
  level: 'sum',
  shown: (set) => ({
    amount: set.totalOpeningBalance,
    entries: null,
    made: () => bothTogether(set.totalOpeningBalance, set, 'openingBalance'),
  }),
};

/** The lines in the order and under the heads in which UN pooled funds publish them; a period begins with its opening balances. */
export function statementParts(ofPeriod: boolean): PartSpec[] {
  const opened = (opening: LineSpec, lines: readonly LineSpec[]) => (ofPeriod ? [opening, ...lines] : lines);
  return [
    { key: 'fund', title: msg`Funds with the administrative agent`, lines: opened(AGENT_OPENING, AGENT_LINES) },
    { key: 'hosts', title: msg`Funds with participating organizations`, lines: opened(HOSTS_OPENING, HOST_LINES) },
    { key: 'all', title: msg`Both together`, lines: opened(TOTAL_OPENING, [TOTAL]) },
  ];
}

/** From signature to cash. The lines that are taken away say so. */
export function signaturePart(ofPeriod: boolean): PartSpec {
  return {
    key: 'signature',
    title: msg`From signature to cash`,
    lines: [
      ...(ofPeriod ? [signature('outstandingBefore', msg`Signed and still to come at the beginning`)] : []),
      signature('signed', msg`Signed`),
      signature('receivedWithoutAgreement', msg`Received without an agreement on record`),
      signature('exchangeDifference', msg`Exchange gain or loss, realised on deposits`),
      signature('writtenOff', msg`Less: written off`),
      signature('refundedToContributors', msg`Less: refunded to contributors`),
      signature('outstanding', msg`Less: signed and still to come`),
      signature('received', msg`Contributions from donors`, 'balance'),
    ],
  };
}

const SIGNATURE_HEADS: readonly LineSpec[] = [
  signature('outstandingBefore', msg`To come at the beginning`),
  signature('signed', msg`Signed`),
  signature('receivedWithoutAgreement', msg`Received without agreement`),
  signature('exchangeDifference', msg`Exchange gain or loss`),
  signature('writtenOff', msg`Written off`),
  signature('refundedToContributors', msg`Refunded`),
  signature('outstanding', msg`Still to come`),
];

const AGENT_HEADS: readonly LineSpec[] = [
  agent('contributionsFromDonors', msg`Contributions`),
  agent('interestAndInvestmentIncomeFromFund', msg`Interest of the fund`),
  agent('interestFromParticipatingOrganizations', msg`Interest from hosts`),
  agent('otherIncome', msg`Other income`),
  agent('transferredToParticipatingOrganizations', msg`Transferred`),
  agent('transfersToOtherFunds', msg`To other funds`),
  agent('refundsFromParticipatingOrganizations', msg`Refunds received`),
  agent('administrativeAgentFee', msg`Agent fee`),
  agent('programmeSupportCost', msg`Support cost`),
  agent('directCost', msg`Direct cost`),
  agent('bankCharges', msg`Bank charges`),
];

const HOST_HEADS: readonly LineSpec[] = [
  hosts('openingBalance', msg`With the host at the beginning`),
  hosts('transfersToParticipatingOrganizations', msg`Received by the host`),
  hosts('expenditure', msg`Expenditure`),
  hosts('refunds', msg`Refunded by the host`),
  hosts('balance', msg`With the host`),
];

/**
 * The lines as columns, for a statement of many: those that any of the named columns has something in. What names none stays in
 * its own row.
 */
export function turnedLines(columns: readonly StatementColumn[]): LineSpec[] {
  const named = columns.filter(({ key }) => key !== '');
  return [...SIGNATURE_HEADS, ...AGENT_HEADS, ...HOST_HEADS].filter((line) =>
    named.some((column) => line.shown(column) !== null),
  );
}

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The statement as other programs read it: every amount an exact decimal text, no entries, no markup. */
export function statementAsData(value: unknown): Plain {
  if (Array.isArray(value)) return value.map((item: unknown) => statementAsData(item));
  if (typeof value === 'object' && value !== null) {
    return (
      amountOf(value) ??
      Object.fromEntries(
        Object.entries(value)
          .filter(([, part]: [string, unknown]) => part !== undefined)
          .map(([key, part]: [string, unknown]) => [key, statementAsData(part)]),
      )
    );
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The decimal text of an amount, or of the amount of a figure. */
function amountOf(part: object): string | null {
  if (!('amount' in part)) return null;
  if (typeof part.amount === 'string') return part.amount;
  return typeof part.amount === 'object' && part.amount !== null ? amountOf(part.amount) : null;
}
