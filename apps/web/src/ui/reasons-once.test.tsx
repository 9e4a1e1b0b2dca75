import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { startWords } from '../app/i18n.ts';
import { axeFindings, renderPart } from '../testing/render.tsx';
import { PermittedButton } from './button.tsx';
import { Section } from './section.tsx';

beforeAll(startWords);

const closed = (verb: string) => ({
  allowed: false,
  reason: `Only the secretariat can ${verb}.`,
  whose: 'the secretariat',
});

describe('the reasons of closed buttons in one part of a page', () => {
  it('are said once where they are the same, and each button keeps its own for who listens', async () => {
    const container = await renderPart(
      <Section title="Earmarks">
        <PermittedButton permission={closed('set an earmark')}>Change the first</PermittedButton>
        <PermittedButton permission={closed('set an earmark')}>Change the second</PermittedButton>
      </Section>,
    );
    expect(container.querySelectorAll('.shared-reasons')).toHaveLength(1);
    expect(container.querySelector('.shared-reasons')?.textContent).toBe('Only the secretariat can set an earmark.');
    expect(container.querySelectorAll('.button-reason')).toHaveLength(0);
    for (const button of screen.getAllByRole('button')) {
      const reason = document.querySelector(`[id="${button.getAttribute('aria-describedby')}"]`);
      expect(reason?.textContent).toBe('Only the secretariat can set an earmark.');
    }
    expect(await axeFindings(container)).toEqual([]);
  });

  it('are one sentence about whose they are where they differ', async () => {
    const container = await renderPart(
      <Section title="Posts">
        <PermittedButton permission={closed('propose a position')}>Propose</PermittedButton>
        <PermittedButton permission={closed('add a host')}>Add a host</PermittedButton>
      </Section>,
    );
    expect(container.querySelector('.shared-reasons')?.textContent).toBe(
      'What is closed here is for the secretariat only.',
    );
  });

  it('stay beside the button where something else stands in the way, and outside of a part', async () => {
    const container = await renderPart(
      <>
        <Section title="Money">
          <PermittedButton permission={{ allowed: false, reason: 'Nothing is reserved.' }}>Transfer</PermittedButton>
        </Section>
        <PermittedButton permission={closed('add a host')}>Add a host</PermittedButton>
      </>,
    );
    expect(container.querySelector('.shared-reasons')).toBeNull();
    expect(Array.from(container.querySelectorAll('.button-reason'), ({ textContent }) => textContent)).toEqual([
      'Nothing is reserved.',
      'Only the secretariat can add a host.',
    ]);
  });
});
