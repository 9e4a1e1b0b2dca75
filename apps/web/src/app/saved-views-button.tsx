import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { lazy } from 'react';
import { PanelButton } from './panel-button.tsx';

// Fetched when somebody first opens it.
const SavedViews = lazy(async () => ({ default: (await import('./saved-views.tsx')).SavedViews }));

/** Keeps the address of this page under a name, and finds it again. */
export function SavedViewsButton() {
  return (
    <span className="no-print">
      <PanelButton className="saved-views" label={<Trans>Saved views</Trans>} panelLabel={t`Saved views`}>
        {() => <SavedViews />}
      </PanelButton>
    </span>
  );
}
