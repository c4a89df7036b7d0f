import {
  cleanText,
  distinctOf,
  isObject,
  isUri,
  type Json,
  listOf,
  parseJson,
  type ReadDocument,
  unreadable,
} from './document.ts';
import { EXTENSION, readRest, readWhole } from './extension.ts';
import { Fields } from './fields.ts';
import { LossBook, pointer } from './loss.ts';
import { levelIn, OUTCOME_TARGET } from './open-badges-words.ts';
import {
  newAlignment,
  newAssessment,
  newBadge,
  newOutcome,
  type PackageAlignment,
  type PackageAssessment,
  type PackageBadge,
  type PackageOutcome,
} from './package.ts';

const NO_PLACE = 'The catalogue has no place for it.';

interface Found {
  readonly badges: PackageBadge[];
  readonly outcomes: Map<string, PackageOutcome>;
  readonly assessments: Map<string, PackageAssessment>;
  readonly places: Map<string, string>;
  readonly book: LossBook;
  /** Whether an extension of ours says all of the outcomes and assessments. */
  readonly full: boolean;
}

/**
 * Reads an Achievement of Open Badges 3.0, a list or a `@graph` of them, or the one inside an AchievementCredential (whose holder, proof and dates
 * are left aside). Of another publisher's achievement the alignments to skills become one outcome, which says what the criteria say.
 */
export function readOpenBadges(text: string): ReadDocument {
  const document = parseJson(text);
  const book = new LossBook('DOCUMENT');
  const beside = isObject(document) && '@graph' in document ? document[EXTENSION] : undefined;
  const found: Found = {
    badges: [],
    outcomes: new Map(),
    assessments: new Map(),
    places: new Map(),
    book,
    full: isObject(beside),
  };
  for (const { value, place } of achievementsIn(document, book)) readAchievement(value, place, found);
  const held = isObject(beside) ? beside : {};
  const outcomes = readWhole('outcomes', held['outcomes'], pointer(EXTENSION, 'outcomes'));
  const assessments = readWhole('assessments', held['assessments'], pointer(EXTENSION, 'assessments'));
  const units = readWhole('units', held['units'], pointer(EXTENSION, 'units'));
  for (const thing of [...outcomes, ...assessments, ...units])
    if (!found.places.has(thing.uri)) found.places.set(thing.uri, pointer(EXTENSION));
  return {
    content: {
      badges: found.badges,
      outcomes: joined(outcomes, found.outcomes),
      assessments: joined(assessments, found.assessments),
      units,
      frameworks: [],
    },
    losses: book.losses,
    places: found.places,
  };
}

/** What the extension says in full goes before what the achievements say of the same thing. */
const joined = <T extends { uri: string }>(full: readonly T[], found: ReadonlyMap<string, T>): T[] => [
  ...full,
  ...[...found.values()].filter(({ uri }) => !full.some((each) => each.uri === uri)),
];

function achievementsIn(document: Json, book: LossBook): { value: Json; place: string }[] {
  if (Array.isArray(document)) return document.map((value, index) => ({ value, place: pointer(index) }));
  if (!isObject(document)) throw unreadable('', 'it is not a JSON object or list.');
  if ('@graph' in document)
    return listOf(document['@graph']).map((value, index) => ({ value, place: pointer('@graph', index) }));
  const subject = document['credentialSubject'];
  if (subject === undefined) return [{ value: document, place: '' }];
  const [holder] = listOf(subject);
  if (!isObject(holder) || holder['achievement'] === undefined)
    throw unreadable('/credentialSubject', 'the credential is for no achievement.');
  book.note(
    '/credentialSubject',
    subject,
    'Whom a credential was issued to is left aside: only the achievement is read.',
    'INFO',
  );
  const place = Array.isArray(subject)
    ? '/credentialSubject/0/achievement'
    : '/credentialSubject/achievement';
  return [{ value: holder['achievement'], place }];
}

function readAchievement(value: Json, place: string, found: Found): void {
  if (!isObject(value)) throw unreadable(place, 'an Achievement belongs here.');
  const fields = Fields.of(value, place, found.book);
  const types = listOf(fields.take('type'));
  if (!types.includes('Achievement'))
    throw unreadable(
      `${place}/type`,
      `it is ${types.join(', ') || 'nothing named'}, not an Achievement of Open Badges 3.0.`,
    );
  const uri = cleanText(fields.take('id'));
  if (uri === null || !isUri(uri)) throw unreadable(`${place}/id`, 'an Achievement needs a URI as its id.');
  if (found.places.has(uri))
    throw unreadable(`${place}/id`, `"${uri}" stands at ${found.places.get(uri)}, too.`);
  found.places.set(uri, place);
  const languages = fields.textList('inLanguage').map((language) => language.toLowerCase());
  const name = fields.text('name', languages);
  if (name === null) throw unreadable(`${place}/name`, 'an Achievement needs a name.');
  for (const set of ['@context']) fields.take(set);
  fields.lose('creator', 'Your organisation becomes the owner of what it imports.', 'INFO');
  const credits = fields.number('creditsAvailable');
  const rest = readRest('badges', fields.take(EXTENSION), fields.at(EXTENSION));
  const { criteria, criteriaUrl } = readCriteria(fields, languages, found.book);
  const description = fields.text('description', languages);
  const badge = newBadge({
    uri,
    name,
    description,
    criteria,
    criteriaUrl,
    humanCode: fields.text('humanCode', languages),
    fieldOfStudy: fields.text('fieldOfStudy', languages),
    specialization: fields.text('specialization', languages),
    otherIdentifiers: readIdentifiers(fields, found.book),
    achievementType: cleanText(fields.take('achievementType')),
    tags: fields.textList('tag'),
    creditValue: credits === null ? null : Math.round(credits * 100),
    languages,
    ...readImage(fields, languages, found.book),
    outcomes: readAlignments(fields, uri, criteria ?? description ?? name, found),
    assessments: readResults(fields, uri, name, found, rest.assessments),
    ...rest,
  });
  fields.finish(NO_PLACE);
  found.badges.push(badge);
}

