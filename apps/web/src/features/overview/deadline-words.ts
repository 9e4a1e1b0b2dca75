import { plural, t } from '@lingui/core/macro';
import type { LinkProps } from '@tanstack/react-router';
import type { Overview } from '../../api/views.ts';
import { formatDate } from '../../ui/format.ts';

type Attention = Overview['attention'][number];

/** What waits, for how much or how long, and the one thing to do. */
export type AttentionWords = {
  readonly tone: 'short' | 'promised' | 'plain';
  readonly title: string;
  readonly detail: string;
  readonly measure: string;
  readonly action: string;
  readonly link: Pick<LinkProps, 'to' | 'params' | 'search'>;
};

const DEADLINES = {
  'window-closing': true,
  'extension-due': true,
  'vacancy-closing': true,
  'vacancy-missing': true,
  'terms-stale': true,
  'retention-due': true,
  'action-point-due': true,
  'candidates-expired': true,
  'candidate-retention-unset': true,
} as const satisfies Partial<Record<Attention['kind'], true>>;
export type Deadline = Extract<Attention, { kind: keyof typeof DEADLINES }>;

export function isDeadline(item: Attention): item is Deadline {
  return item.kind in DEADLINES;
}

const position = (id: string) => ({ to: '/positions/$id', params: { id } }) as const;
const inDays = (days: number): string => plural(days, { 0: 'today', one: 'in # day', other: 'in # days' });

/** The words of what waits by its days. */
export function deadlineWords(item: Deadline): AttentionWords {
  switch (item.kind) {
    case 'window-closing':
      return {
        tone: 'promised',
        title: t`${item.reference}: silence consents`,
        detail: t`${item.title}, objections until ${formatDate(item.closesOn)}`,
        measure: inDays(item.days),
        action: t`Read the decision`,
        // The page of a decision that is being taken.
        link: { to: '/decisions/$id', params: { id: item.motionId } },
      };
    case 'extension-due':
      return {
        tone: 'promised',
        title: t`${item.title}: an extension is to be decided`,
        detail: t`${item.organization}, year ${item.year} ends ${formatDate(item.endsOn)}`,
        measure: inDays(item.days),
        action: t`Open the position`,
        link: position(item.positionId),
      };
    case 'vacancy-closing':
      return {
        tone: 'plain',
        title: t`${item.title}: the vacancy closes`,
        detail: t`${item.organization}, on ${formatDate(item.closesOn)}`,
        measure: inDays(item.days),
        action: t`Open the vacancy`,
        link: { to: '/vacancies/$id', params: { id: item.vacancyId } },
      };
    case 'vacancy-missing':
      return {
        tone: 'plain',
        title: t`${item.title} has no vacancy`,
        detail: t`${item.organization}, since ${formatDate(item.since)}`,
        measure: plural(item.days, { one: '# day', other: '# days' }),
        action: t`See vacancies`,
        link: { to: '/vacancies' },
      };
    default:
      return laterWords(item);
  }
}

type Later = Exclude<Deadline, { kind: 'window-closing' | 'extension-due' | 'vacancy-closing' | 'vacancy-missing' }>;

function laterWords(item: Later): AttentionWords {
  switch (item.kind) {
    case 'terms-stale':
      return {
        tone: 'plain',
        title: t`${item.title}: do its terms of reference still hold?`,
        detail: t`${item.organization}, written ${formatDate(item.writtenOn)}`,
        measure: '',
        action: t`Open the position`,
        link: position(item.positionId),
      };
    case 'retention-due':
      return {
        tone: 'plain',
        title: t`${item.title}: where does the person work now?`,
        detail: plural(item.months, {
          0: `${item.organization}, to be asked at the separation`,
          one: `${item.organization}, to be asked # month after the separation`,
          other: `${item.organization}, to be asked # months after the separation`,
        }),
        measure: t`since ${formatDate(item.dueOn)}`,
        action: t`Open the position`,
        link: position(item.positionId),
      };
    case 'action-point-due':
      return {
        tone: item.days < 0 ? 'short' : 'plain',
        title: item.text,
        detail: t`${item.meeting}, ${item.owner}, due ${formatDate(item.dueOn)}`,
        measure: item.days < 0 ? plural(-item.days, { one: '# day late', other: '# days late' }) : inDays(item.days),
        action: t`Open the meeting`,
        link: { to: '/meetings/$id', params: { id: item.meetingId } },
      };
    case 'candidates-expired':
      return {
        tone: 'short',
        title: plural(item.count, {
          one: '# candidate is kept longer than allowed',
          other: '# candidates are kept longer than allowed',
        }),
        detail: t`what is personal is to be erased`,
        measure: '',
        action: t`Erase them`,
        link: { to: '/vacancies' },
      };
    case 'candidate-retention-unset':
      return {
        tone: 'plain',
        title: t`Nobody has set how long candidates are kept`,
        detail: t`until then nothing is erased by its time`,
        measure: '',
        action: t`Set the period`,
        link: { to: '/vacancies' },
      };
  }
}
