import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Carry, Message } from '../features/overview/digest.ts';

/** A mail as it travels: plain text, with an id by which a second copy can be known. */
function composed(from: string, message: Message) {
  const domain = from.slice(from.lastIndexOf('@') + 1).replace(/>$/u, '');
  return {
    from,
    to: message.to,
    subject: message.subject,
    text: message.text,
    messageId: `<${message.id}@${domain}>`,
    // No program answers it by itself (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** How long a server of mail may keep us waiting, in milliseconds. */
const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** Hands mails to an SMTP server. */
export function bySmtp(url: string, from: string): Carry {
  const transport = createTransport({ url, ...PATIENCE });
  return async (message) => {
    await transport.sendMail(composed(from, message));
  };
}

/** Writes mails to files that any mail program opens, where no SMTP server is set. */
export function toFiles(folder: string, from: string): Carry {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return async (message) => {
    const { message: content } = await transport.sendMail(composed(from, message));
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, `${message.id}.eml`), content as Buffer);
  };
}
