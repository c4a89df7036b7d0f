import { z } from 'zod';
import { openFor, plainEmail, sealContext } from '../../../platform/seal.ts';
import type { DirectRecipient } from '../credential.ts';
import { namesOf, type SealedNames } from '../drafts.ts';
import { saltedHash } from '../open-badge.ts';

/** By what somebody is known: addresses, salted hashes of some, and DIDs. */
export interface OwnNames {
  readonly emails: readonly string[];
  readonly hashes: readonly { readonly identityHash: string; readonly salt: string }[];
  readonly dids: readonly string[];
}

const subjectShape = z.object({ credentialSubject: z.object({ id: z.string() }) });

/** What a learner is named by in their record and, where they are given, in the documents of their credentials. */
export function ownNames(
  learner: SealedNames & { readonly credentials: readonly { id: string; sealedDocument: string }[] },
  personKey: Uint8Array,
): OwnNames {
  const { email, recipient } = namesOf(learner, personKey);
  const subjects = learner.credentials.flatMap(({ id, sealedDocument }) => {
    const document = openFor(personKey, sealedDocument, sealContext('Credential', id, 'sealedDocument'));
    const { data } = subjectShape.safeParse(JSON.parse(document));
    return data?.credentialSubject.id.startsWith('did:') ? [data.credentialSubject.id] : [];
  });
  return {
    emails: [email, recipient && 'email' in recipient ? recipient.email : null].flatMap((one) => one ?? []),
    hashes: recipient && 'identityHash' in recipient ? [recipient] : [],
    dids: [...subjects, ...(recipient && 'did' in recipient ? [recipient.did] : [])],
  };
}

/** Whether an award to this address, hash or DID goes to who is known by these names. A hash of an address they have no record of cannot be told. */
export function isNamed(names: OwnNames, recipient: DirectRecipient): boolean {
  if ('email' in recipient)
    return names.emails.some((email) => plainEmail(email) === plainEmail(recipient.email));
  if ('did' in recipient) return names.dids.includes(recipient.did);
  if (!('identityHash' in recipient)) return false;
  const { identityHash: hash, salt } = recipient;
  return (
    names.emails.some((email) =>
      [email.trim(), plainEmail(email)].some((one) => saltedHash(one, salt) === hash),
    ) || names.hashes.some((own) => own.identityHash === hash && own.salt === salt)
  );
}
