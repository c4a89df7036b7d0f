import { webAddress } from '../../../platform/input.ts';
import type { AssessmentKind, UnitMode } from '../catalog.records.ts';
import type { LossBook } from './loss.ts';
import { isAchievementType } from './open-badges-words.ts';
import type {
  PackageAssessment,
  PackageBadge,
  PackageOutcome,
  PackagePrerequisite,
  PackageRubric,
  PackageUnit,
  Part,
} from './package.ts';

/** What a document may leave open although the catalogue must know it: the importer says what holds then. */
export interface ImportDefaults {
  readonly effortMinutes?: number | null | undefined;
  readonly mode?: UnitMode | null | undefined;
  readonly level?: number | null | undefined;
  readonly kind?: AssessmentKind | null | undefined;
}

/** What the things of a document may refer to. */
export interface Known {
  skill(uri: string): boolean;
  occupation(uri: string): boolean;
  thing(part: Part, uri: string): boolean;
}

export interface Fitting {
  readonly book: LossBook;
  readonly defaults: ImportDefaults;
  readonly known: Known;
  /** Where the thing stands in the document. */
  readonly place: string;
}

/*
 * A thing as the catalogue can hold it: what it must know and is not told comes from the importer, what refers to nothing or says half of something is
 * left out and noted.
 */

export function fitOutcome(
  outcome: PackageOutcome,
  { book, defaults, known, place }: Fitting,
): PackageOutcome {
  const alignments = outcome.alignments
    .map((claim) => ({ ...claim, level: claim.level ?? defaults.level ?? null }))
    .filter((claim) => {
      const why = !known.skill(claim.skillUri)
        ? `No taxonomy here has the skill ${claim.skillUri}. Import its framework first.`
        : claim.level === null
          ? 'An alignment needs a level, which the document does not say. Give a default.'
          : null;
      if (why !== null) book.note(place, claim, why);
      return why === null;
    });
  return { ...outcome, alignments };
}

export function fitAssessment(assessment: PackageAssessment, fitting: Fitting): PackageAssessment {
  const { book, defaults, place } = fitting;
  const rubric = asKept(assessment.rubric);
  if (JSON.stringify(rubric) !== JSON.stringify(assessment.rubric))
    book.note(
      place,
      {},
      'Levels are kept lowest first, and of those that pass the lowest is marked.',
      'INFO',
    );
  return {
    ...assessment,
    rubric,
    kind: assessment.kind ?? defaults.kind ?? null,
    outcomes: there('outcomes', assessment.outcomes, fitting),
  };
}

/** A rubric as the catalogue keeps it: levels lowest first, and of those that pass the lowest marked. */
export const asKept = (rubric: PackageRubric | null): PackageRubric | null =>
  rubric && {
    ...rubric,
    criteria: rubric.criteria.map(({ title, levels }) => {
      const sorted = [...levels].sort((a, b) => a.points - b.points);
      const threshold = sorted.findIndex(({ passing }) => passing);
      return { title, levels: sorted.map((level, at) => ({ ...level, passing: at === threshold })) };
    }),
  };

export function fitBadge(badge: PackageBadge, fitting: Fitting): PackageBadge {
  const { book, place } = fitting;
  const image = imageOf(
    badge,
    badge.imageDigest !== null,
    'An image needs a text that says what it shows, and its digest. Upload it.',
    fitting,
  );
  const lacksSystem = badge.creditValue !== null && badge.creditSystem === null;
  if (lacksSystem)
    book.note(
      place,
      badge.creditValue,
      'Credits need the name of their system, which the document does not say.',
    );
  const renewed = badge.validMonths !== null && (badge.renewal !== 'REFRESH' || badge.renewalText !== null);
  if (!renewed && badge.renewal !== null)
    book.note(place, badge.renewal, 'A renewal needs validMonths, and a text for what has to be done.');
  const typed = badge.achievementType === null || isAchievementType(badge.achievementType);
  if (!typed) book.note(place, badge.achievementType, 'It is no achievement type of Open Badges 3.0.');
  return {
    ...badge,
    ...image,
    imageDigest: image.imageUrl === null ? null : badge.imageDigest,
    creditValue: lacksSystem ? null : badge.creditValue,
    creditSystem: badge.creditValue === null || lacksSystem ? null : badge.creditSystem,
    renewal: renewed ? badge.renewal : null,
    renewalText: renewed && badge.renewal !== null ? badge.renewalText : null,
    achievementType: typed ? badge.achievementType : null,
    outcomes: there('outcomes', badge.outcomes, fitting),
    assessments: there('assessments', badge.assessments, fitting),
    parts: there('badges', badge.parts, fitting),
  };
}