function readIdentifiers(fields: Fields, book: LossBook): { identifier: string; type: string }[] {
  return listOf(fields.take('otherIdentifier')).flatMap((value, index) => {
    const identifier = isObject(value) ? cleanText(value['identifier']) : null;
    const type = isObject(value) ? cleanText(value['identifierType']) : null;
    if (identifier !== null && type !== null) return [{ identifier, type }];
    book.note(fields.at('otherIdentifier', index), value, 'An identifier has a value and a type.');
    return [];
  });
}

function readCriteria(fields: Fields, languages: readonly string[], book: LossBook) {
  const value = fields.take('criteria');
  if (!isObject(value)) return { criteria: null, criteriaUrl: null };
  const inner = Fields.of(value, fields.at('criteria'), book);
  const said = { criteria: inner.text('narrative', languages), criteriaUrl: cleanText(inner.take('id')) };
  inner.take('type');
  inner.finish(NO_PLACE);
  return said;
}

function readImage(fields: Fields, languages: readonly string[], book: LossBook) {
  const value = fields.take('image');
  if (typeof value === 'string') return { imageUrl: cleanText(value), imageAlt: null };
  if (!isObject(value)) return {};
  const inner = Fields.of(value, fields.at('image'), book);
  const image = { imageUrl: cleanText(inner.take('id')), imageAlt: inner.text('caption', languages) };
  inner.take('type');
  inner.finish(NO_PLACE);
  return image;
}

/** The outcomes that an achievement names, or one that stands for the skills it is aligned to. */
function readAlignments(fields: Fields, uri: string, says: string, found: Found): string[] {
  const outcomes: string[] = [];
  const skills: PackageAlignment[] = [];
  const list = listOf(fields.take('alignment'));
  const own = list.some((each) => isObject(each) && each['targetType'] === OUTCOME_TARGET);
  for (const [index, value] of list.entries()) {
    const place = fields.at('alignment', index);
    const target = isObject(value) ? cleanText(value['targetUrl']) : null;
    if (!isObject(value) || target === null || !isUri(target)) {
      found.book.note(place, value, 'An alignment without a URI of its target leads nowhere.');
      continue;
    }
    const inner = Fields.of(value, place, found.book);
    for (const name of ['type', 'targetUrl', 'targetType']) inner.take(name);
    const name = inner.text('targetName');
    const level = levelIn(inner.text('targetDescription'));
    if (value['targetType'] === OUTCOME_TARGET) {
      outcomes.push(target);
      if (!found.outcomes.has(target)) {
        found.outcomes.set(target, newOutcome({ uri: target, statement: name ?? target }));
        found.places.set(target, place);
      }
    } else if (!own && !skills.some(({ skillUri }) => skillUri === target))
      skills.push({ ...newAlignment(target), level });
    else if (own && !found.full)
      found.book.note(place, value, 'It does not say which of the outcomes it belongs to.');
  }
  if (skills.length === 0) return distinctOf(outcomes);
  const outcome = newOutcome({
    uri: `${uri}#outcome`,
    statement: says.slice(0, 1_000),
    alignments: skills.sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1)),
  });
  found.outcomes.set(outcome.uri, outcome);
  found.places.set(outcome.uri, fields.at('alignment'));
  found.book.note(
    fields.at('alignment'),
    list,
    'Achievements name skills but no outcome: one outcome was made that says what the criteria say. Split it where it is several.',
    'INFO',
  );
  return [outcome.uri];
}

/** Result descriptions by rubric become one assessment; those of an achievement of ours repeat what the extension says in full. */
function readResults(
  fields: Fields,
  uri: string,
  name: string,
  found: Found,
  named: readonly string[] | undefined,
): string[] {
  const list = listOf(fields.take('resultDescription'));
  if (named !== undefined || list.length === 0) return [];
  const criteria = list.flatMap((value, index) => {
    const place = fields.at('resultDescription', index);
    if (!isObject(value) || value['resultType'] !== 'RubricCriterionLevel') {
      found.book.note(place, value, 'Only results by the levels of a rubric have a place.');
      return [];
    }
    const levels = listOf(value['rubricCriterionLevel']).filter(isObject);
    return [
      {
        title: Fields.of(value, place, found.book).text('name') ?? `Criterion ${index + 1}`,
        levels: levels.map((level, step) => {
          const inner = Fields.of(level, `${place}${pointer('rubricCriterionLevel', step)}`, found.book);
          const points = inner.number('points');
          return {
            title: inner.text('name') ?? `Level ${step + 1}`,
            points: points === null ? step : Math.round(points),
            descriptor: inner.text('description'),
            passing: level['id'] !== undefined && level['id'] === value['requiredLevel'],
          };
        }),
      },
    ];
  });
  if (criteria.length === 0) return [];
  const assessment = newAssessment({
    uri: `${uri}#assessment`,
    title: name,
    rubric: { title: name, criteria },
    outcomes: [...found.outcomes.keys()].filter((each) => each === `${uri}#outcome`),
  });
  found.assessments.set(assessment.uri, assessment);
  found.places.set(assessment.uri, fields.at('resultDescription'));
  return [assessment.uri];
}
