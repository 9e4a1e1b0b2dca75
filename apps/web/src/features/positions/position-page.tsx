import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function PositionPage() {
  return <PageHead sentence={<Trans>Position</Trans>} />;
}
