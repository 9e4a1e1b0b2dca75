import { Trans } from '@lingui/react/macro';
import type { Position } from '../../api/views.ts';
import { stateWord } from '../../app/state-words.ts';
import { Section } from '../../ui/section.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { MissingList } from './step-notice.tsx';

/** The steps onward, each with what it still waits for. */
export function NextSteps({ position }: { readonly position: Position }) {
  const onward = position.steps.filter(({ way }) => way === 'on');
  if (onward.length === 0) return null;
  return (
    <Section title={<Trans>What comes next</Trans>}>
      <ul className="findings">
        {onward.map(({ to, missing }) => (
          <li key={to} className="next-step">
            <StatusMark mark={missing.length === 0 ? 'done' : 'short'}>
              {stateWord(to)}:{' '}
              {missing.length === 0 ? <Trans>nothing is missing</Trans> : <Trans>it still waits</Trans>}
            </StatusMark>
            {missing.length === 0 ? null : <MissingList missing={missing} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
