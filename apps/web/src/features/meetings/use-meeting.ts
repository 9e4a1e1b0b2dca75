import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client.ts';
import type { MeetingPage } from '../../api/views.ts';

/** How often it is asked whether something changed at a meeting that sits, in milliseconds: everybody in the room sees the same. */
const POLL = 1500;

/** A meeting, kept up to date until it is closed: a mark is asked for again and again, the rest only when something changed. */
export function useMeeting(id: string): MeetingPage {
  const { data: page, refetch } = useSuspenseQuery(api.meetings.get.queryOptions({ id }));
  const { data: pulse } = useQuery(
    api.meetings.pulse.queryOptions({ id }, { refetchInterval: page.meeting.state === 'closed' ? false : POLL }),
  );
  const mark = pulse?.mark;
  useEffect(() => {
    if (mark !== undefined && mark !== page.mark) void refetch();
  }, [mark, page.mark, refetch]);
  return page;
}
