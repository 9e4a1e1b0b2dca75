import { Trans } from '@lingui/react/macro';
import { formatTime } from '../ui/format.ts';

/** Says that what is on screen is what was last known, and that nobody has to do anything. */
export function OfflineBanner({ since }: { readonly since: Date | null }) {
  return (
    <div role="status" className={since === null ? undefined : 'shell__banner shell__banner--past no-print'}>
      {since === null ? null : (
        <Trans>
          No connection since {formatTime(since)}. You see what was known then; nothing can be recorded. It connects
          again by itself.
        </Trans>
      )}
    </div>
  );
}
