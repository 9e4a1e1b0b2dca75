import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Report } from '../features/exports/report.ts';
import { PlainError } from './open-fund.ts';

const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

async function writeFile(report: Report, output: string): Promise<void> {
  // Written aside and moved into place, so that nobody reads half a file.
  const aside = `${output}.${randomUUID()}.part`;
  try {
    const file = await open(aside, 'wx');
    try {
      for await (const piece of report) await file.writeFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, output);
  } catch (error) {
    await rm(aside, { force: true });
    if (isCode(error, 'ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ENOSPC', 'EROFS'))
      throw new PlainError(`The file ${output} cannot be written.`);
    throw error;
  }
}

/** Writes a report to a file, whole or not at all, or to the terminal. */
export async function writeReport(report: Report, output: string | undefined): Promise<void> {
  if (output !== undefined) {
    await writeFile(report, output);
    return;
  }
  try {
    await pipeline(Readable.from(report), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has seen enough, as head does.
    if (!isCode(error, 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE')) throw error;
  }
}
