import './facts.css';
import type { ReactNode } from 'react';

export type Fact = { readonly key: string; readonly label: ReactNode; readonly value: ReactNode };

/** What is known about one thing, name beside value. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key} className="fact">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A text of several lines, as it was typed. */
export function FactText({ children }: { readonly children: string }) {
  return <p className="fact__text">{children}</p>;
}
