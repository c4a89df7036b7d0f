import { type CtdlNode, refsIn } from './ctdl-graph.ts';
import type { CtdlReading } from './ctdl-reading.ts';
import { distinctOf, isUri, unreadable } from './document.ts';
import { type Fields, textsIn } from './fields.ts';
import { circleIn } from './hierarchy.ts';
import { newFramework, type PackageConcept, type PackageFramework } from './package.ts';
import { languagesIn, NO_PLACE } from './read-ctdl-things.ts';

/**
 * Reads the frameworks of a document and answers which things that used up: the frameworks themselves and the competencies that say they are part of
 * one, or stand below one that does. Where there is one framework only, competencies that do not say belong to it.
 */
export function readFrameworks(nodes: readonly CtdlNode[], reading: CtdlReading): ReadonlySet<CtdlNode> {
  const used = new Set<CtdlNode>();
  const frameworks = nodes.filter(({ types }) => types.includes('ceasn:CompetencyFramework'));
  const competencies = nodes.filter(({ types }) => types.includes('ceasn:Competency'));
  for (const node of frameworks) {
    used.add(node);
    const own = competencies.filter(
      (each) => !used.has(each) && belongs(each, node, frameworks.length === 1),
    );
    for (const each of own) used.add(each);
    const framework = readFramework(node, own, reading);
    if (framework) reading.frameworks.push(framework);
  }
  return used;
}

function belongs({ fields }: CtdlNode, framework: CtdlNode, only: boolean): boolean {
  const stated = ['ceasn:isPartOf', 'ceasn:isTopChildOf'].flatMap((name) => refsIn(fields.take(name)));
  return stated.includes(framework.id) || (only && stated.length === 0);
}

function readFramework(
  { id, place, fields }: CtdlNode,
  competencies: readonly CtdlNode[],
  reading: CtdlReading,
): PackageFramework | null {
  const { book, places } = reading;
  const languages = languagesIn(fields.take('ceasn:inLanguage'));
  const name = fields.text('ceasn:name', languages);
  if (id === null || !isUri(id) || name === null) {
    book.note(place, {}, 'A framework needs a URI and a name.', 'ERROR');
    return null;
  }
  if (places.has(id)) {
    book.note(place, {}, 'It is described a second time; the first description is used.');
    return null;
  }
  places.set(id, place);
  const children = childrenIn(competencies);
  const concepts = new Map<string, PackageConcept>();
  for (const node of competencies) {
    const concept = readConcept(node, {
      reading,
      languages: languages.length > 0 ? languages : ['en'],
      framework: id,
      children,
    });
    if (concept && !concepts.has(concept.uri)) concepts.set(concept.uri, concept);
  }
  for (const part of ['ceasn:hasTopChild', 'ceterms:ctid']) fields.take(part);
  const dates = ['ceasn:dateModified', 'ceasn:dateCreated', 'ceasn:dateAvailableFrom', 'ceasn:dateCopyright'];
  const version = dates
    .map((date) => (fields.has(date) ? fields.text(date) : null))
    .find((date) => date !== null);
  const framework = newFramework({
    uri: id,
    name,
    publisher: fields.text('ceasn:publisherName', languages),
    url: uriOrText(fields, 'ceasn:source'),
    licence: uriOrText(fields, 'ceasn:license'),
    version: version ?? null,
    concepts: withoutStrangers([...concepts.values()], book, places),
  });
  fields.finish(NO_PLACE);
  const circle = circleIn(framework.concepts);
  if (circle !== null)
    throw unreadable(
      places.get(circle) ?? place,
      'this competency stands above itself. A hierarchy must have no circle.',
    );
  return framework;
}

const uriOrText = (fields: Fields, name: string): string | null => {
  const value = fields.take(name);
  return refsIn(value)[0] ?? textsIn(value)[0]?.text ?? null;
};

/** What stands above each competency, as those above it say. */
function childrenIn(competencies: readonly CtdlNode[]): ReadonlyMap<string, readonly string[]> {
  const above = new Map<string, string[]>();
  for (const { id, fields } of competencies)
    for (const child of refsIn(fields.take('ceasn:hasChild')))
      if (child !== null && id !== null) above.set(child, [...(above.get(child) ?? []), id]);
  return above;
}

interface Around {
  readonly reading: CtdlReading;
  readonly languages: readonly string[];
  readonly framework: string;
  readonly children: ReadonlyMap<string, readonly string[]>;
}

function readConcept({ id, place, fields }: CtdlNode, around: Around): PackageConcept | null {
  const { reading, framework, children } = around;
  const { book, places } = reading;
  const own = languagesIn(fields.take('ceasn:inLanguage'));
  const texts = textsOf(fields, own[0] ?? around.languages[0] ?? 'en');
  if (id === null || !isUri(id) || texts.length === 0) {
    book.note(place, {}, 'A competency needs a URI and a text.', 'ERROR');
    return null;
  }
  if (places.has(id)) {
    book.note(place, {}, 'It is described a second time; the first description is used.');
    return null;
  }
  places.set(id, place);
  fields.take('ceterms:ctid');
  const broader = [...refsIn(fields.take('ceasn:isChildOf')), ...(children.get(id) ?? [])];
  const concept = {
    uri: id,
    code: fields.text('ceasn:codedNotation'),
    skillType: skillTypeOf(fields),
    broader: distinctOf(broader.filter((uri) => uri !== null && uri !== framework) as string[]).sort(),
    texts,
  };
  fields.finish(NO_PLACE);
  return concept;
}

/** The label in each language, with the text as its description where a competency has both. */
function textsOf(fields: Fields, language: string) {
  const inEach = (name: string) => {
    const said = new Map<string, string>();
    for (const { language: tag, text } of textsIn(fields.take(name)))
      if (!said.has(tag ?? language)) said.set(tag ?? language, text);
    return said;
  };
  const labels = inEach('ceasn:competencyLabel');
  const texts = inEach('ceasn:competencyText');
  return distinctOf([...labels.keys(), ...texts.keys()])
    .sort()
    .map((tag) => {
      const label = labels.get(tag);
      const words = texts.get(tag);
      return {
        language: tag,
        label: label ?? words ?? '',
        description: label === undefined ? null : (words ?? null),
      };
    });
}

/** CTDL names categories freely; the two that every taxonomy here knows are kept. */
function skillTypeOf(fields: Fields): 'SKILL' | 'KNOWLEDGE' | null {
  const [word] = textsIn(fields.take('ceasn:competencyCategory'));
  if (word?.text === 'Skill') return 'SKILL';
  if (word?.text === 'Knowledge') return 'KNOWLEDGE';
  fields.lose('ceasn:competencyCategory', 'Of categories, Skill and Knowledge have a place.');
  return null;
}

function withoutStrangers(
  concepts: readonly PackageConcept[],
  book: CtdlReading['book'],
  places: ReadonlyMap<string, string>,
): PackageConcept[] {
  const known = new Set(concepts.map(({ uri }) => uri));
  return concepts.map((concept) => {
    const broader = concept.broader.filter((uri) => known.has(uri));
    if (broader.length < concept.broader.length)
      book.note(
        `${places.get(concept.uri)}/ceasn:isChildOf`,
        concept.broader,
        'It names a competency that the document does not have.',
      );
    return { ...concept, broader };
  });
}
