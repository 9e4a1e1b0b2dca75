import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Received = { readonly content: Buffer; readonly hash: string };

/** The sender broke off, or was slower than any line: nobody waits for the answer, and it is no fault of the program. */
class BrokenOff extends Error {
  readonly status = 400;
}

const SECOND = 1000;
/** Bytes a second below which a line is not a line: a sender may not keep a place for ever. */
const SLOWEST = 64 * 1024;

function longest(length: number): number {
  return 10 * SECOND + (length / SLOWEST) * SECOND;
}

/**
 * Reads a body of a length that was announced and is allowed, into one piece of memory of exactly that length, and hashes it on the
 * way. Throws where the connection breaks, or takes too long, before all of it has come.
 */
export async function receiveBody(request: IncomingMessage, length: number): Promise<Received> {
  const content = Buffer.allocUnsafeSlow(length);
  const hash = createHash('sha256');
  let at = 0;
  const patience = setTimeout(() => request.destroy(), longest(length));
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunk.copy(content, at);
      hash.update(chunk);
      at += chunk.length;
    }
  } catch {
    throw new BrokenOff('The sender broke off');
  } finally {
    clearTimeout(patience);
  }
  if (at !== length) throw new BrokenOff('The body was shorter than announced');
  return { content, hash: hash.digest('hex') };
}

/**
 * Memory that all senders share: many small files at once, or one large one. Who finds no room waits, in the order in which they came;
 * who would wait in too long a queue is turned away.
 */
export class SharedMemory {
  #free: number;
  readonly #longest: number;
  readonly #waiting: { readonly bytes: number; readonly begin: () => void }[] = [];
  constructor(bytes: number, longestQueue: number) {
    this.#free = bytes;
    this.#longest = longestQueue;
  }

  /** Runs work that holds so many bytes once there is room for it; `null` where the queue is too long. */
  async use<T>(bytes: number, work: () => Promise<T>): Promise<T | null> {
    if (this.#waiting.length >= this.#longest) return null;
    await new Promise<void>((begin) => {
      this.#waiting.push({ bytes, begin });
      this.#admit();
    });
    try {
      return await work();
    } finally {
      this.#free += bytes;
      this.#admit();
    }
  }

  #admit(): void {
    for (let next = this.#waiting[0]; next !== undefined && next.bytes <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= next.bytes;
      next.begin();
    }
  }
}
