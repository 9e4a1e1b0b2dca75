import './section.css';
import { type ReactNode, useId } from 'react';

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
      <div className="section__head">
        <h2 id={headingId}>{title}</h2>
        {tools}
      </div>
      {children}
      {note === undefined ? null : <p className="note section__note">{note}</p>}
    </section>
  );
}
