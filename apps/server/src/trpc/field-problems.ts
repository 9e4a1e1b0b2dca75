import type { z } from 'zod';

const FIELD_CODE = /^[a-z]+(?:-[a-z]+)*$/u;

/** What is wrong with an input, field by field, in codes that the screens have words for. */
export function fieldProblems(error: z.ZodError): { path: string; message: string }[] {
  return error.issues.map((issue) => ({
    path: (issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys] : issue.path).join('.'),
    message:
      issue.code === 'unrecognized_keys' ? 'unknown-field' : FIELD_CODE.test(issue.message) ? issue.message : 'invalid',
  }));
}
