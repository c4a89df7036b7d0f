import { createHash } from 'node:crypto';
import type {
  Award,
  BadgeFacts,
  EvidenceFacts,
  Recipient,
  Renewed,
  RubricCriterion,
  SkillAlignment,
} from './award.ts';
import type { PublicUrls } from './public-urls.ts';

/** The only place that speaks the words of Open Badges 3.0 (1EdTech): pure functions from an award to the document to sign. */
export const CONTEXTS = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

export type JsonObject = { readonly [name: string]: unknown };

/** The AchievementCredential of an award, without proof. Same award, same document. */
export function openBadgeCredential(award: Award, urls: PublicUrls): JsonObject {
  const { badge } = award;
  return compact({
    '@context': [...CONTEXTS],
    id: urls.credential(award.credentialId),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: badge.name,
    issuer: profile(award.issuerDid, badge),
    validFrom: dateTime(award.awardedAt),
    validUntil: award.validUntil && dateTime(award.validUntil),
    awardedDate: dateTime(award.awardedAt),
    credentialSubject: {
      ...recipientOf(award.recipient),
      type: ['AchievementSubject'],
      achievement: achievement(badge, urls),
      result: filled(award.scores.map((score) => result(score, badge, urls))),
    },
    evidence: filled(award.evidence.map(evidence)),
    relatedResource: award.renews && [renewedResource(award.renews, urls)],
    credentialStatus: statusEntry(award.status, urls),
  });
}

