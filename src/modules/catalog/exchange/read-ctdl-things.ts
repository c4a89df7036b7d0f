import { ALIGNMENT_RELATIONS } from '../catalog.records.ts';
import { type CtdlNode, refsIn } from './ctdl-graph.ts';
import type { CtdlReading } from './ctdl-reading.ts';
import { ALIGNMENT_WORDS, CREDENTIAL_TYPES, DELIVERY_WORDS, meantBy } from './ctdl-words.ts';
import { cleanText, distinctOf, isObject, type Json, type JsonObject, listOf } from './document.ts';
import { EXTENSION, readRest } from './extension.ts';
import { Fields, textsIn } from './fields.ts';
import { minorUnits } from './money.ts';
import {
  allOfBadges,
  newAlignment,
  newBadge,
  newOutcome,
  newUnit,
  type PackageAlignment,
} from './package.ts';

type Named = CtdlNode & { readonly id: string };

export const NO_PLACE = 'The catalogue has no place for it.';
export const OWN = 'Your organisation becomes the owner of what it imports.';
const IDENTITY = 'The URI is kept as where it comes from; other identifiers are not.';

export function readBadge({ id, place, types, fields }: Named, reading: CtdlReading): void {
  const languages = languagesIn(fields.take('ceterms:inLanguage'));
  const name = fields.text('ceterms:name', languages);
  if (name === null) {
    nameless(place, 'credential', reading);
    return;
  }
  reading.places.set(id, place);
  commonly(fields);
  const type = types.find((each) => CREDENTIAL_TYPES.has(each)) ?? '';
  const required = conditionsOf(fields, id, languages, reading);
  const badge = newBadge({
    uri: id,
    name,
    description: fields.text('ceterms:description', languages),
    achievementType: CREDENTIAL_TYPES.get(type) ?? null,
    tags: fields.textList('ceterms:keyword'),
    languages,
    imageUrl: firstUri(fields.take('ceterms:image')),
    validMonths: monthsIn(fields, 'ceterms:renewalFrequency'),
    ...required,
    ...readRest('badges', fields.take(EXTENSION), fields.at(EXTENSION)),
  });
  fields.finish(NO_PLACE);
  reading.badges.push(badge);
}

export function readOutcome({ id, place, fields }: Named, reading: CtdlReading): void {
  const languages = languagesIn(fields.take('ceasn:inLanguage'));
  const texts = fields.text('ceasn:competencyText', languages);
  const label = texts === null ? fields.text('ceasn:competencyLabel', languages) : null;
  const statement = texts ?? label;
  if (statement === null) {
    nameless(place, 'competency', reading, 'text');
    return;
  }
  reading.places.set(id, place);
  commonly(fields);
  const alignments = ALIGNMENT_RELATIONS.flatMap((relation) =>
    refsIn(fields.take(ALIGNMENT_WORDS[relation])).flatMap((skillUri): PackageAlignment[] =>
      skillUri === null ? [] : [{ ...newAlignment(skillUri), relation }],
    ),
  ).sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1));
  const outcome = newOutcome({
    uri: id,
    statement,
    alignments: alignments.filter(
      ({ skillUri }, at) => alignments.findIndex((each) => each.skillUri === skillUri) === at,
    ),
    ...readRest('outcomes', fields.take(EXTENSION), fields.at(EXTENSION)),
  });
  fields.finish(NO_PLACE);
  reading.outcomes.set(id, outcome);
}

export function readUnit({ id, place, fields }: Named, reading: CtdlReading): void {
  const languages = languagesIn(fields.take('ceterms:inLanguage'));
  const title = fields.text('ceterms:name', languages);
  if (title === null) {
    nameless(place, 'course', reading);
    return;
  }
  reading.places.set(id, place);
  commonly(fields);
  const requires = listOf(fields.take('ceterms:requires')).filter(isObject);
  const parts = refsIn(fields.take('ceterms:hasPart')).filter((uri) => uri !== null);
  const assessments = parts.filter((uri) => isA(reading, uri, /:Assessment/));
  if (parts.length > assessments.length)
    reading.book.note(
      fields.at('ceterms:hasPart'),
      parts,
      'Learning units have no parts; only assessments among them are kept.',
    );
  const delivery = fields.take('ceterms:deliveryType');
  const unit = newUnit({
    uri: id,
    title,
    description: fields.text('ceterms:description', languages),
    effortMinutes: minutesIn(fields, reading),
    ...priceIn(fields, reading),
    mode: meantBy(DELIVERY_WORDS, wordsIn(delivery)),
    languages,
    imageUrl: firstUri(fields.take('ceterms:image')),
    prerequisites: allOfBadges(
      distinctOf(
        requires.flatMap((each) => refsIn(each['ceterms:targetCredential'])).filter((uri) => uri !== null),
      ),
    ),
    outcomes: outcomesFrom(fields, 'ceterms:teaches', id, reading),
    assessments,
    ...readRest('units', fields.take(EXTENSION), fields.at(EXTENSION)),
  });
  if (
    requires.some((each) =>
      Object.keys(each).some((name) => !['@type', 'ceterms:targetCredential'].includes(name)),
    )
  )
    reading.book.note(
      fields.at('ceterms:requires'),
      requires,
      'Of what a course asks for, only credentials have a place.',
    );
  fields.finish(NO_PLACE);
  reading.units.push(unit);
}

/** What everything in CTDL may say that is said otherwise here. */
export function commonly(fields: Fields): void {
  for (const owner of ['ceterms:ownedBy', 'ceterms:offeredBy', 'ceasn:creator', 'ceasn:publisher'])
    fields.lose(owner, OWN, 'INFO');
  fields.lose('ceterms:ctid', IDENTITY, 'INFO');
}

