import type { StatusEntry } from '../status-list.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A signed credential as it is to be signed again under another key: all it says stays, but it has an id and a status entry of its own, because
 * those of the one it replaces are withdrawn.
 */
export function reissuedDocument(
  document: Json,
  { id, statusList, status }: { id: string; statusList: string; status: StatusEntry },
): Json {
  const { proof: _, ...said } = document;
  const entry = {
    id: `${statusList}#${status.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'suspension',
    statusListIndex: String(status.index),
    statusListCredential: statusList,
  };
  return Object.fromEntries(
    Object.entries(said).map(([name, value]) => {
      if (name === 'id') return [name, id];
      return name === 'credentialStatus' ? [name, entry] : [name, value];
    }),
  );
}
