import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';

export function PeoplePage() {
  return <PageHead sentence={<Trans>People</Trans>} />;
}
