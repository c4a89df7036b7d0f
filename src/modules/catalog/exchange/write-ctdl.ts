import { ALIGNMENT_WORDS, CTDL_CONTEXT, ctdlTypeOf, DELIVERY_WORDS, METHOD_WORDS } from './ctdl-words.ts';
import type { Json, JsonObject, WritingFacts, WrittenDocument } from './document.ts';
import { EXTENSION, KEPT, restOf, restOfAlignment } from './extension.ts';
import { LossBook, pointer } from './loss.ts';
import { majorUnits } from './money.ts';
import {
  badgesOfAll,
  type CataloguePackage,
  type PackageAssessment,
  type PackageBadge,
  type PackageFramework,
  type PackageOutcome,
  type PackageUnit,
} from './package.ts';

type Note = { readonly book: LossBook; readonly owner: string };

/**
 * The catalogue in CTDL as one JSON-LD graph: badges as credentials, outcomes as competencies, assessments with their rubrics, learning units as courses, frameworks
 * with their competencies. What CTDL has no word for is kept in an extension of the thing.
 */
export function writeCtdl(content: CataloguePackage, { publisher }: WritingFacts): WrittenDocument {
  const book = new LossBook('CATALOGUE');
  const note: Note = { book, owner: publisher.uri };
  const statements = new Map(content.outcomes.map(({ uri, statement }) => [uri, statement]));
  const graph = [
    ...content.frameworks.flatMap((framework, index) => frameworkNodes(framework, index, note)),
    ...content.outcomes.map((outcome, index) => outcomeNode(outcome, index, note)),
    ...content.assessments.flatMap((assessment, index) =>
      assessmentNodes(assessment, index, statements, note),
    ),
    ...content.badges.map((badge, index) => badgeNode(badge, index, statements, note)),
    ...content.units.map((unit, index) => unitNode(unit, index, statements, note)),
  ];
  const organization = compact({
    '@id': publisher.uri,
    '@type': 'ceterms:CredentialOrganization',
    'ceterms:name': publisher.name,
    'ceterms:subjectWebpage': publisher.url,
  });
  const document = { '@context': CTDL_CONTEXT, '@graph': [organization, ...graph] };
  return { document: JSON.stringify(document, null, 2), losses: book.losses };
}

/** A text in the language of its thing, where that is stated. */
const inLanguage = (text: string | null, languages: readonly string[]): Json =>
  text === null || languages[0] === undefined ? text : { [languages[0]]: text };

const target = (word: string): JsonObject => ({
  '@type': 'ceterms:CredentialAlignmentObject',
  'ceterms:targetNode': word,
});

const filled = (list: readonly Json[]): Json => (list.length > 0 ? list : null);

const aligned = (uris: readonly string[], statements: ReadonlyMap<string, string>): Json =>
  filled(
    uris.map((uri) =>
      compact({
        '@type': 'ceterms:CredentialAlignmentObject',
        'ceterms:targetNode': uri,
        'ceterms:targetNodeName': statements.get(uri) ?? null,
      }),
    ),
  );

function badgeNode(
  badge: PackageBadge,
  index: number,
  statements: ReadonlyMap<string, string>,
  { book, owner }: Note,
): JsonObject {
  const { languages, validMonths } = badge;
  const { type, exact } = ctdlTypeOf(badge.achievementType);
  const condition = compact({
    'ceterms:description': inLanguage(badge.criteria, languages),
    'ceterms:targetCompetency': aligned(badge.outcomes, statements),
    'ceterms:targetAssessment': filled(badge.assessments),
    'ceterms:targetCredential': filled(badge.parts),
  });
  const held = ['name', 'description', 'criteria', 'tags', 'languages', 'outcomes', 'assessments', 'parts'];
  held.push('validMonths', 'imageUrl', ...(exact ? ['achievementType'] : []));
  return compact({
    '@id': badge.uri,
    '@type': type,
    'ceterms:name': inLanguage(badge.name, languages),
    'ceterms:description': inLanguage(badge.description, languages),
    'ceterms:ownedBy': [owner],
    'ceterms:inLanguage': filled(languages),
    'ceterms:keyword': filled(badge.tags),
    'ceterms:image': badge.imageUrl,
    'ceterms:renewalFrequency': validMonths === null ? null : `P${validMonths}M`,
    'ceterms:requires':
      Object.keys(condition).length === 0 ? null : [{ '@type': 'ceterms:ConditionProfile', ...condition }],
    ...restOf('badges', index, badge, held, book),
  });
}

