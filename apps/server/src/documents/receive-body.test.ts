import { expect, test } from 'vitest';
import { SharedMemory } from './receive-body.ts';

/** Work that goes on until it is told to end, and says when it began. */
function held(began: string[], name: string) {
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return {
    end: () => end(),
    work: async () => {
      began.push(name);
      await ended;
      return name;
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('senders share the memory, many small ones at once, and wait in the order in which they came', async () => {
  const memory = new SharedMemory(10, 5);
  const began: string[] = [];
  const [one, two, large, late] = ['one', 'two', 'large', 'late'].map((name) => held(began, name));
  const done = [
    memory.use(4, one?.work ?? settle),
    memory.use(4, two?.work ?? settle),
    memory.use(10, large?.work ?? settle),
    memory.use(1, late?.work ?? settle),
  ];
  await settle();
  // There is room for the last, but it does not pass the large one, which would else wait for ever.
  expect(began).toEqual(['one', 'two']);
  one?.end();
  await settle();
  expect(began).toEqual(['one', 'two']);
  two?.end();
  await settle();
  expect(began).toEqual(['one', 'two', 'large']);
  large?.end();
  late?.end();
  expect(await Promise.all(done)).toEqual(['one', 'two', 'large', 'late']);
});

test('work that fails gives its memory back, and too long a queue turns away', async () => {
  const memory = new SharedMemory(10, 1);
  await expect(memory.use(10, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const began: string[] = [];
  const first = held(began, 'first');
  const running = memory.use(10, first.work);
  const waiting = memory.use(10, () => Promise.resolve('second'));
  expect(await memory.use(1, () => Promise.resolve('third'))).toBeNull();
  first.end();
  expect(await Promise.all([running, waiting])).toEqual(['first', 'second']);
});
