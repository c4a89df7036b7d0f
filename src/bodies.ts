import express, { type Request, type RequestHandler, type Response } from 'express';
import { Kind, parse } from 'graphql';
import type { Context } from './context.ts';
import { rootFields } from './modules/identity/sign-in/scope-plugin.ts';
import { isMemberOf } from './modules/identity/viewer.ts';
import { LIMITS } from './platform/graphql/limits.ts';

/** What any request may hold, and what one may that asks for a batch of awards; in bytes. */
export const BODY_LIMITS = { any: 65_536, batch: 4_194_304 } as const;

/**
 * Reads the body of a request to GraphQL and says who is calling. More than 64 KB is read only from staff of issuers, and taken only
 * where all that is asked for is a batch of awards: nobody else can make this process hold and parse megabytes.
 */
export function readBody(
  enter: RequestHandler,
  contextOf: (response: Response) => Context,
): RequestHandler[] {
  const small = express.json({ limit: BODY_LIMITS.any });
  const large = express.json({ limit: BODY_LIMITS.batch });
  const isLarge = (request: Request) => Number(request.headers['content-length'] ?? 0) > BODY_LIMITS.any;
  return [
    (request, response, next) => (isLarge(request) ? next() : small(request, response, next)),
    enter,
    (request, response, next) => {
      if (!isLarge(request)) return next();
      if (!isStaff(contextOf(response))) return small(request, response, next);
      large(request, response, (error) =>
        next(error ?? (asksForBatch(request.body) ? undefined : tooLarge())),
      );
    },
  ];
}

const isStaff = ({ viewer }: Context): boolean =>
  viewer.organizationId !== null && isMemberOf(viewer, viewer.organizationId, 'ISSUER_STAFF', 'ISSUER_ADMIN');

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
