import { type JsonObject, statusEntry } from '../open-badge.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { StatusEntry } from '../status-list.ts';

/**
 * A signed credential as it is to be signed again under another key: all it says stays, but it has an id and a status entry of its own, because
 * those of the one it replaces are withdrawn.
 */
export function reissuedDocument(
  document: JsonObject,
  { id, status }: { readonly id: string; readonly status: StatusEntry },
  urls: PublicUrls,
): JsonObject {
  const { proof: _, ...said } = document;
  return { ...said, id: urls.credential(id), credentialStatus: statusEntry(status, urls) };
}
