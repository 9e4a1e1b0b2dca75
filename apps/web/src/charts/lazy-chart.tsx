import { type ReactNode, startTransition, Suspense, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Skeleton } from '../ui/skeleton.tsx';

/** Milliseconds that a page rests before the charts that nobody has scrolled to are drawn too, for whoever prints or searches it. */
const AT_REST = 4000;

/** Keeps the place of a chart until it is nearly in sight and its code is here: drawing is what a page spends most time on. */
export function LazyChart({ height, children }: { readonly height: number; readonly children: ReactNode }) {
  const { place, near } = useNear();
  const skeleton = <Skeleton height={`${height}px`} />;
  return <div ref={place}>{near ? <Suspense fallback={skeleton}>{children}</Suspense> : skeleton}</div>;
}

/** Whether an element is nearly in sight, or was; or the page has come to rest, or is printed. */
function useNear() {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (place.current === null) return undefined;
    const arrive = () => startTransition(() => setNear(true));
    const observer = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && arrive(), {
      rootMargin: '10% 0px',
    });
    observer.observe(place.current);
    const rested = setTimeout(arrive, AT_REST);
    const print = () => flushSync(() => setNear(true));
    window.addEventListener('beforeprint', print);
    return () => {
      observer.disconnect();
      clearTimeout(rested);
      window.removeEventListener('beforeprint', print);
    };
  }, []);
  return { place, near };
}
