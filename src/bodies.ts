import express, { type RequestHandler, type Response } from 'express';
import { Kind, parse } from 'graphql';
import type { Context } from './context.ts';
import { rootFields } from './modules/identity/sign-in/scope-plugin.ts';
import { asMember } from './modules/identity/viewer.ts';
import { LIMITS } from './platform/graphql/limits.ts';

/** What any request may hold, and what one may that asks for a batch of awards; in bytes. */
export const BODY_LIMITS = { any: 65_536, batch: 4_194_304 } as const;

/**
 * Reads the body of a request to GraphQL and says who is calling. More than 64 KB is read only from staff of issuers, and taken only
 * where all that is asked for is a batch of awards: nobody else can make this process hold and parse megabytes.
 */
export function readBody(enter: RequestHandler, contextOf: (response: Response) => Context): RequestHandler {
  const small = express.json({ limit: BODY_LIMITS.any });
  const large = express.json({ limit: BODY_LIMITS.batch });
  return (request, response, next) => {
    const isLarge = Number(request.headers['content-length'] ?? 0) > BODY_LIMITS.any;
    if (!isLarge)
      return small(request, response, (error) => {
        if (error) return next(error);
        // nobody waits for what is begun in a callback: what it refuses has to be handed on, or it ends the process
        Promise.resolve(enter(request, response, next)).catch(next);
      });
    return enter(request, response, (refused) => {
      if (refused) return next(refused);
      if (!isStaff(contextOf(response))) return small(request, response, next);
      large(request, response, (error) =>
        next(error ?? (asksForBatch(request.body) ? undefined : tooLarge())),
      );
    });
  };
}

function isStaff({ viewer }: Context): boolean {
  try {
    return asMember(viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN') !== null;
  } catch {
    return false;
  }
}

function asksForBatch(body: { readonly query?: unknown } | undefined): boolean {
  try {
    const document = parse(String(body?.query), { maxTokens: LIMITS.tokens });
    return document.definitions.every(
      (definition) =>
        definition.kind !== Kind.OPERATION_DEFINITION ||
        rootFields(document, definition.selectionSet).every((field) => field === 'issueCredentials'),
    );
  } catch {
    return false;
  }
}

const tooLarge = () =>
  Object.assign(new Error('request entity too large'), {
    status: 413,
    type: 'entity.too.large',
    limit: BODY_LIMITS.any,
  });
