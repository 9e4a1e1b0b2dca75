import './page-head.css';
import type { ReactNode } from 'react';
import { useSession } from '../app/session.ts';
import { SavedViewsButton } from '../app/saved-views-button.tsx';
import { SinceLastMeeting } from '../app/since-last-meeting.tsx';
import { useAddressComparison, useCompares } from '../app/standpoint.ts';
import { StandpointControl } from '../app/standpoint-control.tsx';
import { ReasonsOnce, SharedReasons } from './reasons-once.tsx';

type PageHeadProps = {
  /** The day all figures of the page stand on. */
  readonly asOf?: string | undefined;
  /** More facts in the first line: a link, a count. */
  readonly facts?: ReactNode;
  /** A way back or the kind of thing this page is about. */
  readonly above?: ReactNode;
  /** The sentence of the page. */
  readonly sentence: ReactNode;
  readonly below?: ReactNode;
  readonly actions?: ReactNode;
};

/** One press compares with the last meeting, on the pages that compare. */
function CompareButton({ asOf }: { readonly asOf: string }) {
  const [compares, compareWith] = [useCompares(), useAddressComparison()];
  const mayAsk = useSession().may('committee.read').allowed;
  return compares && mayAsk && compareWith === undefined ? (
    <span className="no-print">
      <SinceLastMeeting asOf={asOf} />
    </span>
  ) : null;
}

/** Head of every page: the day it stands on, the sentence, what can be done. */
export function PageHead({ asOf, facts, above, sentence, below, actions }: PageHeadProps) {
  return (
    <header className="page-head">
      <div className="page-head__facts">
        {asOf === undefined ? null : <StandpointControl asOf={asOf} />}
        {asOf === undefined ? null : <CompareButton asOf={asOf} />}
        {facts}
        <SavedViewsButton />
      </div>
      <div>
        {above === undefined ? null : <p className="page-head__above">{above}</p>}
        <h1 className="page-head__title">{sentence}</h1>
        {below === undefined ? null : <p className="page-head__below">{below}</p>}
      </div>
      {actions === undefined ? null : (
        <ReasonsOnce>
          <div className="page-head__actions">
            {actions}
            <SharedReasons />
          </div>
        </ReasonsOnce>
      )}
    </header>
  );
}
