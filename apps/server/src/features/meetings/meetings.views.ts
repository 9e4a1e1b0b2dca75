import { z } from 'zod';
import { actionPointView, meetingView, motionView, quorumView, rulesView } from '../../views/committee-views.ts';
import { standpointView } from '../../views/common-views.ts';

export const meetingListView = z.strictObject({
  ...standpointView,
  meetings: z.array(meetingView),
  openPoints: z.array(actionPointView),
});

const personHere = z.strictObject({ personId: z.string(), name: z.string(), present: z.boolean() });

export const meetingPageView = z.strictObject({
  today: z.string(),
  /** Changes whenever something on the page may have. */
  mark: z.string(),
  meeting: meetingView,
  agenda: z.array(
    z.strictObject({ number: z.number(), title: z.string(), note: z.string(), motionId: z.string().nullable() }),
  ),
  chair: personHere.nullable(),
  /** The organizations with a seat today; `voterId` is who votes for each, `null` while nobody is here who may. */
  delegations: z.array(
    z.strictObject({
      organizationId: z.string(),
      organization: z.string(),
      member: personHere.nullable(),
      alternate: personHere.nullable(),
      voterId: z.string().nullable(),
    }),
  ),
  /** Recorded here, without a seat. */
  others: z.array(personHere),
  rules: rulesView.nullable(),
  quorum: quorumView.nullable(),
  decisions: z.array(motionView),
  minutes: z.strictObject({ text: z.string(), by: z.string(), at: z.string(), version: z.number() }).nullable(),
  actionPoints: z.array(actionPointView),
  openPoints: z.array(actionPointView),
});

export const pulseView = z.strictObject({ mark: z.string() });
