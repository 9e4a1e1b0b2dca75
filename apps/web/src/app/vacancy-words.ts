import { plural, t } from '@lingui/core/macro';
import { msg } from '@lingui/core/macro';
import { i18n, type MessageDescriptor } from '@lingui/core';
import type { Gender, Stage } from '@dcc/domain/vacancies/candidate';
import type { Degree } from '@dcc/domain/vacancies/criteria';
import type { WireViolation } from '../api/refusal.ts';
import { formatDate } from '../ui/format.ts';
import { stateWord } from './state-words.ts';

const STAGES: Record<Stage, MessageDescriptor> = {
  'long-list': msg`long list`,
  'short-list': msg`short list`,
  interviewed: msg`interviewed`,
  selected: msg`selected`,
  declined: msg`declined`,
  'not-selected': msg`not selected`,
};

const DEGREES: Record<Degree, MessageDescriptor> = {
  'first-level': msg`first-level degree`,
  advanced: msg`advanced degree`,
  doctorate: msg`doctorate`,
};

const GENDERS: Record<Gender, MessageDescriptor> = {
  female: msg`woman`,
  male: msg`man`,
  other: msg`other`,
};

export const candidateStageWord = (stage: Stage): string => i18n._(STAGES[stage]);

export const degreeWord = (degree: Degree): string => i18n._(DEGREES[degree]);
export const genderWord = (gender: Gender): string => i18n._(GENDERS[gender]);

/** The name of a language by its code of ISO 639-1. */
export function languageName(code: string): string {
  return new Intl.DisplayNames(i18n.locale, { type: 'language' }).of(code) ?? code;
}

const VACANCIES = {
  VacancyClosesBeforeOpening: true,
  VacancyOverlaps: true,
  PositionNotAdvertised: true,
  CriteriaFixed: true,
  LanguageUnknown: true,
  LanguageTwice: true,
  AppliedOutsideVacancy: true,
  TooManyCandidates: true,
  StageNotAllowed: true,
  StageChanged: true,
  StageBeforeLast: true,
  AnotherSelected: true,
  CandidateErased: true,
  RetentionNotSet: true,
  RetentionBeforeLast: true,
} as const satisfies Partial<Record<WireViolation['kind'], true>>;
export type VacancyViolation = Extract<WireViolation, { kind: keyof typeof VACANCIES }>;

export function isVacancyViolation(violation: WireViolation): violation is VacancyViolation {
  return violation.kind in VACANCIES;
}

/** What a refusal means that is about vacancies and candidates. Candidates have numbers in it, never names. */
export function vacancyViolationWords(violation: VacancyViolation): string {
  switch (violation.kind) {
    case 'VacancyClosesBeforeOpening':
      return t`The vacancy would close on ${formatDate(violation.closesOn)}, before it opens on ${formatDate(violation.opensOn)}. Nothing was recorded. Give a closing day on or after the opening day.`;
    case 'VacancyOverlaps':
      return t`One vacancy of this position closes on ${formatDate(violation.closesOn)} and another opens on ${formatDate(violation.opensOn)}: they would be open together. Nothing was recorded. Choose other days.`;
    case 'PositionNotAdvertised':
      return t`“${violation.position}” is ${stateWord(violation.state)}, so it is not advertised. Nothing was recorded. Advertise the position first.`;
    case 'CriteriaFixed':
      return plural(violation.candidates, {
        one: '# candidate is on record, so the opening day and the criteria stay as they are. Nothing was recorded. You may change the closing day and the text.',
        other:
          '# candidates are on record, so the opening day and the criteria stay as they are. Nothing was recorded. You may change the closing day and the text.',
      });
    case 'LanguageUnknown':
      return t`“${violation.code}” is no language code of ISO 639-1. Nothing was recorded. Choose the language from the list.`;
    case 'LanguageTwice':
      return t`${languageName(violation.code)} is named twice. Nothing was recorded. Name each language once.`;
    case 'AppliedOutsideVacancy':
      return t`An application of ${formatDate(violation.on)} does not lie between ${formatDate(violation.opensOn)} and ${formatDate(violation.closesOn)}, when the vacancy takes applications. Nothing was recorded. Check the day.`;
    case 'TooManyCandidates':
      return t`This vacancy has ${violation.limit} candidates, the most it takes. Nothing was recorded. Record only who is on the long list.`;
    default:
      return candidateWords(violation);
  }
}

type OfCandidates = Exclude<
  VacancyViolation,
  {
    kind:
      | 'VacancyClosesBeforeOpening'
      | 'VacancyOverlaps'
      | 'PositionNotAdvertised'
      | 'CriteriaFixed'
      | 'LanguageUnknown'
      | 'LanguageTwice'
      | 'AppliedOutsideVacancy'
      | 'TooManyCandidates';
  }
>;

function candidateWords(violation: OfCandidates): string {
  switch (violation.kind) {
    case 'StageNotAllowed':
      return t`A candidate cannot go from “${candidateStageWord(violation.from)}” to “${candidateStageWord(violation.to)}”: no stage is skipped. Nothing was changed. Choose one of the stages offered.`;
    case 'StageChanged':
      return t`Somebody moved this candidate from “${candidateStageWord(violation.expected)}” to “${candidateStageWord(violation.actual)}” meanwhile. Nothing was changed. Look at the page again.`;
    case 'StageBeforeLast':
      return t`The last step of this candidate was on ${formatDate(violation.since)}, after ${formatDate(violation.on)}. Nothing was changed. Give the day of that step or a later one.`;
    case 'AnotherSelected':
      return t`Candidate ${violation.number} is selected, and a post is offered to one person at a time. Nothing was changed. Record first that candidate ${violation.number} declined or was not selected.`;
    case 'CandidateErased':
      return t`What was known of this candidate was erased on ${formatDate(violation.on)}. Nothing was changed.`;
    case 'RetentionNotSet':
      return t`Nobody has set how long candidates are kept. Nothing was erased. Set the retention period first, or erase one candidate at a time.`;
    case 'RetentionBeforeLast':
      return t`${formatDate(violation.on)} lies before ${formatDate(violation.since)}, when the last retention period took effect. Nothing was recorded. Give that day or a later one.`;
    default:
      return unknown(violation);
  }
}

/** Types forbid it here; a newer server may still say it. */
function unknown(violation: never): string {
  void violation;
  return t`The program refused this for a reason that this page does not know yet. Nothing was recorded. Reload the page and try again.`;
}
