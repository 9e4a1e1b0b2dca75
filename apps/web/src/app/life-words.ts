import type { RetentionOutcome } from '@dcc/domain/positions/retention';
import type { FindingKind } from '@dcc/domain/positions/review';
import type { TermsField, TermsTag } from '@dcc/domain/positions/terms';
import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Words<K extends string> = Record<K, MessageDescriptor>;

const TERMS_FIELD: Words<TermsField | TermsTag> = {
  code: msg`Code`,
  submittedBy: msg`Submitted by`,
  approvedBy: msg`Approved by`,
  jobFamily: msg`Job family`,
  sector: msg`Sector of assignment`,
  office: msg`Office`,
  nonFamily: msg`Non-family duty station`,
  duration: msg`Duration in months`,
  supervisor: msg`Direct supervisor`,
  supervisorTitle: msg`Title of the supervisor`,
  supervisionContent: msg`Content of supervision`,
  supervisionMethod: msg`Method of supervision`,
  duties: msg`Duties`,
  goals: msg`Sustainable Development Goals`,
  themes: msg`Themes`,
};

const FINDING: Words<FindingKind> = {
  priority: msg`Priority confirmed`,
  evaluation: msg`Satisfactory evaluation`,
  agreement: msg`Contributor’s agreement`,
  'cost-share': msg`Share of the host`,
};

const RETENTION: Words<RetentionOutcome> = {
  'same-organization': msg`with the same organization`,
  'un-system': msg`elsewhere in the United Nations system`,
  elsewhere: msg`outside the United Nations system`,
  'not-known': msg`not known`,
};

export const termsFieldWord = (field: TermsField | TermsTag): string => i18n._(TERMS_FIELD[field]);
export const findingWord = (kind: FindingKind): string => i18n._(FINDING[kind]);
export const retentionWord = (outcome: RetentionOutcome): string => i18n._(RETENTION[outcome]);
