import { createRoot } from 'react-dom/client';

/** Stands in the same file as React (vite.config.ts), so that React is taken in with that file and not with our own code. */
export const drawInto = createRoot;
