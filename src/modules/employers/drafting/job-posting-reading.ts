import { shown, type Unplaced, type VacancyDraft } from './draft.ts';
import { instantOf, nameOf, record, regionOf } from './job-posting-places.ts';
import { plainText } from './plain-text.ts';

/** A skill that a posting names as a thing of its own. */
export interface PostedSkill {
  /** `skills[2]`. */
  readonly path: string;
  readonly name: string;
  readonly url: string | null;
  /** What is said of it: "Must have, EQF level 5." */
  readonly about: string | null;
}

/** What a schema.org JobPosting says that a role profile or a vacancy has a place for. */
export interface ReadPosting {
  readonly title: string | null;
  readonly description: string | null;
  readonly skills: readonly PostedSkill[];
  /** Texts in which skills may be named, by the property they stand in. */
  readonly texts: Readonly<Record<string, string>>;
  /** URIs, codes and names of the occupation, best first. */
  readonly occupations: readonly string[];
  readonly vacancy: VacancyDraft;
  readonly unplaced: readonly Unplaced[];
}

const SKILLS = 200;
const READ_AS_TEXT = [
  'responsibilities',
  'qualifications',
  'experienceRequirements',
  'educationRequirements',
] as const;
const PLACED = ['@context', '@type', '@id', 'title', 'name', 'description', 'skills', ...READ_AS_TEXT];
const NO_COUNTRY = 'names no country that could be told.';
const NO_PLACE = 'neither a role profile nor a vacancy has a place for it.';