/** Where a credential stands in a status list (W3C Bitstring Status List 1.0). */
export function statusEntry({ listId, index }: Award['status'], urls: PublicUrls): JsonObject {
  const statusListCredential = urls.statusList(listId);
  return {
    id: `${statusListCredential}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'suspension',
    statusListIndex: String(index),
    statusListCredential,
  };
}

/**
 * The credential that one renews, as VCDM 2.0 (section 5.3) refers to other resources: by address and digest of its bytes. Open Badges has
 * no place of its own for an earlier credential; `related` is for earlier versions of the badge.
 */
const renewedResource = ({ id, digest }: Renewed, urls: PublicUrls): JsonObject => ({
  id: urls.credential(id),
  mediaType: 'application/vc',
  digestSRI: `sha256-${Buffer.from(digest, 'hex').toString('base64')}`,
});

/**
 * The Achievement of a badge version. It does not name its creator, who is the issuer: in RDF both would be one node, and
 * what is said of a node twice can be left out once without breaking the proof.
 */
function achievement(badge: BadgeFacts, urls: PublicUrls): JsonObject {
  const id = urls.achievement(badge.versionId);
  return compact({
    id,
    type: ['Achievement'],
    achievementType: badge.achievementType ?? (badge.stacked ? 'MicroCredential' : 'Badge'),
    name: badge.name,
    description: badge.description,
    criteria: { id: badge.criteriaUrl, narrative: badge.criteria },
    version: String(badge.number),
    humanCode: badge.humanCode,
    fieldOfStudy: badge.fieldOfStudy,
    specialization: badge.specialization,
    tag: filled(badge.tags),
    inLanguage: badge.languages[0] && languageTag(badge.languages[0]),
    creditsAvailable: badge.creditValue && badge.creditValue / 100,
    otherIdentifier: filled(
      badge.otherIdentifiers.map(({ identifier, type }) => ({
        type: 'IdentifierEntry',
        identifier,
        identifierType: type,
      })),
    ),
    image: badge.imageUrl && { id: badge.imageUrl, type: 'Image', caption: badge.imageAlt },
    alignment: filled(badge.alignments.map(alignment)),
    resultDescription: filled(badge.rubric.map((criterion) => resultDescription(criterion, id))),
    related: filled(
      badge.previousVersions.map((version) => ({
        id: urls.achievement(version.id),
        type: ['Related'],
        version: String(version.number),
      })),
    ),
  });
}

/** The Achievement as it stands at its own address, with the organisation that created it. */
export const publicAchievement = (badge: BadgeFacts, creatorDid: string, urls: PublicUrls): JsonObject => ({
  '@context': CONTEXTS,
  ...achievement(badge, urls),
  creator: compact(profile(creatorDid, badge)),
});

/** The Profile of an organisation at its own address. */
export const publicProfile = (organization: {
  readonly did: string;
  readonly name: string;
  readonly url: string | null;
}): JsonObject => ({ '@context': CONTEXTS, ...compact(profileOf(organization)) });

/** The Profile of whoever signs. */
export const profileOf = ({
  did,
  name,
  url,
}: {
  readonly did: string;
  readonly name: string;
  readonly url: string | null;
}): JsonObject => compact({ id: did, type: ['Profile'], name, url });

/** The salted hash of an e-mail address (IdentityObject): SHA-256 of address and salt, as Open Badges spells it. */
export const identityHash = (email: string, salt: string): string =>
  saltedHash(email.trim().toLowerCase(), salt);

/** The same of an address exactly as it is written. */
export const saltedHash = (email: string, salt: string): string =>
  `sha256$${createHash('sha256')
    .update(email + salt)
    .digest('hex')}`;

/** An instant as VCDM 2.0 wants it: whole seconds, UTC. */
export const dateTime = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');

/** The verification method of the proof it was just signed with. */
export function signingKeyOf({ proof }: { readonly proof?: unknown }): string {
  const [first] = [proof].flat();
  return String((first as { verificationMethod?: unknown } | undefined)?.verificationMethod);
}

const profile = (did: string, { issuer }: BadgeFacts): JsonObject => ({
  id: did,
  type: ['Profile'],
  name: issuer.name,
  url: issuer.url,
});

/** How a document names who received it: by an id, or by a salted hash of their e-mail address (IdentityObject). */
export function recipientOf(recipient: Recipient): JsonObject {
  if (recipient.kind === 'PSEUDONYM') return { id: recipient.uri };
  if (recipient.kind === 'DID') return { id: recipient.did };
  const { hash: identityHash, salt } = recipient;
  return {
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash, identityType: 'emailAddress', salt }],
  };
}

/** How frameworks name the kind of thing an alignment points to; others have no such word. */
const targetTypes: Readonly<Record<string, string>> = { esco: 'ext:ESCOSkill', onet: 'ext:ONETElement' };

const alignment = (skill: SkillAlignment): JsonObject => ({
  type: ['Alignment'],
  targetName: skill.label,
  targetUrl: skill.uri,
  targetCode: skill.code,
  targetFramework: [skill.frameworkName, skill.frameworkVersion].filter(Boolean).join(' '),
  targetType: targetTypes[skill.frameworkId],
  targetDescription: `EQF level ${skill.level}`,
});

const criterionId = (achievementId: string, id: string): string =>
  `${achievementId}#criterion-${encodeURIComponent(id)}`;
const levelId = (achievementId: string, id: string): string =>
  `${achievementId}#level-${encodeURIComponent(id)}`;

function resultDescription(criterion: RubricCriterion, achievementId: string): JsonObject {
  const required = criterion.levels.find(({ passing }) => passing);
  return {
    id: criterionId(achievementId, criterion.id),
    type: ['ResultDescription'],
    name: criterion.title,
    resultType: 'RubricCriterionLevel',
    requiredLevel: required && levelId(achievementId, required.id),
    rubricCriterionLevel: criterion.levels.map((level) => ({
      id: levelId(achievementId, level.id),
      type: ['RubricCriterionLevel'],
      name: level.title,
      description: level.descriptor,
      points: String(level.points),
    })),
  };
}

function result(score: Award['scores'][number], { versionId }: BadgeFacts, urls: PublicUrls): JsonObject {
  const id = urls.achievement(versionId);
  return {
    type: ['Result'],
    resultDescription: criterionId(id, score.criterionId),
    achievedLevel: levelId(id, score.levelId),
    status: 'Completed',
  };
}

const evidence = ({ name, genre, url, narrative, audience }: EvidenceFacts): JsonObject => ({
  id: url,
  type: ['Evidence'],
  name,
  genre,
  narrative,
  audience: audience ?? 'Employers and education providers',
});

/** As Open Badges spells a language (BCP 47: `pt-BR`, `zh-Hant`), without what it has no room for. */
function languageTag(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag);
  return [language, script, region].filter(Boolean).join('-');
}

const filled = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

/** Leaves out what is not known: a signed document has no nulls and no undefined. */
export function compact(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined && inner !== null)
      .map(([name, inner]) => [name, compactValue(inner)]),
  );
}

function compactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(compactValue);
  return value !== null && typeof value === 'object' ? compact(value as JsonObject) : value;
}
