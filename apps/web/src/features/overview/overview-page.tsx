import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function OverviewPage() {
  return <PageHead sentence={<Trans>Overview</Trans>} />;
}
