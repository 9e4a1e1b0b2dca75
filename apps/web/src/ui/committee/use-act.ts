import { useState } from 'react';
import { refreshFigures } from '../../api/client.ts';
import { type Refusal, refusalOf } from '../../api/refusal.ts';
import { newKey } from '../use-recording.ts';

/** One press that records at once: a vote, an arrival. Says why it was refused; one at a time. */
export function useAct() {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const act = async (record: (key: { idempotencyKey: string }) => Promise<unknown>) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await record({ idempotencyKey: newKey() });
    } catch (error) {
      setRefusal(refusalOf(error));
    } finally {
      // After a refusal too: what somebody else did meanwhile is the reason.
      await refreshFigures();
      setBusy(false);
    }
  };
  return { busy, refusal, act: (record: Parameters<typeof act>[0]) => void act(record) };
}
