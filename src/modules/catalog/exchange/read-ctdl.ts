import { type CtdlNode, ctdlNodes } from './ctdl-graph.ts';
import type { CtdlReading } from './ctdl-reading.ts';
import { ASSESSMENT_TYPES, COURSE_TYPES, CREDENTIAL_TYPES, RUBRIC_PARTS } from './ctdl-words.ts';
import { isUri, parseJson, type ReadDocument, unreadable } from './document.ts';
import { type Loss, LossBook } from './loss.ts';
import { readAssessment } from './read-ctdl-assessment.ts';
import { readFrameworks } from './read-ctdl-framework.ts';
import { OWN, readBadge, readOutcome, readUnit } from './read-ctdl-things.ts';

/** Types that only say more about the thing they stand in, which reads them itself. */
const SUPPORTING =
  /:(ConditionProfile|CredentialAlignmentObject|AlignmentObject|DurationProfile|CostProfile|ValueProfile|QuantitativeValue|IdentifierValue|ComponentLevel|DefinedTerm)$/;
const OWNERS = /:(CredentialOrganization|Organization|QACredentialOrganization|Agent|Person)$/;

/**
 * Reads credentials as badges, courses as learning units, assessments with their rubrics, and competencies: those of a framework become concepts of
 * that framework, others outcomes. Refuses a document that describes none of these, saying what it does describe.
 */
export function readCtdl(text: string): ReadDocument {
  const book = new LossBook('DOCUMENT');
  const nodes = ctdlNodes(parseJson(text), book);
  const known = new Map<string, CtdlNode>();
  for (const node of nodes) if (node.id !== null && !known.has(node.id)) known.set(node.id, node);
  const reading: CtdlReading = {
    book,
    places: new Map(),
    known,
    outcomes: new Map(),
    badges: [],
    assessments: [],
    units: [],
    frameworks: [],
  };
  const concepts = readFrameworks(nodes, reading);
  const rest = nodes.filter((node) => !concepts.has(node));
  for (const node of rest) if (node.types.includes('ceasn:Competency')) named(node, reading, readOutcome);
  for (const node of rest) readThing(node, reading);
  const { badges, assessments, units, frameworks, outcomes } = reading;
  if (badges.length + assessments.length + units.length + frameworks.length + outcomes.size === 0)
    throw nothingIn(nodes, book.losses);
  return {
    content: { badges, outcomes: [...outcomes.values()], assessments, units, frameworks },
    losses: book.losses,
    places: reading.places,
  };
}

function readThing(node: CtdlNode, reading: CtdlReading): void {
  const { types } = node;
  const is = (known: readonly string[]) => types.some((type) => known.includes(type));
  if (is(['ceasn:Competency', 'ceasn:CompetencyFramework', ...RUBRIC_PARTS])) return;
  if (is([...CREDENTIAL_TYPES.keys()])) named(node, reading, readBadge);
  else if (is(ASSESSMENT_TYPES)) named(node, reading, readAssessment);
  else if (is(COURSE_TYPES)) named(node, reading, readUnit);
  else if (types.some((type) => OWNERS.test(type))) reading.book.note(node.place, {}, OWN, 'INFO');
  else if (!types.some((type) => SUPPORTING.test(type)))
    reading.book.note(node.place, {}, `The catalogue has no place for ${spoken(types)}.`, 'ERROR');
}

/** Reads a thing that has a URI of its own and was not read before; says why another is left out. */
function named(
  node: CtdlNode,
  reading: CtdlReading,
  read: (node: CtdlNode & { id: string }, reading: CtdlReading) => void,
): void {
  const { id, place, types } = node;
  if (id === null || id.startsWith('_:') || !isUri(id))
    reading.book.note(place, {}, `${capital(spoken(types))} ${NAMELESS}`, 'ERROR');
  else if (reading.places.has(id))
    reading.book.note(place, {}, 'It is described a second time; the first description is used.');
  else read({ ...node, id }, reading);
}

const NAMELESS = 'without a URI could never be found again.';

function nothingIn(nodes: readonly CtdlNode[], losses: readonly Loss[]) {
  const nameless = losses.find(({ why }) => why.endsWith(NAMELESS));
  if (nameless) return unreadable(nameless.path, nameless.why);
  const types = new Map<string, number>();
  for (const { types: each } of nodes)
    if (!each.some((type) => SUPPORTING.test(type)))
      types.set(spoken(each), (types.get(spoken(each)) ?? 0) + 1);
  const listed = [...types].map(([type, count]) => `${count} × ${type.replace(/^an? /, '')}`).join(', ');
  return unreadable(
    '',
    listed === ''
      ? 'it describes nothing that CTDL has a type for.'
      : `it describes nothing the catalogue has a place for, only ${listed}. Credentials, courses, assessments, competencies and their frameworks can be imported.`,
  );
}

/** `a Pathway`, `an Occupation`, `a ConceptScheme and ProgressionModel`. */
function spoken(types: readonly string[]): string {
  const words = types.map((type) => type.replace(/^(_|ceterms|ceasn|asn|skos|schema):/, '')).join(' and ');
  return `${/^[AEIOU]/.test(words) ? 'an' : 'a'} ${words}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
