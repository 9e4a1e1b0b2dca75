import { compileMessage } from '@lingui/message-utils/compileMessage';

/** The parts of Babel's syntax tree that are looked at here. */
type Node = { readonly type: string; readonly name?: string; readonly value?: unknown };
type Property = { readonly type: string; readonly key: Node; value: Node };
type Visited = { readonly node: { readonly properties: readonly Property[] } };
type Babel = { readonly types: { readonly valueToNode: (value: unknown) => Node } };

/**
 * A step of Babel after Lingui's macros: each message is compiled where it stands, `{ id, message: ['Due on ', ['day']] }`. So a page
 * brings its own words and no other's, and no parser. Lingui takes a message that is compiled as it takes one of a catalog, which
 * goes first: another language is a catalog that is loaded.
 */
export function compiledMessages({ types }: Babel) {
  return {
    visitor: {
      ObjectExpression({ node }: Visited): void {
        const named = (name: string) => node.properties.find(({ key }) => key?.name === name);
        const message = named('message');
        if (named('id') === undefined || message === undefined || typeof message.value.value !== 'string') return;
        message.value = types.valueToNode(compileMessage(message.value.value));
      },
    },
  };
}
