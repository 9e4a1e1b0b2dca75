import './section.css';
import { type ReactNode, useId } from 'react';
import { ReasonsOnce, SharedReasons } from './reasons-once.tsx';

type SectionProps = {
  readonly title: ReactNode;
  /** What can be done here, at the right of the title. */
  readonly tools?: ReactNode;
  readonly note?: ReactNode;
  readonly id?: string;
  readonly children: ReactNode;
};

/** One part of a page: a strong rule, its title, its content. */
export function Section({ title, tools, note, id, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className="section" aria-labelledby={headingId} id={id}>
      <ReasonsOnce>
        <div className="section__head">
          <h2 id={headingId}>{title}</h2>
          {tools}
        </div>
        <SharedReasons />
        {children}
      </ReasonsOnce>
      {note === undefined ? null : <p className="note section__note">{note}</p>}
    </section>
  );
}
