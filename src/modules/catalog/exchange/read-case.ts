import { z } from 'zod';
import { ALIGNMENT_RELATIONS } from '../catalog.records.ts';
import { type CaseReading, extensionIn, NO_PLACE, uriIn } from './case-fields.ts';
import { ASSOCIATIONS, CATALOGUE_TYPE } from './case-words.ts';
import {
  cleanText,
  distinctOf,
  isObject,
  type Json,
  listOf,
  parseJson,
  type ReadDocument,
  unreadable,
} from './document.ts';
import { EXTENSION, readRest, readWhole } from './extension.ts';
import { Fields } from './fields.ts';
import { circleIn } from './hierarchy.ts';
import { LossBook, pointer } from './loss.ts';
import {
  alignmentShape,
  conceptShape,
  newFramework,
  newOutcome,
  type PackageAlignment,
  type PackageConcept,
  type PackageFramework,
  type PackageOutcome,
} from './package.ts';
import { readRubrics } from './read-case-rubrics.ts';

/**
 * Reads a CFPackage of CASE 1.1: the items of anybody's framework become its concepts, those of a catalogue of ours its outcomes; CFRubrics become the
 * rubrics of assessments.
 */
export function readCase(text: string): ReadDocument {
  const parsed = parseJson(text);
  if (!isObject(parsed) || !isObject(parsed['CFDocument']))
    throw unreadable('/CFDocument', 'a CFPackage of CASE has a CFDocument here.');
  const reading: CaseReading = { book: new LossBook('DOCUMENT'), places: new Map() };
  const whole = Fields.of(parsed, '', reading.book);
  const document = Fields.of(parsed['CFDocument'], '/CFDocument', reading.book);
  whole.take('CFDocument');
  const items = itemsIn(whole, 'CFItems', reading.book);
  const links = itemsIn(whole, 'CFAssociations', reading.book);
  const kept = extensionIn(whole);
  const catalogue = document.text('frameworkType') === CATALOGUE_TYPE;
  const frameworks = catalogue ? [] : [readFramework(document, items, links, reading)];
  const outcomes = catalogue ? readOutcomes(items, links, reading) : [];
  const assessments = readRubrics(itemsIn(whole, 'CFRubrics', reading.book), reading);
  const place = pointer('extensions', EXTENSION);
  const more = {
    badges: readWhole('badges', kept['badges'], `${place}/badges`),
    units: readWhole('units', kept['units'], `${place}/units`),
    frameworks: readWhole('frameworks', kept['frameworks'], `${place}/frameworks`),
    assessments: readWhole('assessments', kept['assessments'], `${place}/assessments`),
  };
  for (const things of Object.values(more)) for (const { uri } of things) reading.places.set(uri, place);
  whole.finish(NO_PLACE);
  return {
    content: {
      badges: more.badges,
      units: more.units,
      outcomes,
      assessments: [...assessments, ...more.assessments],
      frameworks: [...frameworks, ...more.frameworks],
    },
    losses: reading.book.losses,
    places: reading.places,
  };
}

const itemsIn = (whole: Fields, name: string, book: LossBook): Fields[] =>
  listOf(whole.take(name)).map((value, index) => {
    if (!isObject(value)) throw unreadable(pointer(name, index), 'an object belongs here.');
    return Fields.of(value, pointer(name, index), book);
  });

