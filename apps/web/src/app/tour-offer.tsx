import './tour-offer.css';
import { Trans } from '@lingui/react/macro';
import { Link, useSearch } from '@tanstack/react-router';
import { Button, buttonClass } from '../ui/button.tsx';
import { keepChoice, useKeptChoice } from './kept-choice.ts';
import { useStandpoint } from './standpoint.ts';
import { TOUR_DONE, useTourSteps } from './tour-steps.ts';

/** Offers the tour of the demonstration fund until it was ended or declined in this browser. */
export function TourOffer() {
  const { tour } = useSearch({ from: '/signed-in' });
  const { past } = useStandpoint();
  const done = useKeptChoice(TOUR_DONE);
  const steps = useTourSteps();
  if (done || past || tour !== undefined || steps.length === 0) return null;
  return (
    <aside className="tour-offer no-print" aria-labelledby="tour-offer">
      <p id="tour-offer">
        <Trans>This is a demonstration. A tour of {steps.length} screens shows how the fund is read.</Trans>
      </p>
      <p className="tour-offer__choices">
        <Link to="/" search={{ tour: 'overview' }} className={buttonClass()}>
          <Trans>Take the tour</Trans>
        </Link>
        <Button look="quiet" onClick={() => keepChoice(TOUR_DONE, true)}>
          <Trans>Not now</Trans>
        </Button>
      </p>
    </aside>
  );
}
