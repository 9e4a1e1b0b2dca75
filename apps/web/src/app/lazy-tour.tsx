import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTourSteps } from './tour-steps.ts';

const TourPanel = lazy(async () => ({ default: (await import('./tour-panel.tsx')).TourPanel }));

/** The step of the tour that the address names; fetched only once somebody takes it. */
export function LazyTour() {
  const { tour } = useSearch({ from: '/signed-in' });
  const steps = useTourSteps();
  if (tour === undefined || !steps.includes(tour)) return null;
  return (
    <Suspense>
      <TourPanel step={tour} steps={steps} />
    </Suspense>
  );
}
