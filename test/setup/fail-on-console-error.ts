import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Anything written to console.error during a test fails that test: React, the server and the browser complain there. */
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => {
  const said = vi.mocked(console.error).mock.calls.map((words) => words.map(String).join(' '));
  vi.mocked(console.error).mockRestore();
  expect(said, 'console.error was called').toEqual([]);
});