export const nameless = (place: string, what: string, { book }: CtdlReading, lacking = 'name'): void =>
  book.note(place, {}, `A ${what} without a ${lacking} has no place.`, 'ERROR');

const isA = ({ known }: CtdlReading, uri: string, type: RegExp): boolean =>
  known.get(uri)?.types.some((each) => type.test(each)) ?? false;

/** How a credential is earned: in words, and by which outcomes, assessments and other credentials. */
function conditionsOf(fields: Fields, id: string, languages: readonly string[], reading: CtdlReading) {
  const criteria: string[] = [];
  const outcomes: string[] = [];
  const assessments: string[] = [];
  const parts: string[] = [];
  listOf(fields.take('ceterms:requires')).forEach((value, index) => {
    const place = fields.at('ceterms:requires', index);
    if (!isObject(value) || value['@type'] !== 'ceterms:ConditionProfile') {
      const one = Fields.of({ value }, place, reading.book);
      outcomes.push(...outcomesFrom(one, 'value', id, reading));
      return;
    }
    const inner = Fields.of(value, place, reading.book);
    inner.take('@type');
    const words = inner.text('ceterms:description', languages);
    if (words !== null) criteria.push(words);
    outcomes.push(...outcomesFrom(inner, 'ceterms:targetCompetency', id, reading));
    assessments.push(...refsIn(inner.take('ceterms:targetAssessment')).filter((uri) => uri !== null));
    parts.push(...refsIn(inner.take('ceterms:targetCredential')).filter((uri) => uri !== null));
    inner.finish(NO_PLACE);
  });
  return {
    criteria: criteria.length > 0 ? criteria.join('\n') : null,
    outcomes: distinctOf(outcomes),
    assessments: distinctOf(assessments),
    parts: distinctOf(parts),
  };
}

/** The outcomes a member names. A competency that is only named there becomes an outcome aligned to it. */
export function outcomesFrom(fields: Fields, name: string, owner: string, reading: CtdlReading): string[] {
  const found = listOf(fields.take(name)).flatMap((value, index) => {
    const [target = null] = refsIn(value);
    if (target !== null && reading.outcomes.has(target)) return [target];
    const said = isObject(value)
      ? (value['ceterms:targetNodeName'] ?? value['ceterms:targetNodeDescription'])
      : undefined;
    const [statement] = textsIn(said);
    if (statement === undefined) {
      reading.book.note(fields.at(name, index), value, 'The document does not say what this competency is.');
      return [];
    }
    const uri = `${owner}#${name.replace(/^.*:/, '')}-${index + 1}`;
    const alignments = target === null ? [] : [newAlignment(target)];
    reading.outcomes.set(uri, newOutcome({ uri, statement: statement.text, alignments }));
    reading.places.set(uri, fields.at(name, index));
    return [uri];
  });
  return distinctOf(found);
}

/** `en-US`, a language map’s tag, or the address of an ISO 639-2 code. */
export function languagesIn(value: Json | undefined): string[] {
  const ISO: Readonly<Record<string, string>> = {
    eng: 'en',
    spa: 'es',
    fre: 'fr',
    fra: 'fr',
    ger: 'de',
    deu: 'de',
  };
  const tags = listOf(value).flatMap((each) => {
    const word = cleanText(isObject(each) ? (each['@id'] ?? each['@value']) : each)?.toLowerCase();
    const code = word?.replace(/^.*\//, '') ?? '';
    return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(code) ? [ISO[code] ?? code] : [];
  });
  return distinctOf(tags);
}

export const wordsIn = (value: Json | undefined): string[] => refsIn(value).filter((word) => word !== null);

const firstUri = (value: Json | undefined): string | null => refsIn(value)[0] ?? null;

function monthsIn(fields: Fields, name: string): number | null {
  const value = fields.take(name);
  const [, years, months] = /^P(?:(\d+)Y)?(?:(\d+)M)?$/.exec(cleanText(value) ?? '') ?? [];
  const total = Number(years ?? 0) * 12 + Number(months ?? 0);
  if (value !== undefined && total === 0) fields.lose(name, 'Validity is kept in whole months.');
  return total === 0 ? null : total;
}

function minutesIn(fields: Fields, { book }: CtdlReading): number | null {
  const value = fields.take('ceterms:estimatedDuration');
  const profiles = listOf(value).filter(isObject);
  for (const { 'ceterms:exactDuration': exact } of profiles) {
    const [, days, hours, minutes] =
      /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(cleanText(exact) ?? '') ?? [];
    const total = Number(days ?? 0) * 1440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    if (days === undefined && total > 0) return total;
  }
  if (profiles.length > 0)
    book.note(
      fields.at('ceterms:estimatedDuration'),
      value,
      'Effort is kept in minutes; this duration does not say how many are worked.',
    );
  return null;
}

function priceIn(fields: Fields, { book }: CtdlReading) {
  const costs = listOf(fields.take('ceterms:estimatedCost')).filter(isObject);
  const priced = costs.flatMap((cost: JsonObject) => {
    const price = Number(cost['ceterms:price'] ?? Number.NaN);
    const currency = cleanText(cost['ceterms:currency']);
    return Number.isNaN(price) || currency === null
      ? []
      : [{ priceCents: minorUnits(price, currency), currency }];
  });
  if (costs.length > 1 || priced.length < costs.length)
    book.note(fields.at('ceterms:estimatedCost'), costs, 'One price with its currency has a place.');
  return priced[0] ?? { priceCents: null, currency: null };
}
