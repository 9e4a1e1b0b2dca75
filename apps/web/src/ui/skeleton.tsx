import './skeleton.css';
import { Trans } from '@lingui/react/macro';

/** A grey place of the size of what will stand there. */
export function Skeleton({ width = '100%', height }: { readonly width?: string; readonly height: string }) {
  return <span className="skeleton" style={{ width, height }} aria-hidden="true" />;
}

/** A page that is being fetched: sentence, figures, one part. */
export function PageSkeleton() {
  return (
    <div className="skeleton-page" role="status">
      <span className="visually-hidden">
        <Trans>Loading</Trans>
      </span>
      <Skeleton width="14rem" height="1.75rem" />
      <Skeleton width="min(36rem, 90%)" height="2.25rem" />
      <div className="skeleton-strip">
        {['a', 'b', 'c', 'd', 'e'].map((key) => (
          <Skeleton key={key} height="5.5rem" />
        ))}
      </div>
      <Skeleton height="20rem" />
    </div>
  );
}
