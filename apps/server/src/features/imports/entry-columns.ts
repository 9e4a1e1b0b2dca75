import type { EntryKind } from '@dcc/domain/ledger/kinds';
import { MOVEMENT_KINDS } from '@dcc/domain/ledger/movements';

/** The columns that every entries file has. */
export const ENTRY_COLUMNS = [
  'effective_on',
  'kind',
  'amount',
  'currency',
  'contributor',
  'organization',
  'description',
] as const;

/** The columns that a file may have besides, with the kinds whose rows may fill them. */
const EXTRAS = {
  pool: [
    'deposit',
    'interest-fund',
    'interest-organization',
    'other-income',
    'transfer',
    'transfer-other-fund',
    'refund',
    'agent-fee',
    'support-cost',
    'direct-cost',
    'bank-charge',
  ],
  position: [
    'interest-organization',
    'transfer',
    'refund',
    'support-cost',
    'organization-received',
    'organization-expenditure',
    'organization-refund',
  ],
  cost_component: ['organization-expenditure'],
  contribution: ['deposit', 'write-off', 'support-cost'],
  instalment: ['deposit', 'write-off'],
  percent: ['agent-fee', 'support-cost', 'operating-reserve'],
  base: ['agent-fee', 'support-cost', 'operating-reserve'],
} as const satisfies Record<string, readonly EntryKind[]>;

type ExtraColumn = keyof typeof EXTRAS;
export const EXTRA_ENTRY_COLUMNS = Object.keys(EXTRAS) as ExtraColumn[];
export type EntryColumn = (typeof ENTRY_COLUMNS)[number] | ExtraColumn;

/** The kinds that a file may bring: the movements of the fund, and what is given up or held back. */
export const ENTRY_FILE_KINDS = [...MOVEMENT_KINDS, 'write-off', 'operating-reserve'] as const;
export type EntryFileKind = (typeof ENTRY_FILE_KINDS)[number];

/** Whether rows of a kind may fill a column. */
export function mayFill(column: ExtraColumn, kind: EntryFileKind): boolean {
  return (EXTRAS[column] as readonly EntryKind[]).includes(kind);
}
