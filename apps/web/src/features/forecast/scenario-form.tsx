import { SCENARIO_LIMITS, type Scenario, scenarioText } from '@dcc/domain/forecast/scenario';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Names } from './forecast-sentences.ts';
import { NumberInput } from './number-input.tsx';

/** The whole number in a field of a form; `null` where it is empty. */
function numberIn(data: FormData, name: string): number | null {
  const value = data.get(name);
  return typeof value === 'string' && /^-?\d+$/u.test(value) ? Number(value) : null;
}

function textIn(data: FormData, name: string): string | null {
  const value = data.get(name);
  return typeof value === 'string' && value !== '' ? value : null;
}

function scenarioOf(data: FormData): Scenario {
  const [months, count] = [numberIn(data, 'slip'), numberIn(data, 'posts')];
  return {
    pledges: numberIn(data, 'pledges'),
    overdue: numberIn(data, 'overdue'),
    slip: months === null ? null : { months, contributorId: textIn(data, 'slipOf') },
    leaves: textIn(data, 'leaves'),
    dollar: numberIn(data, 'dollar') ?? 0,
    costs: numberIn(data, 'costs') ?? 0,
    posts: count === null ? null : { count, months: numberIn(data, 'postsIn') ?? 0 },
  };
}

type Props = {
  readonly names: Names;
  /** What a contract year usually costs, in words; `null` while nobody knows: then no more positions can be supposed. */
  readonly usualYear: string | null;
  readonly onClose: () => void;
};

/** What one more scenario supposes. Empty fields suppose nothing; the address keeps the rest. */
export function ScenarioForm({ names, usualYear, onClose }: Props) {
  const navigate = useNavigate({ from: '/forecast' });
  const [empty, setEmpty] = useState(false);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = scenarioText(scenarioOf(new FormData(event.currentTarget)));
    setEmpty(text === '');
    if (text === '') return;
    onClose();
    void navigate({
      search: (before) => ({ ...before, scenario: [...new Set([...before.scenario, text])], show: text }),
      resetScroll: false,
    });
  };
  const months = { limits: SCENARIO_LIMITS.months, unit: t`months from now` } as const;
  return (
    <Dialog title={<Trans>Add a scenario</Trans>} onClose={onClose}>
      <form className="stack" onSubmit={add}>
        <p className="soft">
          <Trans>Suppose one thing or several. Nothing is recorded; the address of the page holds it.</Trans>
        </p>
        <div className="form-grid">
          <NumberInput name="pledges" label={t`Pledges are paid after`} {...months} />
          <NumberInput name="overdue" label={t`Overdue instalments are paid after`} {...months} />
          <NumberInput
            name="slip"
            label={t`What is expected comes later by`}
            limits={SCENARIO_LIMITS.slip}
            unit={t`months`}
          />
          <Choice name="slipOf" label={t`Who pays later`} empty={t`everybody`} names={names} />
          <Choice name="leaves" label={t`Who pays nothing more`} empty={t`nobody`} names={names} />
          <NumberInput
            name="dollar"
            label={t`The dollar gains on other currencies`}
            hint={t`Less than nought: it loses.`}
            limits={SCENARIO_LIMITS.dollar}
            unit="%"
          />
          <NumberInput
            name="costs"
            label={t`What is still to be paid costs more`}
            hint={t`Less than nought: it costs less.`}
            limits={SCENARIO_LIMITS.costs}
            unit="%"
          />
          {usualYear === null ? null : (
            <>
              <NumberInput
                name="posts"
                label={t`More positions of two years`}
                hint={t`Each year at ${usualYear}, the mean of the years of approved positions.`}
                limits={SCENARIO_LIMITS.posts}
              />
              <NumberInput name="postsIn" label={t`Their first year begins after`} {...months} />
            </>
          )}
        </div>
        {empty ? (
          <Notice tone="refused">
            <Trans>Suppose at least one thing.</Trans>
          </Notice>
        ) : null}
        <p>
          <Button type="submit" look="primary">
            <Trans>Add</Trans>
          </Button>
        </p>
      </form>
    </Dialog>
  );
}

type ChoiceProps = {
  readonly name: string;
  readonly label: ReactNode;
  readonly empty: string;
  readonly names: Names;
};

function Choice({ name, label, empty, names }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      <select className="field__control" id={id} name={name} defaultValue="">
        <option value="">{empty}</option>
        {[...names].map(([contributorId, contributor]) => (
          <option key={contributorId} value={contributorId}>
            {contributor}
          </option>
        ))}
      </select>
    </div>
  );
}
