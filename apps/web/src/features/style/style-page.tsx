import './style-page.css';
import { Trans } from '@lingui/react/macro';
import { PageHead } from '../../ui/page-head.tsx';
import { Section } from '../../ui/section.tsx';
import { ColourSections } from './colour-sections.tsx';
import { ControlSections } from './control-sections.tsx';
import { FormatSection } from './format-section.tsx';

const STEPS = [0.25, 0.5, 0.75, 1, 1.75, 2.25];

/** Every size, colour, format and control of the program in each of its states, drawn by the real components. */
export function StylePage() {
  return (
    <>
      <PageHead
        sentence={<Trans>The controls of this program, in every state</Trans>}
        below={<Trans>For who works on the program. Nothing here belongs to the fund, and nothing is recorded.</Trans>}
      />
      <div className="page-parts">
        <TypeSection />
        <SpaceSection />
        <ColourSections />
        <FormatSection />
        <ControlSections />
      </div>
    </>
  );
}

function TypeSection() {
  return (
    <Section title={<Trans>Type</Trans>}>
      <div className="stack">
        <p className="style-title">
          <Trans>The sentence of a page</Trans>
        </p>
        <h3>
          <Trans>The title of a part</Trans>
        </h3>
        <p>
          <Trans>
            Running text, and a <strong>strong</strong> word in it.
          </Trans>
        </p>
        <p className="soft">
          <Trans>Text of the second rank.</Trans>
        </p>
        <p className="note">
          <Trans>A note: unit, basis, source.</Trans>
        </p>
        <p className="number">0123456789</p>
      </div>
    </Section>
  );
}

function SpaceSection() {
  return (
    <Section title={<Trans>Spacing</Trans>} note={<Trans>In rem: times the size of text that the reader chose.</Trans>}>
      <ul className="style-steps">
        {STEPS.map((step) => (
          <li key={step}>
            <span className="style-step" style={{ width: `${step}rem` }} />
            <span className="number">{step}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
