import { ApiRefusal } from './imsx.ts';

/** Which part of a list a host asks for. */
export interface Part {
  readonly limit: number;
  readonly offset: number;
  readonly since: Date;
}

export const LIMIT = { default: 20, max: 100 } as const;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Reads `limit`, `offset` and `since`. A larger limit than is served becomes the largest; anything that cannot be read is refused. */
export function readPart(query: Readonly<Record<string, unknown>>): Part {
  const since = query['since'];
  if (
    since !== undefined &&
    (typeof since !== 'string' || !INSTANT.test(since) || Number.isNaN(Date.parse(since)))
  )
    throw bad('since', 'an instant such as 2026-01-31T12:00:00Z');
  return {
    limit: Math.min(whole(query['limit'], 'limit', 1, LIMIT.default), LIMIT.max),
    offset: whole(query['offset'], 'offset', 0, 0),
    since: new Date(since ?? 0),
  };
}

function whole(given: unknown, name: string, least: number, usual: number): number {
  if (given === undefined) return usual;
  const value = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : Number.NaN;
  if (!(value >= least)) throw bad(name, `a whole number from ${least} to 999999999`);
  return value;
}

const bad = (name: string, allowed: string) =>
  new ApiRefusal(400, 'invalid_query_parameter', `${name} must be ${allowed}.`);

/** The `Link` header (RFC 8288) of a part: first, last, and the parts before and after it where there are such. */
export function linksOf(address: string, { limit, offset, since }: Part, total: number): string {
  const last = total === 0 ? 0 : Math.floor((total - 1) / limit) * limit;
  const parts: [string, number][] = [
    ...(offset + limit < total ? [['next', offset + limit] as [string, number]] : []),
    ['last', last],
    ['first', 0],
    ...(offset > 0 ? [['prev', Math.max(0, Math.min(offset - limit, last))] as [string, number]] : []),
  ];
  return parts
    .map(([rel, at]) => {
      const query = new URLSearchParams({ limit: String(limit), offset: String(at) });
      if (since.getTime() > 0) query.set('since', since.toISOString());
      return `<${address}?${query}>; rel="${rel}"`;
    })
    .join(', ');
}
