import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import type {
  Choice,
  DecisionMode,
  MeetingState,
  MotionKind,
  MotionState,
  SeatKind,
  Verdict,
} from '@dcc/domain/committee/kinds';

type Words<K extends string> = Record<K, MessageDescriptor>;

const SEAT: Words<SeatKind> = { member: msg`member`, alternate: msg`alternate`, chair: msg`chair` };

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

const KIND: Words<MotionKind> = {
  allocation: msg`allocation`,
  positions: msg`positions`,
  criteria: msg`criteria`,
  other: msg`other`,
};

const MODE: Words<DecisionMode> = {
  vote: msg`by vote`,
  consensus: msg`by consensus`,
  'no-objection': msg`in writing, without objection`,
  'on-paper': msg`outside of the program`,
};

const CHOICE: Words<Choice> = { for: msg`for`, against: msg`against`, abstain: msg`abstains` };

const VERDICT: Words<Verdict> = { approve: msg`approve`, defer: msg`defer`, reject: msg`reject` };

export const seatWord = (kind: SeatKind): string => i18n._(SEAT[kind]);
export const meetingWord = (state: MeetingState): string => i18n._(MEETING[state]);
export const motionWord = (state: MotionState): string => i18n._(MOTION[state]);
export const motionKindWord = (kind: MotionKind): string => i18n._(KIND[kind]);
export const modeWord = (mode: DecisionMode): string => i18n._(MODE[mode]);
export const choiceWord = (choice: Choice): string => i18n._(CHOICE[choice]);
export const verdictWord = (verdict: Verdict): string => i18n._(VERDICT[verdict]);
