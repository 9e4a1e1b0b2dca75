import { z } from 'zod';

/** One parameter of a query: where it belongs in the input, and its schema. */
export type Parameter = { readonly name: string; readonly within: string | null; readonly schema: z.ZodType };

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrapped(schema.unwrap() as z.ZodType);
  return schema;
}

/** The parameters of an input: its fields, and those of a filter within it. */
export function parametersOf(input: z.ZodObject): Parameter[] {
  return Object.entries(input.shape as Record<string, z.ZodType>).flatMap(([name, schema]): Parameter[] => {
    const inner = unwrapped(schema);
    return inner instanceof z.ZodObject
      ? parametersOf(inner).map((parameter) => ({ ...parameter, within: name }))
      : [{ name, within: null, schema }];
  });
}

/** A text of the query as its schema wants it: a number, a list parted by commas, or the text. */
function valueOf({ schema }: Parameter, text: string): unknown {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodNumber && /^\d{1,15}$/u.test(text)) return Number(text);
  return inner instanceof z.ZodArray ? text.split(',') : text;
}

/** The input that a path and a query describe; a parameter given twice, or one that there is not, is for the schema to refuse. */
export function inputOf(input: z.ZodObject, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const parameters = parametersOf(input);
  const placed = Object.entries(given).map(([name, value]) => {
    const parameter = parameters.find((each) => each.name === name);
    const read = parameter !== undefined && typeof value === 'string' ? valueOf(parameter, value) : value;
    return { name, value: read, within: parameter?.within ?? null };
  });
  // Made of entries, so that no name means anything else than a field.
  const fieldsOf = (place: string | null): Record<string, unknown> =>
    Object.fromEntries(placed.filter(({ within }) => within === place).map(({ name, value }) => [name, value]));
  const places = new Set(parameters.map(({ within }) => within).filter((within) => within !== null));
  return { ...fieldsOf(null), ...Object.fromEntries([...places].map((place) => [place, fieldsOf(place)])) };
}
