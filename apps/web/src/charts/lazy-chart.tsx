import { type ReactNode, Suspense } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';

/** Keeps the place of a chart whose code is still on its way. */
export function LazyChart({ height, children }: { readonly height: number; readonly children: ReactNode }) {
  return <Suspense fallback={<Skeleton height={`${height}px`} />}>{children}</Suspense>;
}
