import { createHash } from 'node:crypto';

/** An id in the form of a UUID (version 8, RFC 9562) that says nothing of what it was made from and is the same each time. */
export function stableId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
