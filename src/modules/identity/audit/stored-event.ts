import { z } from 'zod';
import { dateTime } from '../../../platform/graph/types.ts';
import type { AuditEvent, ChainHead } from './chain.ts';

const optional = z
  .string()
  .nullish()
  .transform((value) => value ?? null);

/** Exactly the properties that an event has. One more, or one of another kind, is an alteration. */
const storedEvent = z.strictObject({
  id: z.string(),
  chain: z.string(),
  seq: z.number().int(),
  at: dateTime,
  actor: z.string(),
  role: optional,
  action: z.string(),
  purpose: optional,
  subject: optional,
  objects: z.array(z.string()),
  previous: z.string(),
  hash: z.string(),
});

const storedHead = z.object({ seq: z.number().int(), hash: z.string() });

/** The event that a node holds; null when it holds none as we write them. */
export function readEvent(properties: Readonly<Record<string, unknown>>): AuditEvent | null {
  const { data } = storedEvent.safeParse(properties);
  if (!data || instantOf(properties['at']) === null) return null;
  const { id, ...event } = data;
  return id === `${event.chain}/${event.seq}` ? event : null;
}

export const readHead = (row: unknown): ChainHead | null => storedHead.safeParse(row).data ?? null;

/** The properties of a node as an export holds them: instants to the millisecond as ISO 8601, whatever else there is as it is. */
export function exportable(properties: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const empty = { role: null, purpose: null, subject: null };
  const at = instantOf(properties['at']);
  const plain = Object.entries({ ...empty, ...properties }).map(([name, value]) => [name, plainly(value)]);
  return { ...Object.fromEntries(plain), ...(at !== null && { at }) };
}

/** We write whole milliseconds; anything finer was put there by somebody else. */
function instantOf(value: unknown): string | null {
  const { data } = dateTime.safeParse(value);
  if (!data) return null;
  return /\.\d{3}\d*[1-9]/.test(String(value)) ? null : data.toISOString();
}

const plainly = (value: unknown): unknown =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value)
    ? value
    : String(value);
