import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function ContributorsPage() {
  return <PageHead sentence={<Trans>Contributors</Trans>} />;
}