interface Link {
  readonly fields: Fields;
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

function linksIn(associations: readonly Fields[]): Link[] {
  return associations.map((fields) => {
    for (const name of ['identifier', 'uri', 'lastChangeDateTime', 'sequenceNumber']) fields.take(name);
    const end = (name: string): string => {
      const value: Json | undefined = fields.take(name);
      const uri = isObject(value) ? cleanText(value['uri']) : null;
      if (uri === null) throw unreadable(fields.at(name), 'an association has a link with a uri here.');
      return uri;
    };
    return {
      fields,
      type: cleanText(fields.take('associationType')) ?? '',
      from: end('originNodeURI'),
      to: end('destinationNodeURI'),
    };
  });
}

function readOutcomes(
  items: readonly Fields[],
  associations: readonly Fields[],
  reading: CaseReading,
): PackageOutcome[] {
  const alignments = new Map<string, PackageAlignment[]>();
  for (const { fields, type, from, to } of linksIn(associations)) {
    const relation = ALIGNMENT_RELATIONS.find((each) => ASSOCIATIONS[each] === type);
    const rest = alignmentShape.partial().safeParse(extensionIn(fields)).data;
    if (relation === undefined) {
      reading.book.note(
        fields.place,
        {},
        `The catalogue has no place for an association of the type ${type}.`,
      );
      continue;
    }
    const own = alignments.get(from) ?? [];
    const { level = null, confidence = null, reason = null } = rest ?? {};
    own.push({ skillUri: to, relation, level, confidence, reason });
    alignments.set(from, own);
    fields.finish(NO_PLACE);
  }
  return items.map((fields) => {
    const uri = uriIn(fields, reading);
    const statement = fields.text('fullStatement');
    if (statement === null) throw unreadable(fields.at('fullStatement'), 'an item needs a full statement.');
    fields.take('CFItemType');
    const outcome = newOutcome({
      uri,
      statement,
      alignments: (alignments.get(uri) ?? []).sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1)),
      ...readRest('outcomes', extensionIn(fields), fields.at('extensions', EXTENSION)),
    });
    fields.finish(NO_PLACE);
    return outcome;
  });
}

function readFramework(
  document: Fields,
  items: readonly Fields[],
  associations: readonly Fields[],
  reading: CaseReading,
): PackageFramework {
  const uri = uriIn(document, reading);
  const name = document.text('title');
  if (name === null) throw unreadable('/CFDocument/title', 'a CFDocument needs a title.');
  const language = document.text('language')?.toLowerCase() ?? 'en';
  const { licence } = extensionIn(document);
  const publisher = document.text('publisher');
  if (publisher === null) document.lose('creator', 'A publisher has a place, a creator has none.');
  document.take('creator');
  document.take('caseVersion');
  const concepts = items.map((fields) => readConcept(fields, language, reading));
  const known = new Set(concepts.map((each) => each.uri));
  const broader = new Map<string, string[]>();
  for (const { fields, type, from, to } of linksIn(associations)) {
    if (type === 'isChildOf' && known.has(from) && (known.has(to) || to === uri)) {
      if (to !== uri) broader.set(from, [...(broader.get(from) ?? []), to]);
      fields.finish(NO_PLACE);
    } else
      reading.book.note(
        fields.place,
        {},
        `The catalogue has no place for an association of the type ${type} that leads out of the framework, or is no hierarchy.`,
      );
  }
  const framework = newFramework({
    uri,
    name,
    publisher,
    url: document.text('officialSourceURL'),
    licence: cleanText(licence) ?? licenceOf(document),
    version: document.text('version'),
    concepts: concepts.map((each) => ({ ...each, broader: distinctOf(broader.get(each.uri) ?? []).sort() })),
  });
  document.finish(NO_PLACE);
  const circle = circleIn(framework.concepts);
  if (circle !== null)
    throw unreadable(
      reading.places.get(circle) ?? '',
      'this item stands above itself. A hierarchy must have no circle.',
    );
  return framework;
}

const licenceOf = (document: Fields): string | null => {
  const value = document.take('licenseURI');
  return isObject(value) ? cleanText(value['uri']) : null;
};

function readConcept(fields: Fields, language: string, reading: CaseReading): PackageConcept {
  const uri = uriIn(fields, reading);
  const full = fields.text('fullStatement');
  if (full === null) throw unreadable(fields.at('fullStatement'), 'an item needs a full statement.');
  const label = fields.text('abbreviatedStatement');
  const type = cleanText(fields.take('CFItemType'));
  const skillType = type === 'Skill' ? 'SKILL' : type === 'Knowledge' ? 'KNOWLEDGE' : null;
  if (skillType === null) fields.lose('CFItemType', 'Of types, Skill and Knowledge have a place.');
  const others = z.object({ texts: conceptShape.shape.texts }).safeParse(extensionIn(fields));
  const concept = {
    uri,
    code: fields.text('humanCodingScheme'),
    skillType,
    broader: [],
    texts: [
      {
        language: fields.text('language')?.toLowerCase() ?? language,
        label: label ?? full,
        description: label === null ? null : full,
      },
      ...(others.success ? others.data.texts : []),
    ],
  } as const;
  fields.finish(NO_PLACE);
  return { ...concept, broader: [], texts: [...concept.texts] };
}
