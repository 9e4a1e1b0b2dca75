import { z } from 'zod';
import { pageNumber } from '../../app/search-params.ts';

/** A form that is to open. */
export const meetingsSearch = z.object({ record: z.literal('meeting').optional().catch(undefined) });

/** How a meeting is shown: on a projector in large type. */
export const meetingSearch = z.object({ type: z.literal('large').optional().catch(undefined) });

/** Which slide of the committee mode is shown, from 1. */
export const showSearch = z.object({ slide: pageNumber });
