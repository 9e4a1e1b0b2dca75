import { t } from '@lingui/core/macro';
import type { Refusal } from '../api/refusal.ts';
import { fieldWords } from './field-words.ts';
import { violationWords } from './violation-words.ts';

/** One sentence for any refusal, where there is no field to put it beside. */
export function refusalWords(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'violation':
      return violationWords(refusal.violation);
    case 'fields':
      return refusal.fields.map((field) => `${field.path}: ${fieldWords(field.message)}`).join(' ');
    case 'signed-out':
      return t`You are no longer signed in. Nothing was recorded. Sign in again in another tab, then repeat it here.`;
    case 'offline':
      return t`The fund's server does not answer. It is not certain that anything was recorded. Check the connection and press again: the same form is never recorded twice.`;
    case 'fault': {
      const { errorId } = refusal;
      return errorId === null
        ? t`Something went wrong in the program. Try again; if it stays, tell the administrator.`
        : t`Something went wrong in the program. Try again; if it stays, tell the administrator the number ${errorId}.`;
    }
  }
}
