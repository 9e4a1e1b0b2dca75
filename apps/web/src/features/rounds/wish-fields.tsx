import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useId, useState } from 'react';
import type { Round } from '../../api/views.ts';
import { Button } from '../../ui/button.tsx';
import { newKey } from '../../ui/use-recording.ts';
import { markWords } from './plan-words.ts';
import type { Limit, Wishes } from './wishes.ts';

type Props = { readonly data: Round; readonly wishes: Wishes; readonly onChange: (wishes: Wishes) => void };

/** Limits, and one more contribution. */
export function WishFields({ data, wishes, onChange }: Props) {
  return (
    <div className="stack">
      <LimitFields data={data} wishes={wishes} onChange={onChange} />
      <MoreFields data={data} wishes={wishes} onChange={onChange} />
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}

function marksIn({ proposals }: Round): string[] {
  const marks = proposals.flatMap(({ organization, region, place, theme, groups }) => [
    `host:${organization.id}`,
    `region:${region}`,
    `place:${place}`,
    `theme:${theme}`,
    ...groups.map((group) => `group:${group}`),
  ]);
  return [...new Set(marks)].toSorted((left, right) => left.localeCompare(right));
}

function LimitFields({ data, wishes, onChange }: Props) {
  const marks = marksIn(data);
  const [mark, setMark] = useState(marks[0] ?? '');
  const [kind, setKind] = useState('count/most');
  const [value, setValue] = useState('1');
  const add = () => {
    const [of, side] = kind.split('/') as [Limit['of'], 'least' | 'most'];
    const limit = { id: newKey(), mark, of, least: null, most: null, [side]: Number(value) };
    if (/^\d{1,3}$/u.test(value)) onChange({ ...wishes, limits: [...wishes.limits, limit] });
  };
  return (
    <>
      <div className="planner__wishes">
        <Labelled label={t`Limit`}>
          {(id) => (
            <select className="field__control" id={id} value={mark} onChange={({ target }) => setMark(target.value)}>
              {marks.map((each) => (
                <option key={each} value={each}>
                  {markWords(data, each)}
                </option>
              ))}
            </select>
          )}
        </Labelled>
        <Labelled label={t`Kind of limit`}>
          {(id) => (
            <select className="field__control" id={id} value={kind} onChange={({ target }) => setKind(target.value)}>
              <option value="count/most">{t`at most so many positions`}</option>
              <option value="count/least">{t`at least so many positions`}</option>
              <option value="percent-of-money/most">{t`at most so many percent of the money`}</option>
              <option value="percent-of-money/least">{t`at least so many percent of the money`}</option>
            </select>
          )}
        </Labelled>
        <Labelled label={t`How many`}>
          {(id) => (
            <input
              className="field__control"
              id={id}
              inputMode="numeric"
              value={value}
              onChange={({ target }) => setValue(target.value)}
            />
          )}
        </Labelled>
        <Button onClick={add}>
          <Trans>Add the limit</Trans>
        </Button>
      </div>
      <ul>
        {wishes.limits.map((limit) => (
          <li key={limit.id}>
            {limitWords(data, limit)}{' '}
            <Button
              look="quiet"
              onClick={() => onChange({ ...wishes, limits: wishes.limits.filter(({ id }) => id !== limit.id) })}
            >
              <Trans>Remove</Trans>
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

function limitWords(data: Round, { mark, of, least, most }: Limit): string {
  const what = markWords(data, mark);
  const much = of === 'count' ? String(least ?? most) : `${least ?? most} %`;
  return least === null ? t`${what}: at most ${much}` : t`${what}: at least ${much}`;
}

function MoreFields({ data, wishes, onChange }: Props) {
  const poolId = wishes.more?.poolId ?? '';
  const set = (pool: string, amount: string) =>
    onChange({ ...wishes, more: pool === '' ? null : { poolId: pool, amount } });
  return (
    <div className="planner__wishes">
      <Labelled label={t`What if there were more in`}>
        {(id) => (
          <select
            className="field__control"
            id={id}
            value={poolId}
            onChange={({ target }) => set(target.value, wishes.more?.amount ?? '100000')}
          >
            <option value="">{t`no pool`}</option>
            {data.pools.map((pool) => (
              <option key={pool.id} value={pool.id}>
                {pool.name}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      {wishes.more === null ? null : (
        <Labelled label={t`How much more, US dollars`}>
          {(id) => (
            <input
              className="field__control field__control--amount"
              id={id}
              inputMode="decimal"
              value={wishes.more?.amount ?? ''}
              onChange={({ target }) => set(poolId, target.value)}
            />
          )}
        </Labelled>
      )}
    </div>
  );
}
