import './show.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useState } from 'react';
import { api } from '../../api/client.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { formatDate } from '../../ui/format.ts';
import { showStep } from './show-keys.ts';
import { slidesOf } from './show-slides.tsx';
import { useMeeting } from './use-meeting.ts';

/** Committee mode: a meeting's figures, agenda and decisions one by one, to be read from the back of a room. */
export function ShowPage() {
  const { id } = useParams({ from: '/signed-in/meetings/$id/show' });
  const page = useMeeting(id);
  const { data: overview } = useSuspenseQuery(api.overview.get.queryOptions({}));
  const slides = slidesOf(page, overview);
  const { at, go } = useSlide(id, slides.length);
  const slide = slides[at - 1];
  if (slide === undefined) return null;
  const asOf = formatDate(page.today);
  return (
    <div className="show">
      <section className="show__slide" key={slide.key} aria-label={slide.name}>
        <h1 className="show__name">{slide.name}</h1>
        {slide.body}
      </section>
      <footer className="show__foot">
        <p className="show__source">
          <Trans>
            As of {asOf}. Source: {slide.source}.
          </Trans>
        </p>
        <nav className="show__steps no-print" aria-label={t`Slides`}>
          <Button aria-keyshortcuts="ArrowLeft PageUp" disabled={at === 1} onClick={() => go(at - 1)}>
            <Trans>← Back</Trans>
          </Button>
          <span role="status" className="number">
            <Trans>
              {at} of {slides.length} <span className="visually-hidden">{slide.name}</span>
            </Trans>
          </span>
          <Button
            look="primary"
            aria-keyshortcuts="ArrowRight PageDown Space"
            disabled={at === slides.length}
            onClick={() => go(at + 1)}
          >
            <Trans>Next →</Trans>
          </Button>
          <FullScreenButton />
          <Link to="/meetings/$id" params={{ id }} className={buttonClass('quiet')} aria-keyshortcuts="Escape">
            <Trans>Leave (Esc)</Trans>
          </Link>
        </nav>
      </footer>
    </div>
  );
}

/** The slide in the address, so that the browser's own back leads to the one before; keys and buttons move it. */
function useSlide(id: string, count: number) {
  const at = Math.min(useSearch({ from: '/signed-in/meetings/$id/show' }).slide, count);
  const navigate = useNavigate();
  const go = (slide: number) => {
    const within = Math.max(1, Math.min(count, slide));
    if (within === at) return;
    void navigate({
      to: '/meetings/$id/show',
      params: { id },
      search: (before) => ({ ...before, slide: within }),
    });
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const step = showStep(event);
    if (step === null) return;
    event.preventDefault();
    if (step === 'leave') void navigate({ to: '/meetings/$id', params: { id } });
    else go(step === 'first' ? 1 : step === 'last' ? count : at + step);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return { at, go };
}

/** Fills the screen where the browser allows it; the page is the same without. Leaving the page gives the screen back. */
function FullScreenButton() {
  const [on, setOn] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const follow = () => setOn(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', follow);
    return () => {
      document.removeEventListener('fullscreenchange', follow);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
  if (!document.fullscreenEnabled) return null;
  const toggle = async () => {
    try {
      await (on ? document.exitFullscreen() : document.documentElement.requestFullscreen());
    } catch {
      // The browser refuses: the page stays as it is.
    }
  };
  return (
    <Button aria-pressed={on} onClick={() => void toggle()}>
      <Trans>Full screen</Trans>
    </Button>
  );
}
