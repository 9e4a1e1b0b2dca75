import './committee.css';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { DraftDecision } from '../../api/views.ts';
import { choiceWord, verdictWord } from '../../app/committee-words.ts';
import { formatMoney } from '../format.ts';
import { Notice } from '../notice.tsx';
import { PostingPreview } from '../posting-table.tsx';
import { StatusMark } from '../status-mark.tsx';
import { quorumWords, tallyWords } from './committee-sentences.ts';

type MotionProps = { readonly motion: DraftDecision };

/** What a draft would do: money for position-years, and what it says of positions. */
export function Consequences({
  motion: { lines, positions },
}: {
  readonly motion: Pick<DraftDecision, 'lines' | 'positions'>;
}) {
  if (lines.length + positions.length === 0) return null;
  return (
    <ul className="motion__list" aria-label={t`What it does`}>
      {lines.map((line) => (
        <li key={`${line.positionId} ${line.year} ${line.pool}`} className="motion__row">
          <span>
            <Link to="/positions/$id" params={{ id: line.positionId }}>
              {line.position}
            </Link>
            , <Trans>year {line.year}</Trans> <span className="soft">({line.organization})</span>
          </span>
          <span>
            <span className="number">{formatMoney(line.amount)}</span>{' '}
            <span className="soft">
              <Trans>from {line.pool}</Trans>
            </span>
          </span>
        </li>
      ))}
      {positions.map(({ positionId, position, organization, verdict, reason }) => (
        <li key={`${positionId} ${verdict}`} className="motion__row">
          <span>
            {verdictWord(verdict)}{' '}
            <Link to="/positions/$id" params={{ id: positionId }}>
              {position}
            </Link>{' '}
            <span className="soft">({organization})</span>
          </span>
          <span className="soft">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who takes no part, and whether the program or they said so. */
export function Recusals({ motion: { recusals } }: MotionProps) {
  if (recusals.length === 0) return null;
  return (
    <ul className="motion__list" aria-label={t`Recused`}>
      {recusals.map(({ organizationId, organization, forced, reason }) => (
        <li key={organizationId} className="motion__row">
          <StatusMark mark="ended">
            {forced ? t`${organization} takes no part: it is the host` : t`${organization} has recused itself`}
          </StatusMark>
          <span className="soft">{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** Votes by organization, and how they stand. */
export function Votes({ motion }: MotionProps) {
  const { votes, quorum } = motion;
  return (
    <>
      {quorum === null ? null : (
        <p>
          <StatusMark mark={quorum.reached ? 'done' : 'short'}>{quorumWords(quorum)}</StatusMark>
        </p>
      )}
      {votes.length === 0 ? null : (
        <>
          <p className="number">{tallyWords(motion)}</p>
          <ul className="motion__list" aria-label={t`Votes`}>
            {votes.map(({ organizationId, organization, choice, by, asAlternate, counts, note }) => (
              <li key={organizationId} className="motion__row">
                <span>
                  {organization}: <strong>{choiceWord(choice)}</strong>{' '}
                  {counts ? null : (
                    <span className="soft">
                      <Trans>(does not count: recused)</Trans>
                    </span>
                  )}
                </span>
                <span className="soft">
                  {asAlternate ? t`${by}, alternate` : by}
                  {note === '' ? '' : `: ${note}`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** What adopting it would release and post, or which money is missing. */
export function WouldPost({ motion: { release, posting, shortage, supersedes } }: MotionProps) {
  return (
    <>
      {release === null || supersedes === null ? null : (
        <>
          <p>
            <Trans>
              It takes the place of {supersedes.reference}: what that decision reserved and was not sent goes back
              first.
            </Trans>
          </p>
          <PostingPreview preview={release} />
        </>
      )}
      {shortage !== null ? <Shortage shortage={shortage} /> : null}
      {posting === null ? null : <PostingPreview preview={posting} />}
    </>
  );
}

type ShortageProps = { readonly shortage: NonNullable<DraftDecision['shortage']> };

function Shortage({ shortage: { pool, available, requested } }: ShortageProps) {
  const [has, wants] = [formatMoney(available), formatMoney(requested)];
  return (
    <Notice tone="warning">
      {pool === null ? (
        <Trans>
          It cannot be adopted as it stands: the fund has {has} free and this needs {wants}.
        </Trans>
      ) : (
        <Trans>
          It cannot be adopted as it stands: the pool “{pool}” has {has} free and this needs {wants}.
        </Trans>
      )}
    </Notice>
  );
}
