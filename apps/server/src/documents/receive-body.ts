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

/** Lets few at once through, the others in the order in which they came, and turns away who would wait in too long a queue. */
export class Turnstile {
  #free: number;
  readonly #longest: number;
  readonly #waiting: (() => void)[] = [];
  constructor(places: number, longestQueue: number) {
    this.#free = places;
    this.#longest = longestQueue;
  }

  /** Runs the work when its turn has come; `null` where the queue is too long. */
  async pass<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#free === 0 && this.#waiting.length >= this.#longest) return null;
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }
}
