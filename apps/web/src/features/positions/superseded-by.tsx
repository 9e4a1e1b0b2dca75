import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { Position } from '../../api/views.ts';

type Later = NonNullable<Position['decisions'][number]['supersededBy']>;

/** Which decision has come in the place of another. */
export function SupersededBy({ decision: { id, reference } }: { readonly decision: Later }) {
  return (
    <Trans>
      superseded by{' '}
      <Link to="/decisions/$id" params={{ id }}>
        {reference}
      </Link>
    </Trans>
  );
}
