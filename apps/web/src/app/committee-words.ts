import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import type { MeetingState, MotionState } from '@dcc/domain/committee/kinds';

type Words<K extends string> = Record<K, MessageDescriptor>;

const MEETING: Words<MeetingState> = { planned: msg`planned`, open: msg`sitting`, closed: msg`closed` };

const MOTION: Words<MotionState> = {
  drafted: msg`drafted`,
  open: msg`on the table`,
  circulated: msg`circulated`,
  withdrawn: msg`withdrawn`,
  adopted: msg`adopted`,
  'adopted-with-conditions': msg`adopted with conditions`,
  deferred: msg`deferred`,
  rejected: msg`rejected`,
};

export const meetingWord = (state: MeetingState): string => i18n._(MEETING[state]);
export const motionWord = (state: MotionState): string => i18n._(MOTION[state]);
