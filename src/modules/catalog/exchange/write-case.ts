import { ASSOCIATIONS, CATALOGUE_TYPE, OUTCOME_ITEM, uuidOf } from './case-words.ts';
import type { Json, JsonObject, WritingFacts, WrittenDocument } from './document.ts';
import { EXTENSION, KEPT, restOf, restOfAlignment } from './extension.ts';
import { LossBook, pointer } from './loss.ts';
import {
  type CataloguePackage,
  type PackageAssessment,
  type PackageFramework,
  saysNothing,
} from './package.ts';

/**
 * A CFPackage of CASE 1.1. A framework by itself is its document, with the competencies as items. Anything else is a catalogue: its outcomes are the
 * items, their alignments associations, the rubrics of its assessments CFRubrics; badges and learning units have no place and are kept in extensions.
 */
export function writeCase(content: CataloguePackage, facts: WritingFacts): WrittenDocument {
  const book = new LossBook('CATALOGUE');
  const [framework] = content.frameworks;
  const others = [content.badges, content.outcomes, content.assessments, content.units];
  const alone =
    framework !== undefined && content.frameworks.length === 1 && others.every((list) => list.length === 0);
  const document = alone ? frameworkPackage(framework, facts, book) : cataloguePackage(content, facts, book);
  return { document: JSON.stringify(document, null, 2), losses: book.losses };
}

/** What identifies a thing in CASE. */
const identity = (uri: string, { now }: WritingFacts) => ({
  identifier: uuidOf(uri),
  uri,
  lastChangeDateTime: now.toISOString().replace(/\.\d+Z$/, 'Z'),
});

const link = (title: string, uri: string) => ({ title, identifier: uuidOf(uri), uri });

function association(type: string, origin: JsonObject, destination: JsonObject, facts: WritingFacts) {
  const uri = `urn:uuid:${uuidOf(`${origin['uri']} ${type} ${destination['uri']}`)}`;
  return {
    ...identity(uri, facts),
    associationType: type,
    originNodeURI: origin,
    destinationNodeURI: destination,
  };
}

function cataloguePackage(content: CataloguePackage, facts: WritingFacts, book: LossBook): JsonObject {
  const { publisher } = facts;
  const graded = content.assessments.filter(({ rubric }) => rubric !== null);
  const kept = {
    badges: content.badges,
    units: content.units,
    frameworks: content.frameworks,
    assessments: content.assessments.filter(({ rubric }) => rubric === null),
  };
  for (const [part, things] of Object.entries(kept))
    for (const thing of things)
      book.note(pointer(part, positionOf(content, part, thing)), thing, KEPT, 'INFO');
  return compact({
    CFDocument: {
      ...identity(`${publisher.uri}#catalogue`, facts),
      caseVersion: '1.1',
      frameworkType: CATALOGUE_TYPE,
      title: `Catalogue of ${publisher.name}`,
      creator: publisher.name,
    },
    CFItems: content.outcomes.map((outcome, index) => {
      const { [EXTENSION]: rest } = restOf('outcomes', index, outcome, ['statement', 'alignments'], book);
      return compact({
        ...identity(outcome.uri, facts),
        fullStatement: outcome.statement,
        CFItemType: OUTCOME_ITEM,
        extensions: rest === undefined ? null : { [EXTENSION]: rest },
      });
    }),
    CFAssociations: associations(content, facts, book),
    CFRubrics: graded.map((assessment) =>
      rubricOf(assessment, content.assessments.indexOf(assessment), facts, book),
    ),
    extensions: Object.values(kept).some((things) => things.length > 0) ? { [EXTENSION]: kept } : null,
  });
}

const positionOf = (content: CataloguePackage, part: string, thing: unknown): number =>
  (content[part as keyof CataloguePackage] as readonly unknown[]).indexOf(thing);

