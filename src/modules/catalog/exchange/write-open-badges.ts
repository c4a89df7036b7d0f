import type { Json, JsonObject, WritingFacts, WrittenDocument } from './document.ts';
import { EXTENSION, KEPT, restOf } from './extension.ts';
import { LossBook, pointer } from './loss.ts';
import { isAchievementType, levelWords, OPEN_BADGES_CONTEXT, OUTCOME_TARGET } from './open-badges-words.ts';
import { type CataloguePackage, type PackageAssessment, type PackageBadge, saysNothing } from './package.ts';

/**
 * Badges as Achievements of Open Badges 3.0: one by itself, several in a `@graph`. Outcomes and the skills they are aligned to become
 * alignments, the criteria of rubrics become result descriptions. What else the catalogue says of outcomes, assessments and learning units is
 * kept in an extension of the first achievement.
 */
export function writeOpenBadges(content: CataloguePackage, facts: WritingFacts): WrittenDocument {
  const book = new LossBook('CATALOGUE');
  const achievements = content.badges.map((badge, index) => achievement(content, badge, index, facts, book));
  const beside = besideBadges(content, book);
  const head = { '@context': OPEN_BADGES_CONTEXT as unknown as Json };
  const [only] = achievements;
  const document =
    achievements.length === 1 && only !== undefined && beside === undefined
      ? { ...head, ...only }
      : { ...head, '@graph': achievements, ...(beside !== undefined && { [EXTENSION]: beside }) };
  return { document: JSON.stringify(document, null, 2), losses: book.losses };
}

/** The outcomes, assessments and learning units as they are: an achievement only points to them. */
function besideBadges(content: CataloguePackage, book: LossBook): Json | undefined {
  const { frameworks, outcomes, assessments, units } = content;
  frameworks.forEach((framework, index) => {
    book.note(
      pointer('frameworks', index),
      framework,
      'Open Badges has no frameworks of skills. Export it as CTDL or CASE.',
      'ERROR',
    );
  });
  outcomes.forEach((outcome, index) => {
    for (const [name, value] of Object.entries(outcome))
      if (!['uri', 'statement'].includes(name) && !saysNothing('outcomes', name, value))
        book.note(pointer('outcomes', index, name), value, KEPT, 'INFO');
    if (!content.badges.some((badge) => badge.outcomes.includes(outcome.uri)))
      book.note(pointer('outcomes', index), outcome, KEPT, 'INFO');
  });
  for (const [part, things] of Object.entries({ assessments, units }))
    things.forEach((thing, index) => {
      book.note(pointer(part, index), thing, KEPT, 'INFO');
    });
  if (outcomes.length + assessments.length + units.length === 0) return undefined;
  return { outcomes, assessments, units } as unknown as Json;
}

function achievement(
  content: CataloguePackage,
  badge: PackageBadge,
  index: number,
  facts: WritingFacts,
  book: LossBook,
): JsonObject {
  const { achievementType, creditValue, imageUrl, imageAlt, languages, tags } = badge;
  const typed = achievementType !== null && isAchievementType(achievementType);
  const held = [
    'name',
    'description',
    'criteria',
    'criteriaUrl',
    'humanCode',
    'fieldOfStudy',
    'specialization',
    'otherIdentifiers',
    'outcomes',
    'tags',
    'creditValue',
    ...(typed ? ['achievementType'] : []),
    ...(imageUrl !== null ? ['imageUrl', 'imageAlt'] : []),
    ...(languages.length === 1 && isSpelt(languages[0] ?? '') ? ['languages'] : []),
  ];
  const assessments = content.assessments.filter(({ uri }) => badge.assessments.includes(uri));
  return compact({
    id: badge.uri,
    type: ['Achievement'],
    name: badge.name,
    description: badge.description ?? '',
    criteria: compact({ id: badge.criteriaUrl, narrative: badge.criteria }),
    humanCode: badge.humanCode,
    fieldOfStudy: badge.fieldOfStudy,
    specialization: badge.specialization,
    otherIdentifier: filled(
      badge.otherIdentifiers.map(({ identifier, type }) => ({
        type: 'IdentifierEntry',
        identifier,
        identifierType: type,
      })),
    ),
    achievementType: typed ? achievementType : null,
    creator: compact({
      id: facts.publisher.uri,
      type: ['Profile'],
      name: facts.publisher.name,
      url: facts.publisher.url,
    }),
    creditsAvailable: creditValue === null ? null : creditValue / 100,
    tag: tags.length > 0 ? tags : null,
    inLanguage: held.includes('languages') ? spelt(languages[0] ?? '') : null,
    image: imageUrl === null ? null : compact({ id: imageUrl, type: 'Image', caption: imageAlt }),
    alignment: filled(alignments(content, badge, facts)),
    resultDescription: filled(assessments.flatMap(resultDescriptions)),
    ...restOf('badges', index, badge, held, book),
  });
}

/** Open Badges spells a language `en` or `en-US`. */
const spelt = (language: string): string => {
  const [base = '', region] = language.split('-');
  return region === undefined ? base : `${base}-${region.toUpperCase()}`;
};
const isSpelt = (language: string): boolean => /^[a-z]{2,3}(-[a-z]{2})?$/.test(language);

function alignments(content: CataloguePackage, badge: PackageBadge, facts: WritingFacts): JsonObject[] {
  const outcomes = badge.outcomes.map((uri) => ({
    uri,
    outcome: content.outcomes.find((each) => each.uri === uri),
  }));
  const seen = new Set<string>();
  return [
    ...outcomes.map(({ uri, outcome }) => ({
      type: ['Alignment'],
      targetName: outcome?.statement ?? uri,
      targetUrl: uri,
      targetType: OUTCOME_TARGET,
    })),
    ...outcomes
      .flatMap(({ outcome }) => outcome?.alignments ?? [])
      .filter(({ skillUri }) => !seen.has(skillUri) && seen.add(skillUri))
      .map(({ skillUri, level }) => {
        const skill = facts.skills.get(skillUri);
        return compact({
          type: ['Alignment'],
          targetName: skill?.label ?? skillUri,
          targetUrl: skillUri,
          targetCode: skill?.code ?? null,
          targetFramework: skill?.framework ?? null,
          targetDescription: level === null ? null : levelWords(level),
        });
      }),
  ];
}

const resultDescriptions = ({ uri, rubric }: PackageAssessment): JsonObject[] =>
  (rubric?.criteria ?? []).map(({ title, levels }, criterion) => {
    const id = `${uri}#criterion-${criterion + 1}`;
    const passing = levels.findIndex((level) => level.passing);
    return compact({
      id,
      type: ['ResultDescription'],
      name: title,
      resultType: 'RubricCriterionLevel',
      requiredLevel: passing < 0 ? null : `${id}-level-${passing + 1}`,
      rubricCriterionLevel: levels.map((level, step) =>
        compact({
          id: `${id}-level-${step + 1}`,
          type: ['RubricCriterionLevel'],
          name: level.title,
          description: level.descriptor,
          points: String(level.points),
        }),
      ),
    });
  });

const filled = (list: readonly JsonObject[]): Json => (list.length > 0 ? list : null);

/** Leaves out what is not stated: a document of Open Badges has no nulls. */
const compact = (value: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)) as JsonObject;
