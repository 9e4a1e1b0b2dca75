import { formatDate } from './format.ts';

/** A day, readable by people and machines. */
export function DateText({ on }: { readonly on: string }) {
  return (
    <time className="number" dateTime={on.slice(0, 10)}>
      {formatDate(on)}
    </time>
  );
}