function outcomeNode(outcome: PackageOutcome, index: number, { book, owner }: Note): JsonObject {
  const groups = new Map<string, string[]>();
  for (const { relation, skillUri } of outcome.alignments) {
    const word = ALIGNMENT_WORDS[relation];
    groups.set(word, [...(groups.get(word) ?? []), skillUri]);
  }
  const details = outcome.alignments.map((alignment, at) => restOfAlignment(alignment, index, at, book));
  const rest = restOf('outcomes', index, outcome, ['statement', 'alignments'], book)[EXTENSION];
  const alignments = details.some((each) => each !== null) ? { alignments: outcome.alignments } : null;
  return compact({
    '@id': outcome.uri,
    '@type': 'ceasn:Competency',
    'ceasn:competencyText': outcome.statement,
    'ceasn:creator': [owner],
    ...Object.fromEntries(groups),
    [EXTENSION]:
      rest === undefined && alignments === null ? null : { ...(rest as JsonObject), ...alignments },
  });
}

function assessmentNodes(
  assessment: PackageAssessment,
  index: number,
  statements: ReadonlyMap<string, string>,
  { book, owner }: Note,
): JsonObject[] {
  const { uri, kind, rubric } = assessment;
  const method = kind === null ? undefined : METHOD_WORDS[kind];
  const held = ['title', 'task', 'outcomes', 'rubric', 'supervised'];
  if (method !== undefined) held.push('kind');
  return [
    compact({
      '@id': uri,
      '@type': 'ceterms:AssessmentProfile',
      'ceterms:name': assessment.title,
      'ceterms:description': assessment.task,
      'ceterms:ownedBy': [owner],
      'ceterms:assesses': aligned(assessment.outcomes, statements),
      'ceterms:isProctored': assessment.supervised,
      'ceterms:assessmentMethodType': method === undefined ? null : [target(method)],
      'ceterms:hasRubric': rubric && [`${uri}#rubric`],
      ...restOf('assessments', index, assessment, held, book),
    }),
    ...rubricNodes(assessment, index, book),
  ];
}

/** A rubric, its criteria and their levels; which level passes stands in the extension, for CTDL does not say. */
function rubricNodes({ uri, rubric }: PackageAssessment, index: number, book: LossBook): JsonObject[] {
  if (rubric === null) return [];
  const criterionId = (at: number) => `${uri}#criterion-${at + 1}`;
  const levelId = (at: number, step: number) => `${criterionId(at)}-level-${step + 1}`;
  return [
    compact({
      '@id': `${uri}#rubric`,
      '@type': 'ceasn:Rubric',
      'ceasn:name': rubric.title,
      'ceasn:hasRubricCriterion': rubric.criteria.map((_, at) => criterionId(at)),
    }),
    ...rubric.criteria.flatMap(({ title, levels }, at) => [
      {
        '@id': criterionId(at),
        '@type': 'ceasn:RubricCriterion',
        'ceasn:name': title,
        'ceasn:hasCriterionLevel': levels.map((_, step) => levelId(at, step)),
      },
      ...levels.map(({ title: label, points, descriptor, passing }, step) => {
        if (passing)
          book.note(
            pointer('assessments', index, 'rubric', 'criteria', at, 'levels', step, 'passing'),
            passing,
            KEPT,
            'INFO',
          );
        return compact({
          '@id': levelId(at, step),
          '@type': 'ceasn:CriterionLevel',
          'ceasn:benchmarkLabel': label,
          'ceasn:benchmarkText': descriptor,
          'schema:value': points,
          [EXTENSION]: passing ? { passing } : null,
        });
      }),
    ]),
  ];
}

