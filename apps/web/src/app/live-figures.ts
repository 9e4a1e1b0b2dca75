import { useEffect, useState } from 'react';
import { api, queryClient, refreshFigures, reportSignedOut } from '../api/client.ts';

/** A connection that is back sooner was never missed. */
const MISSED_AFTER = 3_000;

/** A page whose session is over shows no figures any more: it leads to the sign-in page. */
function askWhoIsSignedIn(): void {
  void queryClient
    .fetchQuery(api.session.current.queryOptions({}, { staleTime: 0 }))
    .then(({ person }) => (person === null ? reportSignedOut() : undefined))
    // Without a connection it is asked again when there is one.
    .catch(() => undefined);
}

/**
 * Keeps open pages true while others record: the server says that something was recorded, and what is on screen is asked for anew.
 * Says since when there has been no connection, `null` while there is one. A page in the background listens to nothing.
 */
export function useLiveFigures(): Date | null {
  const [lostSince, setLostSince] = useState<Date | null>(null);
  useEffect(() => {
    let source: EventSource | null = null;
    let missing: ReturnType<typeof setTimeout> | null = null;
    let lost = false;
    // Until when everything was heard, in milliseconds since the page began to read.
    let heard = 0;
    const found = () => {
      if (missing !== null) clearTimeout(missing);
      missing = null;
      setLostSince(null);
      // What was recorded meanwhile was not heard.
      if (lost) void refreshFigures();
      lost = false;
    };
    const close = () => {
      if (source?.readyState === EventSource.OPEN) heard = performance.now();
      source?.close();
      source = null;
      if (missing !== null) clearTimeout(missing);
      missing = null;
    };
    const miss = () => {
      lost = true;
      const since = new Date();
      missing ??= setTimeout(() => setLostSince((before) => before ?? since), MISSED_AFTER);
    };
    const open = () => {
      close();
      const opened = new EventSource(`/api/live?reading=${Math.ceil(performance.now() - heard)}`);
      source = opened;
      opened.addEventListener('open', found);
      opened.addEventListener('message', () => void refreshFigures());
      opened.addEventListener('ended', () => {
        close();
        askWhoIsSignedIn();
      });
      opened.addEventListener('error', () => {
        miss();
        // The browser tries again by itself, unless it was refused: then the session may be over.
        if (opened.readyState === EventSource.CLOSED) askWhoIsSignedIn();
      });
    };
    const follow = () => (document.visibilityState === 'visible' ? open() : close());
    follow();
    document.addEventListener('visibilitychange', follow);
    // A line that is cut says nothing by itself: the browser knows of it first.
    window.addEventListener('offline', miss);
    window.addEventListener('online', follow);
    return () => {
      window.removeEventListener('offline', miss);
      window.removeEventListener('online', follow);
      document.removeEventListener('visibilitychange', follow);
      close();
    };
  }, []);
  return lostSince;
}
