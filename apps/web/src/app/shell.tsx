import './shell.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { AddressNotice } from './address-notice.tsx';
import { LazyTour } from './lazy-tour.tsx';
import { useLiveFigures } from './live-figures.ts';
import { NavigationMenu } from './navigation-menu.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { useSession } from './session.ts';
import { useShortcuts } from './shortcuts.ts';
import { SessionWarning } from './session-warning.tsx';
import { SignedInPerson } from './signed-in-person.tsx';
import { StandpointBanner } from './standpoint-banner.tsx';

const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));
const CommandPalette = lazy(async () => ({ default: (await import('./command-palette.tsx')).CommandPalette }));

/** Frame of every page for a signed-in person: navigation at the side, one page in the column. */
export function Shell() {
  const { fund } = useSession();
  const [finding, setFinding] = useState(false);
  const main = useFocusOnArrival();
  const [reading, setReading] = useState(false);
  const readShortcuts = () => setReading(true);
  useFindKey(() => setFinding(true));
  useShortcuts({ help: readShortcuts, find: () => setFinding(true) });
  const lostSince = useLiveFigures();
  return (
    <div className="shell">
      <a className="shell__skip" href="#main">
        <Trans>Skip to the page</Trans>
      </a>
      <div className="shell__banners">
        {fund.demonstration ? (
          <aside className="shell__banner" aria-label={t`About this fund`}>
            <Trans>Demonstration fund. Every name and figure is invented.</Trans>
          </aside>
        ) : null}
        <StandpointBanner />
        <AddressNotice />
        <OfflineBanner since={lostSince} />
      </div>
      <Side onFind={() => setFinding(true)} />
      <main className="shell__main" id="main" tabIndex={-1} ref={main}>
        <FindButton wide onClick={() => setFinding(true)} />
        <Outlet />
      </main>
      <SessionWarning />
      <LazyTour />
      {finding ? (
        <Suspense>
          <CommandPalette onClose={() => setFinding(false)} onShortcuts={readShortcuts} />
        </Suspense>
      ) : null}
      {reading ? (
        <Suspense>
          <ShortcutSheet onClose={() => setReading(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}

function Side({ onFind }: { readonly onFind: () => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openOn, setOpenOn] = useState<string | null>(null);
  // The menu closes by itself when it has led somewhere.
  const open = openOn === path;
  return (
    <header className="shell__side">
      <div className="shell__bar">
        <Link to="/" className="shell__name">
          <Trans>DCC Trust Fund</Trans>
        </Link>
        <FindButton onClick={onFind} />
        <span className="shell__menu-button">
          <Button aria-expanded={open} aria-controls="menu" onClick={() => setOpenOn(open ? null : path)}>
            <Trans>Menu</Trans>
          </Button>
        </span>
      </div>
      <p className="shell__long-name">
        <Trans>Developing Countries Candidates</Trans>
      </p>
      <div className="shell__menu" id="menu" hidden={!open}>
        <NavigationMenu />
        <SignedInPerson />
      </div>
    </header>
  );
}

function FindButton({ wide = false, onClick }: { readonly wide?: boolean; readonly onClick: () => void }) {
  const key = /Mac|iP(?:hone|ad)/u.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';
  return (
    <button
      type="button"
      className={wide ? 'find-button find-button--wide' : 'find-button'}
      onClick={onClick}
      aria-label={wide ? undefined : t`Find anything`}
      aria-keyshortcuts="Control+K Meta+K"
    >
      {wide ? <Trans>Find anything</Trans> : <Trans>Find</Trans>}
      {wide ? <kbd>{key}</kbd> : null}
    </button>
  );
}

/** ⌘K or Ctrl-K, anywhere. */
function useFindKey(open: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open();
      }
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

/** A new page takes the focus, so that a screen reader and the Tab key begin at its head. The tour that leads there keeps it. */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    const toured = document.activeElement?.closest('.tour') != null;
    if (before.current !== undefined && before.current !== path && !toured)
      main.current?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return main;
}
