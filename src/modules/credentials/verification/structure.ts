import { z } from 'zod';

/**
 * What an Open Badges 3.0 AchievementCredential with an embedded proof has to look like (1EdTech OB 3.0 §B, VCDM 2.0 §4).
 * Extensions are allowed wherever the contexts define them; the proof check refuses terms no context defines.
 */
const uri = z.string().regex(/^[A-Za-z][A-Za-z0-9+.-]*:\S+$/, 'must be an absolute URI');
const text = z.string().min(1);
const dateTimeStamp = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
    'must be a date and time with time zone, such as 2026-01-31T12:00:00Z',
  )
  .refine((value) => !Number.isNaN(Date.parse(value)), 'is not a date that exists');
const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1).max(32)]);
const typeWith = (...names: string[]) =>
  oneOrMany(text).refine((type) => names.some((name) => [type].flat().includes(name)), {
    error: `must name ${names.join(' or ')}`,
  });

const profile = z.looseObject({ id: uri, type: typeWith('Profile'), name: z.unknown().optional() });

const criteria = z
  .looseObject({ id: uri.optional(), narrative: text.optional() })
  .refine(({ id, narrative }) => id || narrative, 'needs an id or a narrative');

const achievement = z.looseObject({
  id: uri,
  type: typeWith('Achievement'),
  name: text,
  description: text,
  criteria,
  alignment: oneOrMany(
    z.looseObject({ type: typeWith('Alignment'), targetName: text, targetUrl: uri }),
  ).optional(),
  resultDescription: oneOrMany(
    z.looseObject({ id: uri, type: typeWith('ResultDescription'), name: text, resultType: text }),
  ).optional(),
});

const subject = z
  .looseObject({
    id: uri.optional(),
    type: typeWith('AchievementSubject'),
    identifier: oneOrMany(
      z.looseObject({
        type: typeWith('IdentityObject'),
        hashed: z.boolean(),
        identityHash: text,
        identityType: text,
        salt: text.optional(),
      }),
    ).optional(),
    achievement,
    result: oneOrMany(z.looseObject({ type: typeWith('Result') })).optional(),
  })
  .refine(({ id, identifier }) => id || identifier, 'needs an id or an identifier');

const statusEntry = z.looseObject({ id: uri.optional(), type: text });

const proof = z.looseObject({
  type: text,
  cryptosuite: text.optional(),
  created: dateTimeStamp.optional(),
  expires: dateTimeStamp.optional(),
  verificationMethod: uri,
  proofPurpose: z.literal('assertionMethod'),
  proofValue: text,
});

/** The parts of a credential the later steps read. */
const credential = z
  .looseObject({
    '@context': z
      .array(z.string())
      .min(2)
      .max(8)
      .refine(
        ([first]) => first === 'https://www.w3.org/ns/credentials/v2',
        'must begin with the VCDM 2.0 context',
      ),
    id: uri,
    type: typeWith('OpenBadgeCredential', 'AchievementCredential').refine(
      (type) => [type].flat().includes('VerifiableCredential'),
      'must name VerifiableCredential',
    ),
    issuer: z.union([uri, profile]),
    validFrom: dateTimeStamp,
    validUntil: dateTimeStamp.optional(),
    awardedDate: dateTimeStamp.optional(),
    credentialSubject: subject,
    credentialStatus: oneOrMany(statusEntry).optional(),
    evidence: oneOrMany(z.looseObject({ id: uri.optional(), type: typeWith('Evidence') })).optional(),
    proof: oneOrMany(proof),
  })
  .refine(({ validFrom, validUntil }) => !validUntil || Date.parse(validFrom) < Date.parse(validUntil), {
    path: ['validUntil'],
    error: 'must be later than validFrom',
  });

export type StructuredCredential = z.infer<typeof credential>;

export type Structure = { readonly credential: StructuredCredential } | { readonly problem: string };

/** Checks the structure of a signed document. `contexts` are the JSON-LD contexts a document may name. */
export function checkStructure(document: object, contexts: ReadonlySet<string>): Structure {
  const misplaced = misplacedKeyword(document, contexts);
  if (misplaced) return { problem: misplaced };
  const { data, error } = credential.safeParse(document);
  return data ? { credential: data } : { problem: describe(error) };
}

/** The same before signing: everything but the proof. */
export function checkUnsigned(document: object, contexts: ReadonlySet<string>): string | null {
  const placeholder = {
    type: 'DataIntegrityProof',
    verificationMethod: 'urn:none',
    proofPurpose: 'assertionMethod',
    proofValue: 'z',
  };
  const structure = checkStructure({ ...document, proof: placeholder }, contexts);
  return 'problem' in structure ? structure.problem : null;
}

/** The terms whose values the known contexts read as identifiers, where text that looks like a blank node is one. Anywhere else it is text. */
export const identifierTerms: ReadonlySet<string> = new Set(
  (
    'address assertionMethod aud authentication capabilityDelegation capabilityInvocation confidenceMethod controller ' +
    'credentialSchema credentialStatus credentialSubject criteria evidence holder id image iss issuer jku keyAgreement kid ' +
    'parentOrg previousProof proof proofPurpose refreshService relatedResource renderMethod source statusListCredential statusReference ' +
    'sub termsOfUse type verifiableCredential verificationMethod x5u'
  ).split(' '),
);

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.startsWith('_:');

const valueKeywords = new Set(['@value', '@language', '@direction']);

/**
 * A context says what the words of a document mean, so only known ones may be named, only at the top or in an embedded
 * credential; other JSON-LD keywords could smuggle in statements the reader of the JSON does not see, and named blank nodes
 * could be woven into graphs that take for ever to canonicalise.
 */
function misplacedKeyword(document: object, contexts: ReadonlySet<string>): string | null {
  const pending: { readonly path: string; readonly value: object; readonly whole: boolean }[] = [
    { path: '', value: document, whole: true },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    for (const [name, inner] of Object.entries(next.value)) {
      const path = `${next.path}/${name}`;
      if (name === '@context' && next.whole) {
        const unknown = [inner]
          .flat()
          .find((context) => typeof context !== 'string' || !contexts.has(context));
        if (unknown !== undefined)
          return `${path}: ${typeof unknown === 'string' ? unknown : 'an inline context'} is not a context this service knows.`;
      } else if ((name.startsWith('@') && !valueKeywords.has(name)) || name === '__proto__')
        return `${path}: is not allowed here.`;
      else if (identifierTerms.has(name) && [inner].flat().some(isBlank))
        return `${path}: names a blank node; only what has an address may be named.`;
      else if (inner !== null && typeof inner === 'object')
        pending.push({ path, value: inner, whole: /\/endorsement(\/\d+)?$/.test(path) });
      else if (inner === null) return `${path}: is null; leave out what is not known.`;
    }
  }
  return null;
}

const describe = (error: z.ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(({ path, message }) => `/${path.join('/')}: ${message}`)
    .join('; ');
