import { t } from '@lingui/core/macro';

/** Puts an address on the clipboard and says so; where a browser allows no clipboard, the address bar holds it from then on. */
export async function copyLink(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return t`The link is copied.`;
  } catch {
    window.history.replaceState(window.history.state, '', address);
    return t`The address bar now holds the link.`;
  }
}
