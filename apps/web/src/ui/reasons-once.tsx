import { t } from '@lingui/core/macro';
import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';

/** Why a button is closed, and the roles whose it is. */
type Reason = { readonly reason: string; readonly whose: string };
/** The reasons of the closed buttons of one part of a page, by button. */
type Reasons = ReadonlyMap<string, Reason>;
type Part = { readonly reasons: Reasons; readonly setReasons: Dispatch<SetStateAction<Reasons>> };

const PartContext = createContext<Part | null>(null);

/** A part of a page that says once whose its closed buttons are, instead of under each of them. */
export function ReasonsOnce({ children }: { readonly children: ReactNode }) {
  const [reasons, setReasons] = useState<Reasons>(new Map());
  const part = useMemo<Part>(() => ({ reasons, setReasons }), [reasons]);
  return <PartContext value={part}>{children}</PartContext>;
}

type Refusal = { readonly allowed: boolean; readonly reason: string; readonly whose?: string };

/** Whether the part says for this button whose it is. The button keeps its own reason for who listens. */
export function useSaidOnce({ allowed, reason, whose }: Refusal): boolean {
  const button = useId();
  const setReasons = useContext(PartContext)?.setReasons;
  const roles = allowed ? undefined : whose;
  useLayoutEffect(() => {
    if (roles === undefined || setReasons === undefined) return undefined;
    setReasons((before) => new Map(before).set(button, { reason, whose: roles }));
    return () => setReasons((before) => new Map([...before].filter(([key]) => key !== button)));
  }, [button, reason, roles, setReasons]);
  return setReasons !== undefined && roles !== undefined;
}

/** What the part says: the reason itself where its buttons share it, else only the roles. */
export function SharedReasons() {
  const reasons = [...(useContext(PartContext)?.reasons.values() ?? [])];
  if (reasons.length === 0) return null;
  const sentences = [...new Set(reasons.map(({ whose }) => whose))].map((whose) => {
    const [first, ...others] = new Set(reasons.filter((one) => one.whose === whose).map(({ reason }) => reason));
    return first !== undefined && others.length === 0 ? first : t`What is closed here is for ${whose} only.`;
  });
  return <p className="note shared-reasons no-print">{sentences.join(' ')}</p>;
}
