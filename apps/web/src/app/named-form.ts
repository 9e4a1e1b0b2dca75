import type { Action } from '@dcc/domain/people/capability';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from './session.ts';

/**
 * Which form of a page is open: at first the one that the address names (`record=`), if this person may record with it. As soon as it
 * is open the address names it no longer, so that going back does not open it again.
 */
export function useNamedForm<F extends string>(actions: Readonly<Record<F, Action>>, named: NoInfer<F> | undefined) {
  const { may } = useSession();
  const state = useState<F | null>(named !== undefined && may(actions[named]).allowed ? named : null);
  const navigate = useNavigate();
  useEffect(() => {
    if (named !== undefined)
      void navigate({ to: '.', search: (before) => ({ ...before, record: undefined }), replace: true });
  }, [named, navigate]);
  return state;
}
