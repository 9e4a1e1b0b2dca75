import {
  addActionPointInput,
  addAgendaItemInput,
  attendInput,
  completeActionPointInput,
  meetingInput,
  planMeetingInput,
  recordMinutesInput,
} from '@dcc/domain/committee/inputs';
import { idSchema, standpointInput } from '@dcc/domain/wire';
import { z } from 'zod';
import { procedure, router } from '../../trpc/trpc.ts';
import { recordedView } from '../../views/common-views.ts';
import { meetingListView, meetingPageView, pulseView } from './meetings.views.ts';
import { addActionPoint, addAgendaItem, completeActionPoint, planMeeting, recordMinutes } from './prepare-meeting.ts';
import { getMeeting, getPulse, listMeetings } from './read-meetings.ts';
import { attend, closeMeeting, openMeeting } from './run-meeting.ts';

export const meetingsRouter = router({
  list: procedure('committee.read')
    .input(standpointInput)
    .output(meetingListView)
    .query(({ ctx, input }) => listMeetings(ctx.context, input)),
  get: procedure('committee.read')
    .input(z.strictObject({ id: idSchema }))
    .output(meetingPageView)
    .query(({ ctx, input }) => getMeeting(ctx.context, input.id)),
  pulse: procedure('committee.read')
    .input(z.strictObject({ id: idSchema }))
    .output(pulseView)
    .query(({ ctx, input }) => getPulse(ctx.context, input.id)),
  plan: procedure('meeting.prepare')
    .input(planMeetingInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => planMeeting(ctx.context, input)),
  addAgendaItem: procedure('meeting.prepare')
    .input(addAgendaItemInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => addAgendaItem(ctx.context, input)),
  open: procedure('meeting.run')
    .input(meetingInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => openMeeting(ctx.context, input)),
  attend: procedure('meeting.attend')
    .input(attendInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => attend(ctx.context, input)),
  recordMinutes: procedure('meeting.prepare')
    .input(recordMinutesInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => recordMinutes(ctx.context, input)),
  addActionPoint: procedure('meeting.prepare')
    .input(addActionPointInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => addActionPoint(ctx.context, input)),
  completeActionPoint: procedure('meeting.prepare')
    .input(completeActionPointInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => completeActionPoint(ctx.context, input)),
  close: procedure('meeting.run')
    .input(meetingInput)
    .output(recordedView)
    .mutation(({ ctx, input }) => closeMeeting(ctx.context, input)),
});
