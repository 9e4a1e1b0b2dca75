import './tour-panel.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Button } from '../ui/button.tsx';
import { keepChoice } from './kept-choice.ts';
import { stringifySearch } from './search-params.ts';
import { useAddressStandpoint } from './standpoint.ts';
import { isOnPage, pageOf } from './tour-pages.ts';
import { TOUR_DONE, type TourStep } from './tour-steps.ts';

type Words = { readonly title: string; readonly text: string };

function wordsOf(step: TourStep): Words {
  switch (step) {
    case 'overview':
      return {
        title: t`How the fund stands`,
        text: t`The sentence at the head says what the committee can still decide. The figures and charts below it say what that rests on.`,
      };
    case 'figure':
      return {
        title: t`A figure explains itself`,
        text: t`Every figure opens what it is made of: its formula, its day and its parts. Select a part to see the ledger entries that it sums.`,
      };
    case 'earlier-day':
      return {
        title: t`One earlier day`,
        text: t`This is the same page as it stood at the end of last year. Any page can be read as of any day, and nothing is recorded there.`,
      };
    case 'contribution':
      return {
        title: t`A contribution`,
        text: t`What was agreed, when each instalment is due and what has come. What happened is told step by step, with its papers.`,
      };
    case 'entries':
      return {
        title: t`Its ledger entries`,
        text: t`These entries are all that the ledger holds of this contribution. None is ever changed: a mistake is reversed by another entry.`,
      };
    case 'position':
      return {
        title: t`A position`,
        text: t`A sponsored post from its terms of reference to the end of its contract, year by year: what it costs, what is reserved, what was sent.`,
      };
    case 'round':
      return {
        title: t`A round and its decision`,
        text: t`Proposals are scored by criteria that were fixed before the round began. The program proposes the best set that the money covers; the committee decides.`,
      };
  }
}

type TourPanelProps = { readonly step: TourStep; readonly steps: readonly TourStep[] };

/** One step of the tour beside its page: what is seen there, and the ways on, back and out. It takes nothing away from the page. */
export function TourPanel({ step, steps }: TourPanelProps) {
  const { history } = useRouter();
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { today } = useAddressStandpoint();
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  const go = async (to: TourStep) => {
    const { pathname, ...search } = await pageOf(to, today);
    history.push(`${pathname}${stringifySearch({ ...search, tour: to })}`);
  };
  const end = () => {
    keepChoice(TOUR_DONE, true);
    void navigate({ to: '.', search: (old) => ({ ...old, tour: undefined, asOf: undefined }) });
  };
  const { title, text } = wordsOf(step);
  const here = isOnPage(step, path);
  const panel = useRef<HTMLElement>(null);
  const shown = useRef<TourStep | null>(null);
  useEffect(() => {
    // What had the focus went with the step before.
    const { activeElement } = document;
    const lost = activeElement === document.body || activeElement?.id === 'main';
    if (lost && shown.current !== step) panel.current?.focus({ preventScroll: true });
    shown.current = step;
  });
  return (
    <aside className="tour no-print" aria-label={t`Tour`} tabIndex={-1} ref={panel}>
      <div role="status">
        <p className="tour__step">
          <Trans>
            Step {at + 1} of {steps.length}
          </Trans>
        </p>
        <p className="tour__title">{title}</p>
        <p className="tour__text">{here ? text : <Trans>You have left the page of this step.</Trans>}</p>
      </div>
      <div className="tour__ways">
        {before === undefined ? null : (
          <Button onClick={() => void go(before)}>
            <Trans>Back</Trans>
          </Button>
        )}
        {here ? null : (
          <Button onClick={() => void go(step)}>
            <Trans>Return to the step</Trans>
          </Button>
        )}
        {/* One button, so that it keeps the focus from step to step. */}
        <Button look="primary" onClick={after === undefined ? end : () => void go(after)}>
          {after === undefined ? <Trans>End</Trans> : <Trans>Next</Trans>}
        </Button>
        {after === undefined ? null : (
          <Button look="quiet" onClick={end}>
            <Trans>End</Trans>
          </Button>
        )}
      </div>
    </aside>
  );
}
