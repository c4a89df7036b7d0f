/** An alignment of a badge to a skill of a framework, through one of the outcomes it certifies. */
export interface SkillAlignment {
  readonly uri: string;
  readonly label: string;
  readonly code: string | null;
  /** `esco`, `onet`, … */
  readonly frameworkId: string;
  readonly frameworkName: string;
  readonly frameworkVersion: string | null;
  /** EQF step, 1 to 8. */
  readonly level: number;
  /** How the outcome's skill relates to that one: `EXACT`, `CLOSE`, `NARROW`, `BROAD`, `RELATED`. */
  readonly relation: string;
}

/** One criterion of a rubric with its levels, the lowest first. */
export interface RubricCriterion {
  readonly id: string;
  readonly title: string;
  readonly levels: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: number;
    readonly descriptor: string | null;
    readonly passing: boolean;
  }[];
}

/** What a badge version says, as everybody may read it. */
export interface BadgeFacts {
  readonly versionId: string;
  readonly number: number;
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
  /** A page that says the same. */
  readonly criteriaUrl: string | null;
  readonly achievementType: string | null;
  readonly humanCode: string | null;
  readonly fieldOfStudy: string | null;
  readonly specialization: string | null;
  readonly tags: readonly string[];
  /** BCP 47; the first is the language of its texts. */
  readonly languages: readonly string[];
  /** Hundredths of a credit. */
  readonly creditValue: number | null;
  readonly otherIdentifiers: readonly { readonly identifier: string; readonly type: string }[];
  /** How long a credential is valid; null: it does not expire. */
  readonly validMonths: number | null;
  readonly imageUrl: string | null;
  readonly imageAlt: string | null;
  readonly issuer: { readonly organizationId: string; readonly name: string; readonly url: string | null };
  readonly alignments: readonly SkillAlignment[];
  readonly rubric: readonly RubricCriterion[];
  readonly previousVersions: readonly { readonly id: string; readonly number: number }[];
  /** True when it is awarded for other badges. */
  readonly stacked: boolean;
}

/** A piece of work the award rests on. */
export interface EvidenceFacts {
  readonly name: string;
  readonly genre: string;
  readonly url: string | null;
  readonly narrative: string | null;
  /** For whom it was made; null: for those a credential is shown to. */
  readonly audience: string | null;
}

/** Everything one award says: a badge version, a recipient, what was achieved, since when. */
export interface Award {
  readonly credentialId: string;
  readonly issuerDid: string;
  readonly badge: BadgeFacts;
  readonly recipient: Recipient;
  /** The level reached for each criterion. */
  readonly scores: readonly { readonly criterionId: string; readonly levelId: string }[];
  readonly evidence: readonly EvidenceFacts[];
  readonly awardedAt: Date;
  readonly validUntil: Date | null;
  /** The credential it renews; left out when there is none. */
  readonly renews?: Renewed | undefined;
  readonly status: { readonly listId: string; readonly index: number };
}

/** A credential that another one renews. */
export interface Renewed {
  readonly id: string;
  /** SHA-256 of its signed bytes, in hex. */
  readonly digest: string;
}

/** Who receives it: a salted hash of their e-mail address, their DID, or a name made for this credential alone. */
export type Recipient =
  | { readonly kind: 'EMAIL_HASH'; readonly hash: string; readonly salt: string }
  | { readonly kind: 'DID'; readonly did: string }
  | { readonly kind: 'PSEUDONYM'; readonly uri: string };

/** What HAS_SKILL records where a credential does not expire. */
export const NEVER = new Date('9999-12-31T00:00:00.000Z');

/** The instant a credential of this badge stops being valid: so many calendar months later, at most at the month's end. */
export function validUntil(awardedAt: Date, validMonths: number | null): Date | null {
  if (validMonths === null) return null;
  const until = new Date(awardedAt);
  until.setUTCDate(1);
  until.setUTCMonth(until.getUTCMonth() + validMonths);
  const lastDay = new Date(Date.UTC(until.getUTCFullYear(), until.getUTCMonth() + 1, 0)).getUTCDate();
  until.setUTCDate(Math.min(awardedAt.getUTCDate(), lastDay));
  return until;
}

/**
 * The skills a credential of this badge proves, each once at its highest level. Only alignments that mean the skill
 * itself count: an outcome that is merely narrower, broader or related does not prove it.
 */
export function provenSkills(badge: Pick<BadgeFacts, 'alignments'>): { uri: string; level: number }[] {
  const levels = new Map<string, number>();
  for (const { uri, level, relation } of badge.alignments)
    if (relation === 'EXACT' || relation === 'CLOSE') levels.set(uri, Math.max(level, levels.get(uri) ?? 0));
  return [...levels].map(([uri, level]) => ({ uri, level }));
}
