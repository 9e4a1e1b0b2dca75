import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../use-case/refusal.ts';

// argon2id with the memory OWASP asks for (19 MiB, 2 passes, 1 lane) doubled; a hash takes some 50 ms on one core.
const COST = { memoryCost: 38_912, timeCost: 2, parallelism: 1 } as const;

/** Two at a time: hashing is the dearest thing a stranger can ask for. */
const MOST_AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

export function checkPassword(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, password.normalize('NFKC')));
}

/** Words that make up most guessed passwords of this length; whole common phrases of 15 and more are few. */
const COMMON = [
  'password',
  'passwort',
  'motdepasse',
  'contrasena',
  'qwerty',
  'azerty',
  'letmein',
  'welcome',
  'iloveyou',
  'administrator',
  'trustfund',
  'unitednations',
  'developingcountries',
  '123456',
  '111111',
  'abcdef',
];

/** Refuses a password that is little more than a common word, its owner's name, or one thing repeated. */
export function refuseCommonPassword(password: string, ofPerson: readonly string[]): void {
  const plain = password
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  const words = [
    ...COMMON,
    ...ofPerson.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length > 2),
  ];
  const rest = words
    .toSorted((left, right) => right.length - left.length)
    .reduce((text, word) => text.replaceAll(word, ''), plain);
  if (rest.length < 6 || new Set(plain).size < 6) throw new Refusal({ kind: 'PasswordTooCommon' });
}
