import { createHash } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  createReadStream,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Waits until what a file holds is on the disk. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Waits until the names in a file's folder are on the disk. Windows keeps names itself and opens no folder. */
export function syncFolderOf(file: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dirname(file), 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Gives a finished file its name, unless a file of that name is there; says whether it did. */
export function nameNewFile(aside: string, target: string): boolean {
  try {
    // A link is refused where the name is taken; a rename would write over it.
    linkSync(aside, target);
    rmSync(aside);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without links.
    renameSync(aside, target);
  }
  syncFolderOf(target);
  return true;
}

/** Gives a file the permissions of another. */
export function copyMode(from: string, to: string): void {
  chmodSync(to, statSync(from).mode & 0o777);
}

/** The SHA-256 of a file's bytes, in hexadecimal. */
export async function fileHash(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
