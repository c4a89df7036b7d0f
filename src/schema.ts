import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { IdentityResolver } from './modules/identity/identity.resolver.ts';

/** Every resolver of the API. Add a module's resolver here and nowhere else. */
// biome-ignore lint/complexity/noBannedTypes: type-graphql's own word for a resolver class
const resolvers: NonEmptyArray<Function> = [IdentityResolver];

/** The one schema: built from the resolvers, without validation (zod and the services check input). */
export const createSchema = (): GraphQLSchema =>
  buildSchemaSync({
    resolvers,
    validate: false,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTimeISO }],
  });
