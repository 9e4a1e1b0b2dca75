import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function ContributionsPage() {
  return <PageHead sentence={<Trans>Contributions</Trans>} />;
}
