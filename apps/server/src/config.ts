import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().default('file:./data/fund.db'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** The address people type, where a proxy with TLS stands in front: then cookies are Secure. */
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
  /** The server that takes our mail, `smtps://user:password@host`; without it mail is written to files. */
  SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  /** The sender of our mail: an address, or `Name <address>`. */
  MAIL_FROM: z
    .string()
    .max(200)
    .regex(/^(?:[^<>@\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u)
    .optional(),
});

export type Config = {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
  /** Where our mail goes and from whom; `null` where it goes to files. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | null;
};

/** Reads the settings, once and here only. Throws a sentence that names the wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`A setting is wrong. ${faults.join('; ')}`);
  }
  const { DATABASE_URL, HOST, PORT, PUBLIC_URL, LOG_LEVEL, SMTP_URL, MAIL_FROM } = parsed.data;
  if (SMTP_URL !== undefined && MAIL_FROM === undefined)
    throw new Error('A setting is wrong. MAIL_FROM: with SMTP_URL it says from whom our mail comes');
  return {
    databaseUrl: DATABASE_URL,
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL ?? null,
    logLevel: LOG_LEVEL,
    mail: SMTP_URL === undefined || MAIL_FROM === undefined ? null : { smtpUrl: SMTP_URL, from: MAIL_FROM },
  };
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