export function fitUnit(unit: PackageUnit, fitting: Fitting): PackageUnit {
  const { book, defaults, known, place } = fitting;
  const priced = unit.priceCents !== null && unit.currency !== null;
  if (!priced && (unit.priceCents !== null || unit.currency !== null))
    book.note(place, unit.priceCents, 'A price needs its currency, and the other way round.');
  const occupations = unit.targetOccupations.filter(known.occupation);
  if (occupations.length < unit.targetOccupations.length)
    book.note(place, unit.targetOccupations, 'Some target occupations are in no taxonomy here.');
  const prerequisites = unit.prerequisites && fitRule(unit.prerequisites, fitting);
  return {
    ...unit,
    ...imageOf(unit, true, 'An image needs a text that says what it shows.', fitting),
    effortMinutes: unit.effortMinutes ?? defaults.effortMinutes ?? null,
    mode: unit.mode ?? defaults.mode ?? null,
    priceCents: priced ? unit.priceCents : null,
    currency: priced ? unit.currency : null,
    targetOccupations: occupations,
    prerequisites,
    outcomes: there('outcomes', unit.outcomes, fitting),
    assessments: there('assessments', unit.assessments, fitting),
  };
}

function imageOf(
  { imageUrl, imageAlt }: { readonly imageUrl: string | null; readonly imageAlt: string | null },
  complete: boolean,
  why: string,
  { book, place }: Fitting,
) {
  if (imageUrl === null && imageAlt === null) return { imageUrl: null, imageAlt: null };
  if (imageUrl !== null && imageAlt !== null && complete && webAddress.safeParse(imageUrl).success)
    return { imageUrl, imageAlt };
  book.note(place, imageUrl ?? imageAlt, why);
  return { imageUrl: null, imageAlt: null };
}

/** The references that lead somewhere. */
function there(part: Part, uris: readonly string[], { book, known, place }: Fitting): string[] {
  const found = uris.filter((uri) => known.thing(part, uri));
  for (const uri of uris)
    if (!found.includes(uri))
      book.note(place, uri, `It refers to ${uri}, which is neither imported with it nor in the catalogue.`);
  return found;
}

/** A rule stays whole or goes: without one of its parts it would ask for something else. */
function fitRule(rule: PackagePrerequisite, { book, known, place }: Fitting): PackagePrerequisite | null {
  const holds = (part: PackagePrerequisite): boolean => {
    if ('of' in part) return part.of.every(holds);
    if (part.op === 'skill') return known.skill(part.uri);
    return known.thing(part.op === 'badge' ? 'badges' : 'outcomes', part.uri);
  };
  if (holds(rule)) return rule;
  book.note(
    place,
    rule,
    'The prerequisites name something that is neither imported with them nor here, and are left out.',
  );
  return null;
}

/** Everything the alignments and rules of a package call a skill. */
export function skillsIn(outcomes: readonly PackageOutcome[], units: readonly PackageUnit[]): string[] {
  const inRule = (rule: PackagePrerequisite): string[] =>
    'of' in rule ? rule.of.flatMap(inRule) : rule.op === 'skill' ? [rule.uri] : [];
  return [
    ...new Set([
      ...outcomes.flatMap(({ alignments }) => alignments.map(({ skillUri }) => skillUri)),
      ...units.flatMap(({ prerequisites }) => (prerequisites ? inRule(prerequisites) : [])),
    ]),
  ];
}
