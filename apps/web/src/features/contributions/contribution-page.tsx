import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function ContributionPage() {
  return <PageHead sentence={<Trans>Contribution</Trans>} />;
}
