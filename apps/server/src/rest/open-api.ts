import { moneyView } from '@dcc/domain/wire';
import { z } from 'zod';
import { parametersOf } from './query.ts';
import { type Resource, RESOURCES, schemasOf } from './resources.ts';

const MONEY = {
  type: 'object',
  description: 'An exact decimal beside its ISO 4217 currency.',
  properties: { amount: { type: 'string', examples: ['1234.50'] }, currency: { type: 'string', examples: ['USD'] } },
  required: ['amount', 'currency'],
  additionalProperties: false,
};

type JsonSchema = Record<string, unknown>;

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    // What is turned into text on its way out is described by what arrives.
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      if (zodSchema !== moneyView) return;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key as never];
      Object.assign(jsonSchema, MONEY);
    },
  });
  return rest;
}

function parameter(path: string, { name, schema }: ReturnType<typeof parametersOf>[number]): JsonSchema {
  const inPath = path.includes(`{${name}}`);
  return {
    name,
    in: inPath ? 'path' : 'query',
    required: inPath,
    schema: schemaOf(schema, 'input'),
    // A list is parted by commas.
    ...(inPath ? {} : { style: 'form', explode: false }),
  };
}

const refusal = (description: string): JsonSchema => ({
  description,
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
});

function operation(resource: Resource): JsonSchema {
  const { path, summary } = resource;
  const { input, output } = schemasOf(resource);
  return {
    summary,
    operationId: path.replaceAll(/[/{}]+/gu, '-').replaceAll(/^-|-$/gu, ''),
    parameters: parametersOf(input).map((each) => parameter(path, each)),
    responses: {
      200: { description: summary, content: { 'application/json': { schema: schemaOf(output, 'output') } } },
      400: refusal('The query is wrong; `fields` names what.'),
      401: refusal('Nobody is signed in.'),
      403: refusal('No role of the person allows it, or another site asks.'),
      404: refusal('There is no such record.'),
    },
  };
}

/** The description of the interface for other programs, made of the schemas that it answers by. */
export function openApi(): JsonSchema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'DCC Trust Fund',
      version: '1',
      description: "The fund's books, to read. Amounts are exact decimals as text; days are YYYY-MM-DD.",
    },
    servers: [{ url: '/api/v1' }],
    security: [{ session: [] }],
    paths: Object.fromEntries(RESOURCES.map((resource) => [resource.path, { get: operation(resource) }])),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'fund-session', description: 'As signing in sets it.' },
      },
      schemas: {
        Refusal: {
          type: 'object',
          properties: {
            error: {
              type: 'object',
              properties: {
                code: { type: 'string' },
                fields: {
                  type: 'array',
                  items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
                },
                errorId: { type: 'string' },
              },
              required: ['code'],
            },
          },
          required: ['error'],
        },
      },
    },
  };
}
