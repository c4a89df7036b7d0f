import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { policyTable } from '../modules/identity/policy/table.ts';
import { createSchema } from '../schema.ts';

const schema = createSchema();
writeFileSync('schema/schema.graphql', `${printSchema(lexicographicSortSchema(schema))}\n`);
writeFileSync('schema/policy.txt', policyTable(schema));
