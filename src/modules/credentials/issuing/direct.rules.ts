import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidInput } from '../../../platform/errors.ts';
import { checkInput, optionalText, text, webAddress } from '../../../platform/input.ts';
import { blindIndex, plainEmail } from '../../../platform/seal.ts';
import type { DirectRecipient, DirectRow } from '../credential.ts';
import type { WaitingRecipient } from '../drafts.ts';

const email = z
  .string()
  .trim()
  .pipe(z.email('must be an e-mail address.').max(254, 'must have at most 254 characters.'));
const identityHash = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^sha256\$[0-9a-f]{64}$/, 'must be "sha256$" and 64 hexadecimal digits.');
const salt = z
  .string()
  .trim()
  .min(8, 'must have at least 8 characters.')
  .max(100, 'must have at most 100 characters.');
const did = z
  .string()
  .trim()
  .max(1_000, 'must have at most 1000 characters.')
  .regex(/^did:[a-z0-9]+:[A-Za-z0-9._:%-]*[A-Za-z0-9._-]$/, 'must be a DID, such as did:key:z6Mk….');

/** What a direct award says besides the badge, in input and in bulk alike. */
export const directFields = {
  learnerId: z.string().trim().min(1, 'must not be empty.').max(200).nullish(),
  email: email.nullish(),
  identityHash: identityHash.nullish(),
  salt: salt.nullish(),
  did: did.nullish(),
  narrative: optionalText(4_000),
  evidenceUrl: webAddress.nullish().transform((value) => value ?? null),
  reference: optionalText(100),
  awardedAt: z.date().nullish(),
};
export type DirectFields = z.output<z.ZodObject<typeof directFields>>;

const awardRules = z.object({ badgeVersionId: text(200), ...directFields });
/** An award by decision of the issuer, as it is asked for. */
export type DirectAward = z.input<typeof awardRules>;

/** The row to issue. INVALID_INPUT naming the place of the first thing that is wrong. */
export function directRow(input: DirectAward): DirectRow {
  const fields = checkInput('input', awardRules, input);
  return rowOf(fields, recipientIn(fields, 'input'));
}

/** A direct award to a recipient, from its fields. */
export const rowOf = (
  {
    badgeVersionId,
    narrative,
    evidenceUrl,
    reference,
    awardedAt,
  }: Omit<DirectFields, 'badgeVersionId'> & {
    readonly badgeVersionId: string;
  },
  recipient: DirectRecipient,
): DirectRow => ({
  via: 'DIRECT',
  badgeVersionId,
  recipient,
  narrative,
  evidenceUrl,
  reference,
  ...(awardedAt && { awardedAt }),
});

/** The names of what somebody may be known by; exactly one is to be given, the hash with its salt. */
export const RECIPIENT_NAMES = ['learnerId', 'email', 'identityHash', 'did'] as const;

/** Whom these fields name. INVALID_INPUT (`RECIPIENT`) when it is nobody, or somebody in more than one way. */
export function recipientIn(
  fields: Pick<DirectFields, 'learnerId' | 'email' | 'identityHash' | 'did' | 'salt'>,
  argument: string,
): DirectRecipient {
  const given = RECIPIENT_NAMES.filter((name) => fields[name] !== null && fields[name] !== undefined);
  const [name, ...more] = given;
  if (name === undefined || more.length > 0)
    throw invalidInput(
      argument,
      `must name the recipient in exactly one way: ${RECIPIENT_NAMES.join(', ')}${more.length > 0 ? `; these are given: ${given.join(', ')}` : ''}.`,
      { reason: 'RECIPIENT', allowed: [...RECIPIENT_NAMES] },
    );
  const salted = fields.salt !== null && fields.salt !== undefined;
  if (salted !== (name === 'identityHash'))
    throw invalidInput(`${argument}.salt`, 'belongs to identityHash, and must be given with it.', {
      reason: 'RECIPIENT',
    });
  if (name === 'identityHash')
    return { identityHash: fields.identityHash as string, salt: fields.salt as string };
  return { [name]: fields[name] } as DirectRecipient;
}

/**
 * By what an organisation finds somebody again whom it awarded a badge to before they were a learner. Keyed, and of this
 * organisation alone: nobody can try addresses against it, and two organisations do not learn that they know the same person.
 */
export function recipientIndex(
  indexKey: Uint8Array,
  organizationId: string,
  recipient: WaitingRecipient,
): string {
  const name =
    'email' in recipient
      ? ['email', plainEmail(recipient.email)]
      : 'did' in recipient
        ? ['did', recipient.did]
        : ['hash', recipient.identityHash, recipient.salt];
  // a DID tells capital letters from small ones, the blind index does not
  const digest = createHash('sha256')
    .update(JSON.stringify([organizationId, ...name]), 'utf8')
    .digest('hex');
  return blindIndex(indexKey, `recipient ${digest}`);
}
