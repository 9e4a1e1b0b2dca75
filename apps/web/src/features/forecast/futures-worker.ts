import { simulate, type SimulationOrder } from './simulate.ts';

// Runs apart from the page, so that it stays quick whatever is simulated. Whoever has enough of it ends the worker.
globalThis.addEventListener('message', ({ data }: MessageEvent<SimulationOrder>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker speaks to its page alone
  for (const news of simulate(data)) globalThis.postMessage(news);
});
