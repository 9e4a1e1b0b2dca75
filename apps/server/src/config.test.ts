import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without settings mail goes to files', () => {
  expect(readConfig({})).toMatchObject({ port: 4000, mail: null });
});

test('mail goes to a server from a sender', () => {
  const mail = { SMTP_URL: 'smtps://user:secret@mail.example.org', MAIL_FROM: 'The fund <fund@example.org>' };
  expect(readConfig(mail).mail).toEqual({ smtpUrl: mail.SMTP_URL, from: mail.MAIL_FROM });
});

test.each([
  ['a server without a sender', { SMTP_URL: 'smtp://localhost' }, /MAIL_FROM/u],
  ['a server that is none', { SMTP_URL: 'https://localhost', MAIL_FROM: 'a@example.org' }, /SMTP_URL/u],
  [
    'a sender with a second line',
    { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'a@example.org\nBcc: b@c.d' },
    /MAIL_FROM/u,
  ],
  ['a sender that is no address', { SMTP_URL: 'smtp://localhost', MAIL_FROM: 'the fund' }, /MAIL_FROM/u],
])('%s is refused by its name', (_what, settings, name) => {
  expect(() => readConfig(settings)).toThrow(name);
});
