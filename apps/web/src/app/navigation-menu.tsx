import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useState } from 'react';
import { type Screen, SCREEN_GROUPS, type ScreenGroup } from './navigation.ts';
import { useSession } from './session.ts';

/** The groups of screens; a group in which nothing is for this person is left out. */
export function NavigationMenu() {
  const { may, person } = useSession();
  const isShown = ({ ofContributor }: Screen) => ofContributor !== true || person?.contributorId != null;
  const isOpen = (screen: Screen) => screen.requires === null || may(screen.requires).allowed;
  const groups = SCREEN_GROUPS.map((group) => ({ ...group, screens: group.screens.filter(isShown) }));
  return (
    <nav className="navigation" aria-label={t`Screens`}>
      {groups
        .filter((group) => group.screens.some(isOpen))
        .map((group) => (
          <NavigationGroup key={group.screens[0]?.to} group={group} />
        ))}
    </nav>
  );
}

function NavigationGroup({ group }: { readonly group: ScreenGroup }) {
  const headingId = useId();
  return (
    <div className="navigation__group">
      <p className="navigation__heading" id={headingId}>
        {i18n._(group.label)}
      </p>
      <ul aria-labelledby={headingId}>
        {group.screens.map((screen) => (
          <li key={screen.to}>
            <NavigationItem screen={screen} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function NavigationItem({ screen }: { readonly screen: Screen }) {
  const { may } = useSession();
  const permission = screen.requires === null ? null : may(screen.requires);
  if (permission !== null && !permission.allowed)
    return <ClosedItem label={i18n._(screen.label)} reason={permission.reason} />;
  return (
    <Link
      to={screen.to}
      className="navigation__item"
      activeOptions={{ exact: screen.to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {i18n._(screen.label)}
    </Link>
  );
}

/** A screen that is not this person's: its reason shows where it is pointed at or has the focus, until Escape. */
function ClosedItem({ label, reason }: { readonly label: string; readonly reason: string }) {
  const reasonId = useId();
  const [sentAway, setSentAway] = useState(false);
  const comeBack = () => setSentAway(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setSentAway(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <span
      className="navigation__item navigation__item--closed"
      role="link"
      aria-disabled="true"
      tabIndex={0}
      aria-describedby={reasonId}
      onPointerEnter={comeBack}
      onFocus={comeBack}
    >
      {label}
      <span className="navigation__reason" role="tooltip" id={reasonId} hidden={sentAway}>
        {reason}
      </span>
    </span>
  );
}
