import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function PositionsPage() {
  return <PageHead sentence={<Trans>Positions</Trans>} />;
}
