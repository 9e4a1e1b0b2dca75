import type { Shell } from '../use-case/context.ts';

export function beginDemonstrationFund(_shell: Shell): Promise<void> {
  return Promise.reject(new Error('The demonstration fund is being written'));
}
