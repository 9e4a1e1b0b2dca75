import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import type { ContributionStage, ContributorType, Earmarking, InstalmentState } from '@dcc/domain/contributions/kinds';
import type { Account } from '@dcc/domain/ledger/accounts';
import type { CostComponent } from '@dcc/domain/ledger/cost-component';
import type { EntryKind } from '@dcc/domain/ledger/kinds';
import type { PositionPhase, PositionState } from '@dcc/domain/positions/states';

type Words<K extends string> = Record<K, MessageDescriptor>;

const CONTRIBUTOR_TYPE: Words<ContributorType> = {
  country: msg`country`,
  ngo: msg`NGO`,
  'private-sector': msg`private sector`,
  foundation: msg`foundation`,
  'regional-organization': msg`regional organization`,
  'development-bank': msg`development bank`,
};

const STAGE: Words<ContributionStage | 'overdue'> = {
  pledged: msg`pledged`,
  signed: msg`signed`,
  received: msg`received`,
  overdue: msg`overdue`,
};

const EARMARKING: Words<Earmarking> = {
  unearmarked: msg`unearmarked`,
  softly: msg`softly earmarked`,
  earmarked: msg`earmarked`,
  tightly: msg`tightly earmarked`,
};

const INSTALMENT: Words<InstalmentState> = {
  expected: msg`expected`,
  overdue: msg`overdue`,
  'part-received': msg`part received`,
  received: msg`received`,
  'written-off': msg`written off`,
};

const PHASE: Words<PositionPhase> = {
  proposed: msg`proposed`,
  'in-recruitment': msg`in recruitment`,
  'in-post': msg`in post`,
  completed: msg`completed`,
  'not-approved': msg`not approved`,
};

const STATE: Words<PositionState> = {
  draft: msg`draft`,
  submitted: msg`submitted`,
  screened: msg`screened`,
  scored: msg`scored`,
  deferred: msg`deferred`,
  rejected: msg`rejected`,
  withdrawn: msg`withdrawn`,
  approved: msg`approved`,
  advertised: msg`advertised`,
  'long-list': msg`long list`,
  'short-list': msg`short list`,
  interviews: msg`interviews`,
  selected: msg`selected`,
  clearances: msg`clearances`,
  offered: msg`offered`,
  'in-post-year-1': msg`in post, year 1`,
  'extension-review': msg`extension review`,
  'in-post-year-2': msg`in post, year 2`,
  'in-post-year-3': msg`in post, year 3`,
  'in-post-year-4': msg`in post, year 4`,
  separated: msg`separated`,
};

const ACCOUNT: Words<Account> = {
  cash: msg`Cash`,
  'contributions-receivable': msg`Contributions receivable`,
  'contribution-revenue': msg`Contribution revenue`,
  'exchange-difference': msg`Exchange difference`,
  'contributions-written-off': msg`Contributions written off`,
  'interest-income': msg`Interest income`,
  'other-income': msg`Other income`,
  transfers: msg`Transfers to organizations`,
  'transfers-other-funds': msg`Transfers to other funds`,
  'agent-fee': msg`Agent fee`,
  'support-cost': msg`Programme support cost`,
  'direct-cost': msg`Direct cost`,
  'bank-charges': msg`Bank charges`,
  'organization-funds': msg`Funds with organizations`,
  'organization-receipts': msg`Received by organizations`,
  'organization-expenditure': msg`Expenditure of organizations`,
  'organization-refunds': msg`Refunds of organizations`,
  'pledges-open': msg`Open pledges`,
  'pledges-control': msg`Pledges, contra`,
  'allocations-open': msg`Open allocations`,
  'allocations-control': msg`Allocations, contra`,
  'reserve-held': msg`Operating reserve`,
  'reserve-control': msg`Reserve, contra`,
};

const KIND: Words<EntryKind> = {
  pledge: msg`pledge`,
  'pledge-amendment': msg`pledge amendment`,
  agreement: msg`agreement`,
  deposit: msg`deposit`,
  'contributor-refund': msg`refund to contributor`,
  allocation: msg`allocation`,
  release: msg`release of an allocation`,
  'write-off': msg`write-off`,
  'operating-reserve': msg`operating reserve`,
  'interest-fund': msg`interest of the fund`,
  'interest-organization': msg`interest from an organization`,
  'other-income': msg`other income`,
  transfer: msg`transfer`,
  'transfer-other-fund': msg`transfer to another fund`,
  refund: msg`refund from an organization`,
  'agent-fee': msg`agent fee`,
  'support-cost': msg`programme support cost`,
  'direct-cost': msg`direct cost`,
  'bank-charge': msg`bank charge`,
  'organization-received': msg`receipt by an organization`,
  'organization-expenditure': msg`expenditure of an organization`,
  'organization-refund': msg`refund by an organization`,
};

export const contributorTypeWord = (type: ContributorType): string => i18n._(CONTRIBUTOR_TYPE[type]);
export const stageWord = (stage: ContributionStage | 'overdue'): string => i18n._(STAGE[stage]);
export const earmarkingWord = (earmarking: Earmarking): string => i18n._(EARMARKING[earmarking]);
export const instalmentWord = (state: InstalmentState): string => i18n._(INSTALMENT[state]);
export const phaseWord = (phase: PositionPhase): string => i18n._(PHASE[phase]);
export const stateWord = (state: PositionState): string => i18n._(STATE[state]);
export const accountWord = (account: Account): string => i18n._(ACCOUNT[account]);
const COMPONENT: Words<CostComponent> = {
  salary: msg`salary`,
  'post-adjustment': msg`post adjustment`,
  'rental-subsidy': msg`rental subsidy`,
  'dependency-allowance': msg`dependency allowance`,
  'education-grant': msg`education grant`,
  'settling-in-grant': msg`settling-in grant`,
  'travel-and-shipment': msg`travel and shipment`,
  'hardship-allowance': msg`hardship allowance`,
  'mobility-incentive': msg`mobility incentive`,
  'home-leave': msg`home leave`,
  pension: msg`pension`,
  insurance: msg`insurance`,
  'repatriation-grant': msg`repatriation grant`,
  'training-and-duty-travel': msg`training and duty travel`,
  induction: msg`induction`,
  'support-cost': msg`support cost of the host`,
  other: msg`other cost`,
};

export const componentWord = (component: CostComponent): string => i18n._(COMPONENT[component]);
export const kindWord = (kind: EntryKind): string => i18n._(KIND[kind]);
