import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { formatDate } from '../ui/format.ts';
import { lastMeetingDay } from './last-meeting.ts';
import { comparing, useAddressComparison, useStandpoint } from './standpoint.ts';

type SinceLastMeetingProps = { readonly asOf: string; readonly onSame?: () => void };

/** Compares with the day on which the committee last sat, or says that it did not yet. */
export function SinceLastMeeting({ asOf, onSame }: SinceLastMeetingProps) {
  const { stand } = useStandpoint();
  const compareWith = useAddressComparison();
  const navigate = useNavigate();
  const [noneBefore, setNoneBefore] = useState<string | null>(null);
  const compare = async () => {
    const day = await lastMeetingDay(asOf, stand);
    if (day === null) setNoneBefore(asOf);
    else if (day === compareWith) onSame?.();
    else await navigate({ to: '.', search: comparing(day) as never, resetScroll: false });
  };
  return (
    <>
      <Button look="quiet" onClick={() => void compare()}>
        <Trans>Since the last meeting</Trans>
      </Button>
      <span role="status">
        {noneBefore === asOf ? <Trans>No meeting was held before {formatDate(asOf)}.</Trans> : null}
      </span>
    </>
  );
}