const associations = (content: CataloguePackage, facts: WritingFacts, book: LossBook): JsonObject[] =>
  content.outcomes.flatMap((outcome, index) =>
    outcome.alignments.map((alignment, at) => {
      const { skillUri, relation } = alignment;
      const skill = facts.skills.get(skillUri);
      const rest = restOfAlignment(alignment, index, at, book);
      return compact({
        ...association(
          ASSOCIATIONS[relation],
          link(outcome.statement, outcome.uri),
          link(skill?.label ?? skillUri, skillUri),
          facts,
        ),
        extensions: rest === null ? null : { [EXTENSION]: rest },
      });
    }),
  );

function rubricOf(
  assessment: PackageAssessment,
  index: number,
  facts: WritingFacts,
  book: LossBook,
): JsonObject {
  const { rubric, uri, ...rest } = assessment;
  const id = `${uri}#rubric`;
  for (const [name, value] of Object.entries(rest))
    if (!saysNothing('assessments', name, value))
      book.note(pointer('assessments', index, name), value, KEPT, 'INFO');
  return compact({
    ...identity(id, facts),
    title: rubric?.title ?? null,
    CFRubricCriteria: (rubric?.criteria ?? []).map(({ title, levels }, at) => {
      const criterion = `${uri}#criterion-${at + 1}`;
      return {
        ...identity(criterion, facts),
        description: title,
        position: at + 1,
        rubricId: uuidOf(id),
        CFRubricCriterionLevels: levels.map(({ title: quality, points, descriptor, passing }, step) => {
          if (passing)
            book.note(
              pointer('assessments', index, 'rubric', 'criteria', at, 'levels', step, 'passing'),
              passing,
              KEPT,
              'INFO',
            );
          return compact({
            ...identity(`${criterion}-level-${step + 1}`, facts),
            quality,
            description: descriptor,
            score: points,
            position: step + 1,
            rubricCriterionId: uuidOf(criterion),
            extensions: passing ? [{ [EXTENSION]: { passing } }] : null,
          });
        }),
      };
    }),
    extensions: { [EXTENSION]: { uri, ...rest } as Json },
  });
}

function frameworkPackage(framework: PackageFramework, facts: WritingFacts, book: LossBook): JsonObject {
  const { concepts, version, licence } = framework;
  const titles = new Map(concepts.map(({ uri, texts }) => [uri, texts[0]?.label ?? uri]));
  const document = link(framework.name, framework.uri);
  if (licence !== null) book.note(pointer('frameworks', 0, 'licence'), licence, KEPT, 'INFO');
  if (framework.publisher === null)
    book.note(
      pointer('frameworks', 0, 'publisher'),
      null,
      'CASE asks for a creator; your organisation stands there.',
      'INFO',
    );
  return {
    CFDocument: compact({
      ...identity(framework.uri, facts),
      caseVersion: '1.1',
      title: framework.name,
      creator: framework.publisher ?? facts.publisher.name,
      publisher: framework.publisher,
      officialSourceURL: framework.url,
      version,
      extensions: licence === null ? null : { [EXTENSION]: { licence } },
    }),
    CFItems: concepts.map(({ uri, code, skillType, texts }, index) => {
      const [first, ...others] = texts;
      others.forEach((text, at) => {
        book.note(pointer('frameworks', 0, 'concepts', index, 'texts', at + 1), text, KEPT, 'INFO');
      });
      return compact({
        ...identity(uri, facts),
        fullStatement: first?.description ?? first?.label ?? uri,
        abbreviatedStatement: first?.description == null ? null : first.label,
        language: first?.language ?? null,
        humanCodingScheme: code,
        CFItemType: skillType === null ? null : skillType === 'SKILL' ? 'Skill' : 'Knowledge',
        extensions: others.length === 0 ? null : { [EXTENSION]: { texts: others } },
      });
    }),
    CFAssociations: concepts.flatMap(({ uri, broader }) => {
      const origin = link(titles.get(uri) ?? uri, uri);
      return broader.length === 0
        ? [association('isChildOf', origin, document, facts)]
        : broader.map((above) =>
            association('isChildOf', origin, link(titles.get(above) ?? above, above), facts),
          );
    }),
  };
}

const compact = (value: Readonly<Record<string, unknown>>): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== null)) as JsonObject;
