import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().default('file:./data/fund.db'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  /** The address people type, where a proxy with TLS stands in front: then cookies are Secure. */
  PUBLIC_URL: z.url().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('warn'),
});

export type Config = {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | null;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
};

/** Reads the settings, once and here only. Throws a sentence that names the wrong one. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`A setting is wrong. ${faults.join('; ')}`);
  }
  const { DATABASE_URL, HOST, PORT, PUBLIC_URL, LOG_LEVEL } = parsed.data;
  return { databaseUrl: DATABASE_URL, host: HOST, port: PORT, publicUrl: PUBLIC_URL ?? null, logLevel: LOG_LEVEL };
}

/** Whether only this machine can reach an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}
