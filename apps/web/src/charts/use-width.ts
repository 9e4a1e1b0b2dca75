import { useLayoutEffect, useRef, useState } from 'react';

/** Width in pixels that the page gives to an element, kept up to date. */
export function useWidth(start = 640) {
  const element = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(start);
  useLayoutEffect(() => {
    const target = element.current;
    if (target === null) return undefined;
    const measure = () => setWidth(target.clientWidth === 0 ? start : target.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(target);
    return () => observer.disconnect();
  }, [start]);
  return { element, width };
}

/** What a drawing measures on the screen; narrower paper shows all of it, smaller. */
export function sizes(width: number, height: number) {
  return { width, height, viewBox: `0 0 ${width} ${height}` };
}
