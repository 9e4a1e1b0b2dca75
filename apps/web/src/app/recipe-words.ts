import { msg, t } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import type { Account } from '@dcc/domain/ledger/accounts';
import { type RecipeName, RECIPES } from '@dcc/domain/ledger/recipes';
import type { EntryPreview } from '../api/views.ts';
import { accountWord, kindWord } from './state-words.ts';

const NAMES = {
  deposit: msg`Deposit`,
  'interest-fund': msg`Interest from the fund`,
  'interest-organization': msg`Interest from an organization`,
  'other-income': msg`Other income`,
  transfer: msg`Transfer to a host`,
  'transfer-for-position': msg`Transfer for a position`,
  'transfer-other-fund': msg`Transfer to another fund`,
  refund: msg`Refund from a host`,
  'agent-fee': msg`Agent fee`,
  'support-cost': msg`Programme support cost`,
  'direct-cost': msg`Direct cost`,
  'bank-charge': msg`Bank charge`,
  'organization-received': msg`Receipt in the host’s own record`,
  'organization-expenditure': msg`Expenditure in the host’s own record`,
  'organization-refund': msg`Refund in the host’s own record`,
  'write-off': msg`Write-off of an instalment`,
  release: msg`Release of reserved money`,
  'operating-reserve': msg`Operating reserve`,
} as const satisfies Record<RecipeName, MessageDescriptor>;

/** The name of a recipe, as a title: `Interest from the fund`. */
export const recipeName = (name: RecipeName): string => i18n._(NAMES[name]);

function accounts(list: readonly Account[]): string {
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(list.map(accountWord));
}

function sides(debit: readonly Account[], credit: readonly Account[]): string {
  const [debits, credits] = [accounts(debit), accounts(credit)];
  return t`debit ${debits}, credit ${credits}`;
}

/** What a recipe posts: `debit Cash, credit Interest income`. */
export function recipeSides(name: RecipeName): string {
  const { debit, credit } = RECIPES[name];
  return sides(debit, credit);
}

function nameOf({ kind, postings }: EntryPreview): string {
  const reserved = postings.some(({ account }) => account === 'allocations-open');
  if (kind === 'transfer' && reserved) return recipeName('transfer-for-position');
  return kind in NAMES ? recipeName(kind as RecipeName) : kindWord(kind);
}

/** The recipe of an entry that is about to be posted, by its name and by what it really debits and credits. */
export function recipeOf(preview: EntryPreview): { readonly name: string; readonly sides: string } {
  const side = (which: 'debit' | 'credit'): Account[] => [
    ...new Set(preview.postings.filter((posting) => posting[which] !== null).map(({ account }) => account)),
  ];
  return { name: nameOf(preview), sides: sides(side('debit'), side('credit')) };
}
