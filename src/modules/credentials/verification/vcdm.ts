import { z } from 'zod';
import { dateTimeStamp, describe, oneOrMany, text, typeWith, uri } from './shapes.ts';

/** The base contexts of the Verifiable Credentials Data Model, by version. */
export const BASE_CONTEXTS = {
  '2.0': 'https://www.w3.org/ns/credentials/v2',
  '1.1': 'https://www.w3.org/2018/credentials/v1',
} as const;

const contexts = z
  .array(z.union([uri, z.record(z.string(), z.unknown())]))
  .min(1)
  .max(16)
  .refine(
    ([first]) => Object.values<unknown>(BASE_CONTEXTS).includes(first),
    'must begin with a context of VCDM',
  );

/** A text, or texts with their language (VCDM 2.0, section 11.1). */
const words = oneOrMany(
  z.union([
    z.string(),
    z.strictObject({
      '@value': z.string(),
      '@language': z.string().optional(),
      '@direction': z.enum(['ltr', 'rtl']).optional(),
    }),
  ]),
).optional();

const typed = z.looseObject({ id: uri.optional(), type: oneOrMany(text) });
const filled = <T extends z.ZodType>(shape: T) =>
  shape.refine((value) => Object.keys(value as object).length > 0, 'must say something');

const party = z.union([uri, z.looseObject({ id: uri, name: words, description: words })]);
const holder = z.union([uri, z.looseObject({ id: uri })]);

const credential = z
  .looseObject({
    '@context': contexts,
    id: uri.optional(),
    type: typeWith('VerifiableCredential'),
    issuer: party,
    name: words,
    description: words,
    validFrom: dateTimeStamp.optional(),
    validUntil: dateTimeStamp.optional(),
    issuanceDate: dateTimeStamp.optional(),
    expirationDate: dateTimeStamp.optional(),
    credentialSubject: oneOrMany(filled(z.looseObject({ id: uri.optional() }))),
    credentialStatus: oneOrMany(typed).optional(),
    credentialSchema: oneOrMany(z.looseObject({ id: uri, type: oneOrMany(text) })).optional(),
    refreshService: oneOrMany(typed).optional(),
    termsOfUse: oneOrMany(typed).optional(),
    evidence: oneOrMany(typed).optional(),
    proof: oneOrMany(z.looseObject({ type: text })).optional(),
  })
  .refine(
    ({ validFrom, validUntil }) =>
      !(validFrom && validUntil) || Date.parse(validFrom) <= Date.parse(validUntil),
    {
      path: ['validUntil'],
      error: 'must not be earlier than validFrom',
    },
  );

const presentation = z.looseObject({
  '@context': contexts,
  id: uri.optional(),
  type: typeWith('VerifiablePresentation'),
  holder: holder.optional(),
  verifiableCredential: oneOrMany(
    z.union([
      z.looseObject({ type: typeWith('EnvelopedVerifiableCredential'), id: uri }),
      z.looseObject({ type: typeWith('VerifiableCredential') }),
    ]),
  ).optional(),
  proof: oneOrMany(z.looseObject({ type: text })).optional(),
});

/** What is wrong with a credential by the Verifiable Credentials Data Model (2.0, or 1.1 for older ones); null if nothing is. */
export function checkCredentialModel(document: object): string | null {
  const { error } = credential.safeParse(document);
  return error ? describe(error) : null;
}

/** The same for a presentation. The credentials in it are looked at one by one by whoever verifies it. */
export function checkPresentationModel(document: object): string | null {
  const { error } = presentation.safeParse(document);
  return error ? describe(error) : null;
}
