import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';

type Theme = 'system' | 'light' | 'dark';

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem('theme', theme);
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
}

/** Light, dark, or as the system says. `public/before-first-paint.js` applies the choice before the next first paint. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(currentTheme);
  const choose = (next: Theme) => {
    applyTheme(next);
    setTheme(next);
  };
  const labels: Record<Theme, string> = { system: t`Auto`, light: t`Light`, dark: t`Dark` };
  return (
    <fieldset className="theme">
      <legend className="visually-hidden">
        <Trans>Colours</Trans>
      </legend>
      {(['system', 'light', 'dark'] as const).map((value) => (
        <label key={value}>
          <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => choose(value)} />
          {labels[value]}
        </label>
      ))}
    </fieldset>
  );
}
