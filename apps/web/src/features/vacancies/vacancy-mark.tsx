import type { VacancyRow } from '../../api/views.ts';
import { type Mark, StatusMark } from '../../ui/status-mark.tsx';
import { vacancyStatusWord } from './vacancy-sentences.ts';

type Row = Pick<VacancyRow, 'status' | 'published'>;

function markOf({ status, published }: Row): Mark {
  if (status === 'closed') return 'ended';
  return status === 'open' && published ? 'open' : 'waiting';
}

/** Whether a vacancy is to come, open or closed; one that nobody sees yet waits for its position to be advertised. */
export function VacancyMark({ row }: { readonly row: Row }) {
  return <StatusMark mark={markOf(row)}>{vacancyStatusWord(row)}</StatusMark>;
}
