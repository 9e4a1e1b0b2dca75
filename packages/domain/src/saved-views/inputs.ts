import { z } from 'zod';
import { idempotencyKeySchema, idSchema, shortText } from '../wire.ts';

/** How many views one person may keep. */
export const MOST_SAVED_VIEWS = 100;

/**
 * An address of the program, from its path on: one slash first and never two, so that it leads nowhere else. Plain visible ASCII,
 * since a browser encodes everything else; no reversed slash, which a browser takes for a slash.
 */
export const addressPath = z
  .string()
  .max(2000)
  .regex(/^(?!.*\/\/)\/[!-[\]-~]*$/u, 'not-an-address');

const name = shortText.max(80);

export const saveViewInput = z.strictObject({ idempotencyKey: idempotencyKeySchema, name, path: addressPath });
export type SaveView = z.infer<typeof saveViewInput>;

export const renameViewInput = z.strictObject({ idempotencyKey: idempotencyKeySchema, id: idSchema, name });
export type RenameView = z.infer<typeof renameViewInput>;

export const removeViewInput = z.strictObject({ idempotencyKey: idempotencyKeySchema, id: idSchema });
export type RemoveView = z.infer<typeof removeViewInput>;
