// Runs before everything else. A file of its own because the page allows no inline script.
(() => {
  // zod would try out `new Function`, which the page's security policy forbids and reports. Set here because it must
  // stand before the first schema is made, in whichever chunk that is.
  globalThis.__zod_globalConfig = { jitless: true };
  // Which of the two openings of index.html is shown.
  if (location.pathname === '/sign-in') document.documentElement.dataset.opening = 'sign-in';
  try {
    // A chosen theme must not flash.
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed: the system's theme stands.
  }
})();
