import { randomInt } from 'node:crypto';
import { type BitstringList, createList, decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { CONTEXTS, dateTime, type JsonObject } from './open-badge.ts';

/** Entries of one list: the smallest number W3C Bitstring Status List 1.0 allows, so that one entry hides among many. */
export const LIST_LENGTH = 131_072;

/** How long others may keep a list. A revocation is seen everywhere after at most this long. */
export const LIST_MAX_AGE_SECONDS = 300;

/** How long a signed list, in either form, stands for itself; signed anew before that ends. */
export const LIST_VALID_SECONDS = 24 * 60 * 60;

/** A place in a status list that no credential has. */
export interface StatusEntry {
  readonly listId: string;
  readonly index: number;
}

/** How a status entry is written where it must be unique. */
export const statusEntryKey = ({ listId, index }: StatusEntry): string => `${listId}#${index}`;

export const emptyStatusList = async (): Promise<string> =>
  (await createList({ length: LIST_LENGTH })).encode();

export const decodeStatusList = (encoded: string): Promise<BitstringList> =>
  decodeList({ encodedList: encoded });

/** The same list with these entries set, or cleared. */
export async function withEntries(
  encoded: string,
  indices: readonly number[],
  bit: boolean,
): Promise<string> {
  const list = await decodeStatusList(encoded);
  for (const index of indices) list.setStatus(index, bit);
  return list.encode();
}

/** Distinct entries at random (CSPRNG): neighbours in a list say nothing about who was awarded when. */
export function randomIndices(count: number, taken: ReadonlySet<number> = new Set()): number[] {
  if (count > LIST_LENGTH - taken.size)
    throw new RangeError(`No ${count} free entries are left in the list.`);
  const chosen = new Set<number>();
  while (chosen.size < count) {
    const index = randomInt(LIST_LENGTH);
    if (!taken.has(index)) chosen.add(index);
  }
  return [...chosen];
}

/** The BitstringStatusListCredential of a list, without proof. */
export const statusListCredential = (list: {
  readonly url: string;
  readonly issuerDid: string;
  readonly purpose: string;
  readonly encoded: string;
  readonly at: Date;
}): JsonObject => ({
  '@context': [CONTEXTS[0]],
  id: list.url,
  type: ['VerifiableCredential', 'BitstringStatusListCredential'],
  issuer: list.issuerDid,
  validFrom: dateTime(list.at),
  validUntil: dateTime(new Date(list.at.getTime() + LIST_VALID_SECONDS * 1000)),
  credentialSubject: {
    id: `${list.url}#list`,
    type: 'BitstringStatusList',
    statusPurpose: list.purpose,
    encodedList: list.encoded,
  },
});

/** Whether a list signed then should be signed again before it is handed out: half of its life is over. */
export const isStale = (signedAt: Date, now: Date): boolean =>
  now.getTime() - signedAt.getTime() > (LIST_VALID_SECONDS / 2) * 1000;