function unitNode(
  unit: PackageUnit,
  index: number,
  statements: ReadonlyMap<string, string>,
  { book, owner }: Note,
): JsonObject {
  const { languages, mode, effortMinutes, priceCents, currency } = unit;
  const delivery = mode === null ? undefined : DELIVERY_WORDS[mode];
  const asked = badgesOfAll(unit.prerequisites);
  const priced = priceCents !== null && currency !== null;
  const held = ['title', 'description', 'effortMinutes', 'languages', 'imageUrl'];
  held.push('outcomes', 'assessments', ...(priced ? ['priceCents', 'currency'] : []));
  if (delivery !== undefined) held.push('mode');
  if (asked !== null) held.push('prerequisites');
  return compact({
    '@id': unit.uri,
    '@type': 'ceterms:Course',
    'ceterms:name': inLanguage(unit.title, languages),
    'ceterms:description': inLanguage(unit.description, languages),
    'ceterms:offeredBy': [owner],
    'ceterms:inLanguage': filled(languages),
    'ceterms:image': unit.imageUrl,
    'ceterms:estimatedDuration':
      effortMinutes === null
        ? null
        : [{ '@type': 'ceterms:DurationProfile', 'ceterms:exactDuration': `PT${effortMinutes}M` }],
    'ceterms:estimatedCost': priced
      ? [
          {
            '@type': 'ceterms:CostProfile',
            'ceterms:price': majorUnits(priceCents, currency),
            'ceterms:currency': currency,
          },
        ]
      : null,
    'ceterms:deliveryType': delivery === undefined ? null : [target(delivery)],
    'ceterms:teaches': aligned(unit.outcomes, statements),
    'ceterms:hasPart': filled(unit.assessments),
    'ceterms:requires':
      asked === null || asked.length === 0
        ? null
        : [{ '@type': 'ceterms:ConditionProfile', 'ceterms:targetCredential': asked }],
    ...restOf('units', index, unit, held, book),
  });
}

function frameworkNodes(framework: PackageFramework, index: number, { book }: Note): JsonObject[] {
  const held = ['name', 'publisher', 'url', 'licence', 'version', 'concepts'];
  const top = framework.concepts.filter(({ broader }) => broader.length === 0).map(({ uri }) => uri);
  return [
    compact({
      '@id': framework.uri,
      '@type': 'ceasn:CompetencyFramework',
      'ceasn:name': framework.name,
      'ceasn:publisherName': framework.publisher,
      'ceasn:source': framework.url,
      'ceasn:license': framework.licence,
      'ceasn:dateModified': framework.version,
      'ceasn:hasTopChild': filled(top),
      ...restOf('frameworks', index, framework, held, book),
    }),
    ...framework.concepts.map(({ uri, code, skillType, broader, texts }) =>
      compact({
        '@id': uri,
        '@type': 'ceasn:Competency',
        'ceasn:isPartOf': framework.uri,
        'ceasn:codedNotation': code,
        'ceasn:competencyCategory': skillType === null ? null : skillType === 'SKILL' ? 'Skill' : 'Knowledge',
        'ceasn:isTopChildOf': broader.length === 0 ? framework.uri : null,
        'ceasn:isChildOf': filled(broader),
        'ceasn:competencyLabel': mapOf(
          texts
            .filter(({ description }) => description !== null)
            .map(({ language, label }) => [language, label]),
        ),
        'ceasn:competencyText': mapOf(
          texts.map(({ language, label, description }) => [language, description ?? label]),
        ),
      }),
    ),
  ];
}

const mapOf = (entries: readonly (readonly [string, string])[]): Json =>
  entries.length === 0 ? null : Object.fromEntries(entries);

const compact = (value: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)) as JsonObject;
