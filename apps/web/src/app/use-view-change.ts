import { useRef, useState } from 'react';
import { api, queryClient } from '../api/client.ts';
import { type Refusal, refusalOf } from '../api/refusal.ts';

/** Does one thing to what is saved at a time, and reads the list anew; `false` and the reason where it was refused. */
export type Change = (work: () => Promise<unknown>) => Promise<boolean>;

/** The one way to change what is saved, and why the last try was refused. */
export function useViewChange(): { readonly change: Change; readonly refusal: Refusal | null } {
  const running = useRef(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change: Change = async (work) => {
    if (running.current) return false;
    running.current = true;
    setRefusal(null);
    try {
      await work();
      await queryClient.invalidateQueries(api.savedViews.list.queryFilter());
      return true;
    } catch (error) {
      setRefusal(refusalOf(error));
      return false;
    } finally {
      running.current = false;
    }
  };
  return { change, refusal };
}
