import { readFileSync } from 'node:fs';
import { Kind, parse, print } from 'graphql';

/** The operations of a page of documentation by name, from its `graphql` blocks. */
export function operationsIn(page: string): Map<string, string> {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/```graphql\n([\s\S]*?)```/g)];
  const operations = blocks.flatMap(([, text]) => parse(text ?? '').definitions);
  return new Map(
    operations.map((operation) => {
      if (operation.kind !== Kind.OPERATION_DEFINITION || !operation.name)
        throw new Error(`${page} holds something other than a named operation`);
      return [operation.name.value, print(operation)];
    }),
  );
}
