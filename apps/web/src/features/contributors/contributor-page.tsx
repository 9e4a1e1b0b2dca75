import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function ContributorPage() {
  return <PageHead sentence={<Trans>Contributor</Trans>} />;
}
