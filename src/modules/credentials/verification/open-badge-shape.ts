import { z } from 'zod';
import { dateTimeStamp, describe, oneOrMany, text, typeWith, uri } from './shapes.ts';

/**
 * What an Open Badges 3.0 AchievementCredential has to look like (1EdTech OB 3.0 §B). Extensions are allowed wherever the
 * contexts define them; the proof check refuses terms no context defines.
 */
const named = z.looseObject({ id: uri, type: typeWith('Profile'), name: z.unknown().optional() });

const profile = named.extend({
  parentOrg: named.optional(),
  otherIdentifier: oneOrMany(
    z.looseObject({ type: typeWith('IdentifierEntry'), identifier: text, identifierType: text }),
  ).optional(),
});

const criteria = z
  .looseObject({ id: uri.optional(), narrative: text.optional() })
  .refine(({ id, narrative }) => id || narrative, 'needs an id or a narrative');

const achievement = z.looseObject({
  id: uri,
  type: typeWith('Achievement'),
  name: text,
  description: text,
  criteria,
  creator: z.union([uri, profile]).optional(),
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
    source: z.union([uri, profile]).optional(),
    result: oneOrMany(z.looseObject({ type: typeWith('Result') })).optional(),
  })
  .refine(({ id, identifier }) => id || identifier, 'needs an id or an identifier');

const common = {
  '@context': z.array(z.unknown()).min(2, 'must name a context of Open Badges, too').max(8),
  id: uri,
  issuer: z.union([uri, profile]),
  validFrom: dateTimeStamp,
  validUntil: dateTimeStamp.optional(),
  awardedDate: dateTimeStamp.optional(),
  evidence: oneOrMany(z.looseObject({ id: uri.optional(), type: typeWith('Evidence') })).optional(),
};

const ASSOCIATIONS = [
  'exactMatchOf',
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'isPeerOf',
  'isRelatedTo',
  'precedes',
  'replacedBy',
] as const;

const ordered = ({ validFrom, validUntil }: { validFrom: string; validUntil?: string | undefined }) =>
  !validUntil || Date.parse(validFrom) < Date.parse(validUntil);
const inOrder = { path: ['validUntil'], error: 'must be later than validFrom' };

const openBadge = z
  .looseObject({
    ...common,
    type: typeWith('OpenBadgeCredential', 'AchievementCredential'),
    credentialSubject: subject,
  })
  .refine(ordered, inOrder);

const endorsement = z
  .looseObject({
    ...common,
    type: typeWith('EndorsementCredential'),
    credentialSubject: z.looseObject({ id: uri, type: typeWith('EndorsementSubject') }),
  })
  .refine(ordered, inOrder);

const record = z
  .looseObject({
    ...common,
    name: text,
    type: typeWith('ClrCredential'),
    partial: z.boolean().optional(),
    credentialSubject: z
      .looseObject({
        id: uri.optional(),
        type: typeWith('ClrSubject'),
        identifier: subject.shape.identifier,
        verifiableCredential: oneOrMany(z.looseObject({ type: oneOrMany(text) })),
        association: oneOrMany(
          z.strictObject({
            type: typeWith('Association'),
            associationType: z.enum(ASSOCIATIONS),
            sourceId: uri,
            targetId: uri,
          }),
        ).optional(),
      })
      .refine(({ id, identifier }) => id || identifier, 'needs an id or an identifier'),
  })
  .refine(ordered, inOrder);

/** The kinds of credential whose shape is known beyond that of any verifiable credential. */
export const KINDS = {
  OpenBadgeCredential: { shape: openBadge, name: 'An Open Badges 3.0 credential' },
  AchievementCredential: { shape: openBadge, name: 'An Open Badges 3.0 credential' },
  ClrCredential: { shape: record, name: 'A Comprehensive Learner Record (CLR 2.0)' },
  EndorsementCredential: { shape: endorsement, name: 'An Open Badges 3.0 endorsement' },
} as const;

export type Kind = keyof typeof KINDS;

/** What is wrong with a credential of this kind; null if nothing is. */
export function checkKind(kind: Kind, document: object): string | null {
  const { error } = KINDS[kind].shape.safeParse(document);
  return error ? describe(error) : null;
}
