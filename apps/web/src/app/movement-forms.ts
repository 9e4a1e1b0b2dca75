import { useQuery } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import type { MovementForms } from '../api/views.ts';
import { useSession } from './session.ts';

/** What the forms of movements begin with; `null` while it is fetched, and for a person who may read no ledger. */
export function useMovementForms(): MovementForms | null {
  const session = useSession();
  const { data } = useQuery(api.movements.forms.queryOptions({}, { enabled: session.may('ledger.read').allowed }));
  return data ?? null;
}
