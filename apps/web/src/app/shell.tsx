import './shell.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link, Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { AddressNotice } from './address-notice.tsx';
import { focusKept, keepFocus } from './kept-focus.ts';
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
  const main = useFocusOnArrival();
  const { opened, open, close } = useOpenedHere();
  const find = () => open('palette');
  const readShortcuts = () => open('shortcuts');
  useFindKey(find);
  useShortcuts({ help: readShortcuts, find });
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
      <Side onFind={find} />
      <main className="shell__main" id="main" tabIndex={-1} ref={main}>
        <FindButton wide onClick={find} />
        <Outlet />
      </main>
      <SessionWarning />
      <LazyTour />
      {opened === 'palette' ? (
        <Suspense>
          <CommandPalette onClose={() => close('palette')} onShortcuts={readShortcuts} />
        </Suspense>
      ) : null}
      {opened === 'shortcuts' ? (
        <Suspense>
          <ShortcutSheet onClose={() => close('shortcuts')} />
        </Suspense>
      ) : null}
    </div>
  );
}

type Sheet = 'palette' | 'shortcuts';

/** What is open over the page. It closes by itself once the address is another, as when somebody goes back. */
function useOpenedHere() {
  const href = useRouterState({ select: (state) => state.location.href });
  const [now, setNow] = useState<{ readonly sheet: Sheet; readonly on: string } | null>(null);
  // It stays closed when somebody comes forward to this address again.
  if (now !== null && now.on !== href) setNow(null);
  return {
    opened: now?.on === href ? now.sheet : null,
    open: (sheet: Sheet) => setNow({ sheet, on: href }),
    // The palette says that it is closed after it has opened the sheet of shortcuts.
    close: (sheet: Sheet) => setNow((before) => (before?.sheet === sheet ? null : before)),
  };
}

function Side({ onFind }: { readonly onFind: () => void }) {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [openOn, setOpenOn] = useState<string | null>(null);
  // The menu closes by itself when it has led somewhere, and stays closed for who comes back.
  const open = openOn === path;
  if (openOn !== null && !open) setOpenOn(null);
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

/**
 * A new page takes the focus, so that a screen reader and the Tab key begin at its head. One to which somebody goes back gives it to
 * what had it there. The tour that leads from page to page keeps it.
 */
function useFocusOnArrival() {
  const main = useRef<HTMLElement>(null);
  const router = useRouter();
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const key = useRouterState({ select: (state) => state.resolvedLocation?.state.__TSR_key });
  const before = useRef({ path, key });
  useEffect(
    () =>
      router.subscribe('onBeforeNavigate', ({ fromLocation }) => {
        if (fromLocation?.state.__TSR_key !== undefined) keepFocus(fromLocation.state.__TSR_key, main.current);
      }),
    [router],
  );
  useEffect(() => {
    const { activeElement } = document;
    const last = before.current;
    before.current = { path, key };
    if (last.path === undefined || last.key === key || main.current === null) return;
    if (activeElement?.closest('.tour') != null || (key !== undefined && focusKept(key, main.current))) return;
    // On the same page too, what was pressed may be gone with what it led from.
    if (last.path !== path || activeElement === document.body) main.current.focus({ preventScroll: true });
  }, [path, key]);
  return main;
}
