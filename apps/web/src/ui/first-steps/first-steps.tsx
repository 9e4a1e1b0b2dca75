import './first-steps.css';
import type { Action } from '@dcc/domain/people/capability';
import { FIRST_STEPS, type FirstStep, OPTIONAL_STEPS } from '@dcc/domain/people/first-steps';
import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import type { FirstSteps as Steps } from '../../api/views.ts';
import { rolesThatMay } from '../../app/role-words.ts';
import { useSession } from '../../app/session.ts';
import { Button, buttonClass } from '../button.tsx';
import { Section } from '../section.tsx';
import { stepWords } from './step-words.ts';

type Props = { readonly hidden: boolean; readonly onHide: (hide: boolean) => void };

const isOptional = (step: FirstStep): boolean => OPTIONAL_STEPS.includes(step);

/** Each step with its state, why it is needed, and the link that does it. Nothing of it is stored: it is what is on record. */
export function FirstSteps({ hidden, onHide }: Props) {
  const { data } = useQuery(api.firstSteps.get.queryOptions({}));
  if (data === undefined) return null;
  const left = data.steps.filter(({ step, done }) => !done && !isOptional(step));
  const [next] = left;
  if (next === undefined) return null;
  const count = plural(left.length, { one: '# step is left', other: '# steps are left' });
  if (hidden)
    return (
      <p className="note first-steps__hidden no-print">
        {count}{' '}
        <Button look="quiet" onClick={() => onHide(false)}>
          <Trans>Show the first steps</Trans>
        </Button>
      </p>
    );
  return (
    <div className="first-steps no-print">
      <Section
        title={<Trans>First steps</Trans>}
        note={count}
        tools={
          <Button look="quiet" onClick={() => onHide(true)}>
            <Trans>Hide</Trans>
          </Button>
        }
      >
        <ol className="first-steps__list">
          {data.steps.map(({ step, done }) => (
            <Step key={step} step={step} done={done} isNext={step === next.step} steps={data} />
          ))}
        </ol>
      </Section>
    </div>
  );
}

type StepProps = {
  readonly step: FirstStep;
  readonly done: boolean;
  readonly isNext: boolean;
  readonly steps: Steps;
};

function Step({ step, done, isNext, steps }: StepProps) {
  const words = stepWords(step, steps);
  return (
    <li className={done ? 'first-steps__done' : ''} aria-current={isNext ? 'step' : undefined}>
      <span className="first-steps__state">{done ? t`done` : isOptional(step) ? t`if needed` : t`open`}</span>
      <span className="first-steps__title">{words.title}</span>
      <span className="first-steps__why">{words.why}</span>
      {done ? null : (
        <span className="first-steps__action">
          <StepAction step={step} words={words} isNext={isNext} />
        </span>
      )}
    </li>
  );
}

function StepAction({
  step,
  words,
  isNext,
}: Pick<StepProps, 'step' | 'isNext'> & { readonly words: ReturnType<typeof stepWords> }) {
  const { may } = useSession();
  const action: Action | null = FIRST_STEPS[step];
  if (action === null) return <span className="first-steps__who">{t`whoever runs the server`}</span>;
  if (!may(action).allowed) return <span className="first-steps__who">{rolesThatMay(action)}</span>;
  return (
    <Link {...words.link} className={buttonClass(isNext ? 'primary' : 'plain')}>
      {words.action}
    </Link>
  );
}
