/** After so many minutes in which nobody did anything a session ends (OWASP ASVS 5.0, 7.3.1). */
export const IDLE_MINUTES = 30;