/** The JobPosting in a JSON-LD document: the document itself, or the one in its `@graph`; null when there is none. */
export function postingIn(
  document: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | null {
  const graph = Array.isArray(document['@graph']) ? document['@graph'] : [];
  return [document, ...graph.map(record)].find((one) => one !== null && isPosting(one)) ?? null;
}

const isPosting = (node: Readonly<Record<string, unknown>>): boolean =>
  listOf(node['@type']).some(
    (type) => typeof type === 'string' && /^(?:https?:\/\/schema\.org\/|schema:)?JobPosting$/.test(type),
  );

/** Reads a JobPosting. Nothing is fetched, and whatever is not used is told. */
export function readPosting(posting: Readonly<Record<string, unknown>>): ReadPosting {
  const unplaced: Unplaced[] = [];
  const lost = (path: string, value: unknown, reason: string) =>
    void unplaced.push({ path, value: shown(value), reason });
  const take = <T>(path: string, read: (value: unknown) => T | null, problem: string): T | null => {
    const value = posting[path];
    if (value === undefined || value === null) return null;
    const taken = read(value);
    if (taken === null) lost(path, value, problem);
    return taken;
  };
  const title = take('title', nameOf, 'is no text.') ?? nameOf(posting['name']);
  const description = take(
    'description',
    (value) => (typeof value === 'string' ? plainText(value) || null : null),
    'is no text.',
  );
  const texts: Record<string, string> = {};
  for (const property of READ_AS_TEXT) {
    const { text, rest } = readText(posting[property]);
    if (text !== null) texts[property] = text;
    for (const [name, value] of rest) lost(`${property}.${name}`, value, NO_PLACE);
  }
  const { skills, unread } = skillsOf(posting['skills']);
  if (unread.length > 0)
    lost('skills', unread, `is no skill that can be read, or one of more than ${SKILLS}.`);
  const located = take('jobLocation', regionOf, NO_COUNTRY);
  const applicants = posting['applicantLocationRequirements'];
  if (located !== null && applicants !== undefined)
    lost(
      'applicantLocationRequirements',
      applicants,
      'a vacancy is in one region; that of jobLocation was taken.',
    );
  const region = located ?? take('applicantLocationRequirements', regionOf, NO_COUNTRY);
  const places = listOf(posting['jobLocation']);
  if (places.length > 1)
    lost('jobLocation[1]', places.slice(1), 'a vacancy is in one region; the first was taken.');
  const [address] = places;
  for (const [name, value] of Object.entries(record(record(address)?.['address']) ?? {}))
    if (!['@type', 'addressCountry', 'addressRegion'].includes(name))
      lost(`jobLocation.address.${name}`, value, 'a region is a country or a part of one.');
  const vacancy: VacancyDraft = {
    region,
    opensAt: take('datePosted', (value) => instantOf(value, false), 'is no date of ISO 8601.'),
    closesAt: take('validThrough', (value) => instantOf(value, true), 'is no date of ISO 8601.'),
    openings: take('totalJobOpenings', openingsOf, 'is no whole number from 1 to 10 000.'),
    contactUrl: take('url', webAddressOf, 'is no http or https address.'),
  };
  const used = [
    ...PLACED,
    'datePosted',
    'validThrough',
    'totalJobOpenings',
    'url',
    'jobLocation',
    'occupationalCategory',
    'applicantLocationRequirements',
  ];
  for (const [name, value] of Object.entries(posting))
    if (!used.includes(name) && value !== null)
      lost(
        name,
        value,
        name === 'hiringOrganization' ? 'the employer is whoever creates the role profile.' : NO_PLACE,
      );
  const occupations = listOf(posting['occupationalCategory']).flatMap(occupationNames);
  return { title, description, skills, texts, occupations, vacancy, unplaced };
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

/** A text, a thing with a name or description, or several; what else such a thing says is left over. */
function readText(value: unknown): { text: string | null; rest: [string, unknown][] } {
  const rest: [string, unknown][] = [];
  const parts = listOf(value).flatMap((one) => {
    if (typeof one === 'string') return [plainText(one)];
    const thing = record(one);
    if (!thing) return [];
    rest.push(
      ...Object.entries(thing).filter(([name]) => !['@type', '@id', 'name', 'description'].includes(name)),
    );
    return [thing['name'], thing['description']].flatMap((words) =>
      typeof words === 'string' ? [plainText(words)] : [],
    );
  });
  const text = parts.filter((part) => part !== '').join('\n');
  return { text: text === '' ? null : text, rest };
}

function skillsOf(value: unknown): { skills: PostedSkill[]; unread: unknown[] } {
  const unread: unknown[] = [];
  const skills = listOf(value).flatMap((one, i): PostedSkill[] => {
    const path = Array.isArray(value) ? `skills[${i}]` : 'skills';
    if (typeof one === 'string')
      return plainText(one)
        .split(/[,;\n•]/)
        .map((name) => name.replace(/^[\s*-]+/, '').trim())
        .filter((name) => name !== '')
        .map((name) => ({ path, name, url: /^https?:\/\/\S+$/.test(name) ? name : null, about: null }));
    const thing = record(one);
    const [name, url] = [nameOf(one), urlOf(thing)];
    if (!thing || (name === null && url === null)) {
      unread.push(one);
      return [];
    }
    const about = thing['description'];
    return [{ path, name: name ?? '', url, about: typeof about === 'string' ? plainText(about) : null }];
  });
  return {
    skills: skills.slice(0, SKILLS),
    unread: [...unread, ...skills.slice(SKILLS).map(({ name }) => name)],
  };
}

function urlOf(thing: Readonly<Record<string, unknown>> | null): string | null {
  const url = thing?.['url'] ?? thing?.['@id'] ?? thing?.['sameAs'];
  return typeof url === 'string' && url !== '' ? url : null;
}

function occupationNames(value: unknown): string[] {
  if (typeof value === 'string') {
    const code = /^\d{2}-\d{4}(?:\.\d{2})?/.exec(value.trim())?.[0];
    return [...(code ? [code, value.trim().slice(code.length).trim()] : [value.trim()])].filter(
      (name) => name !== '',
    );
  }
  const thing = record(value);
  const code = thing?.['codeValue'];
  return [urlOf(thing), typeof code === 'string' ? code : null, nameOf(value)].filter(
    (name) => name !== null,
  );
}

const openingsOf = (value: unknown): number | null => {
  const count = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= 10_000 ? count : null;
};

const webAddressOf = (value: unknown): string | null =>
  typeof value === 'string' &&
  value.length <= 2_000 &&
  URL.canParse(value) &&
  /^https?:$/.test(new URL(value).protocol)
    ? value
    : null;
