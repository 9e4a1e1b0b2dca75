import { CHOICE_LIMITS, type ChoiceNumber, choiceNumber, FUTURE_COUNTS } from '@dcc/domain/forecast/inputs';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useId, useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { formatDecimalText } from '../../ui/format.ts';
import type { ForecastSearch } from './forecast-search.ts';
import { NumberInput } from './number-input.tsx';

type Assumed = Pick<ForecastSearch, ChoiceNumber | 'futures'>;

/** Fees are kept in hundredths of a percent and typed in percent. */
const HUNDREDTHS = 100;

const NUMBERS = Object.keys(CHOICE_LIMITS) as ChoiceNumber[];

/** The numbers of a form that are within their limits. */
function assumedIn(data: FormData): Partial<Assumed> {
  const found: Partial<Record<ChoiceNumber, number>> = {};
  for (const name of NUMBERS) {
    const typed = Number(data.get(name));
    const value = choiceNumber(name).safeParse(name === 'fees' ? Math.round(typed * HUNDREDTHS) : typed);
    if (value.success) found[name] = value.data;
  }
  const futures = FUTURE_COUNTS.find((count) => String(count) === data.get('futures'));
  return futures === undefined ? found : { ...found, futures };
}

type Props = { readonly search: ForecastSearch; readonly onSimulate: () => void };

/** What nobody knows and somebody has to assume. The address keeps it, so a link shows the same figures. */
export function AssumptionsForm({ search, onSimulate }: Props) {
  const navigate = useNavigate({ from: '/forecast' });
  const form = useForm(search);
  const simulate = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const assumed = assumedIn(new FormData(event.currentTarget));
    onSimulate();
    void navigate({ search: (before) => ({ ...before, ...assumed }), resetScroll: false });
  };
  const field = (name: ChoiceNumber) =>
    ({ name, limits: CHOICE_LIMITS[name], value: search[name], required: true }) as const;
  const [percent, months] = [t`%`, t`months`];
  return (
    <form className="assumptions" ref={form} onSubmit={simulate}>
      <fieldset className="assumptions__part">
        <legend>
          <Trans>Money that comes in</Trans>
        </legend>
        <NumberInput {...field('signed')} label={t`Signed instalments that come`} unit={percent} />
        <NumberInput {...field('overdue')} label={t`Overdue instalments that come`} unit={percent} />
        <NumberInput {...field('pledged')} label={t`Pledges that are paid`} unit={percent} />
        <NumberInput {...field('pledgeAfter')} label={t`Pledges are paid after`} unit={months} />
        <NumberInput {...field('delay')} label={t`Each payment is late by at most`} unit={months} />
      </fieldset>
      <fieldset className="assumptions__part">
        <legend>
          <Trans>Prices</Trans>
        </legend>
        <NumberInput {...field('dollar')} label={t`The dollar moves in a year by about`} unit={percent} />
        <NumberInput {...field('costsLeast')} label={t`Costs rise a year by at least`} unit={percent} />
        <NumberInput {...field('costsMost')} label={t`and by at most`} unit={percent} />
        <NumberInput
          {...field('fees')}
          label={t`Support cost and fees, of what falls due`}
          hint={t`Also in the scenarios above.`}
          limits={[0, CHOICE_LIMITS.fees[1] / HUNDREDTHS]}
          value={search.fees / HUNDREDTHS}
          step={1 / HUNDREDTHS}
          unit={percent}
        />
      </fieldset>
      <fieldset className="assumptions__part">
        <legend>
          <Trans>Chance</Trans>
        </legend>
        <FuturesChoice futures={search.futures} />
        <NumberInput {...field('seed')} label={t`Seed`} hint={t`The same seed draws the same futures.`} />
        <p>
          <Button type="submit" look="primary">
            <Trans>Simulate</Trans>
          </Button>
        </p>
      </fieldset>
    </form>
  );
}

/** What a field shows of a number of the address. */
const shown = (search: Assumed, name: ChoiceNumber | 'futures'): string =>
  String(name === 'fees' ? search.fees / HUNDREDTHS : search[name]);

/** A form whose fields follow the address, as when somebody opens a saved forecast or goes back. */
function useForm(search: Assumed) {
  const form = useRef<HTMLFormElement>(null);
  const names = [...NUMBERS, 'futures'] as const;
  // One text, so that fields are left alone while only the progress of a simulation changes.
  const values = names.map((name) => `${name} ${shown(search, name)}`).join('\n');
  useEffect(() => {
    for (const line of values.split('\n')) {
      const [name = '', value = ''] = line.split(' ');
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
  }, [values]);
  return form;
}

function FuturesChoice({ futures }: { readonly futures: number }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        <Trans>Futures</Trans>
      </label>
      <select className="field__control" id={id} name="futures" defaultValue={String(futures)}>
        {FUTURE_COUNTS.map((count) => (
          <option key={count} value={count}>
            {formatDecimalText(String(count))}
          </option>
        ))}
      </select>
    </div>
  );
}
