import { TRPCClientError } from '@trpc/client';

/** An error as a refused call throws it, for tests. */
export function refusedCall(data: object): Error {
  return TRPCClientError.from({ error: { message: 'refused', code: -32000, data } } as never);
}
