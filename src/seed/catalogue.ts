import { assessmentWords } from './assessment-words.ts';
import { badgeWords, lower } from './badge-words.ts';
import { randomOf } from './random.ts';
import { criterionLevels, sentence } from './rubric-words.ts';
import { type SeedFile, seedFile } from './seed-files.ts';
import { ddatUri } from './taxonomy.ts';

export interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly position: number;
  readonly levels: readonly {
    readonly id: string;
    readonly title: string;
    readonly points: number;
    readonly descriptor: string;
    readonly position: number;
    readonly passing: boolean;
  }[];
}

/** One learning unit with everything that comes with it: what it teaches, how it is assessed, which badge it leads to. */
export interface Course {
  readonly provider: string;
  readonly unit: {
    readonly id: string;
    readonly title: string;
    readonly summary: string;
    readonly effortMinutes: number;
    readonly priceCents: number;
    readonly mode: string;
    readonly language: string;
    readonly level: number;
  };
  readonly outcome: {
    readonly id: string;
    readonly statement: string;
    readonly verb: string;
    readonly object: string;
    readonly conditions: string;
    readonly alignments: readonly {
      readonly skillUri: string;
      readonly level: number;
      readonly relation: string;
    }[];
  };
  readonly assessment: ReturnType<typeof assessmentWords> & {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly task: string;
    readonly supervised: boolean;
    readonly rubric: { readonly id: string; readonly title: string; readonly criteria: readonly Criterion[] };
  };
  readonly badge: Badge;
  readonly field: string;
  readonly successCriteria: readonly string[];
  /** Badges that are usually held before the unit starts. */
  readonly prerequisites: readonly string[];
}

export interface Badge {
  readonly id: string;
  readonly versionId: string;
  readonly name: string;
  readonly description: string;
  readonly criteria: string;
  readonly validMonths: number | null;
}

/** A badge for holding all of others. */
export interface Stack extends Badge {
  readonly issuer: string;
  readonly parts: readonly string[];
}

export interface Catalogue {
  readonly courses: readonly Course[];
  readonly stacks: readonly Stack[];
}

type Topic = SeedFile<'catalogue'>[number];
type Variant = SeedFile<'variants'>[number];

/** What a course is made of, whichever file it comes from. */
interface Draft {
  readonly slug: string;
  readonly provider: string;
  readonly topic: Topic;
  readonly level: number;
  readonly language: string;
  readonly title: string;
  readonly badgeName: string;
  readonly hours?: number;
  readonly mode?: string;
  readonly summary?: string;
  readonly statement: string;
  readonly verb: string;
  readonly object: string;
  readonly conditions: string;
  readonly task: string;
  readonly criteria: readonly (readonly [string, string])[];
  readonly prerequisites: readonly string[];
}

const LEVEL_WORDS: Readonly<Record<number, string>> = {
  2: 'awareness',
  4: 'working',
  5: 'practitioner',
  7: 'expert',
};
const HOURS: Readonly<Record<number, readonly [number, number]>> = { 4: [8, 20], 5: [20, 40], 7: [50, 70] };
const MODES: Readonly<Record<string, readonly string[]>> = {
  PROJECT: ['ASYNCHRONOUS', 'BLENDED'],
  DEMONSTRATION: ['LIVE'],
  SIMULATION: ['LIVE', 'BLENDED'],
  WORKPLACE_ARTEFACT: ['WORKPLACE'],
  SCENARIO: ['BLENDED', 'ASYNCHRONOUS'],
};
const LEADS: Readonly<Record<string, (hours: number) => string>> = {
  ASYNCHRONOUS: (hours) => `At your own pace, about ${hours} hours.`,
  LIVE: (hours) => `Live in a small group, about ${hours} hours.`,
  BLENDED: (hours) => `At your own pace with live sessions in between, about ${hours} hours.`,
  WORKPLACE: (hours) => `On the job with a coach, about ${hours} hours.`,
};
const DESIGN_SCHOOL = new Set(['design', 'research', 'accessibility']);

/** The units, outcomes, assessments and badges of the sample world's two schools. Always the same. */
export function sampleCatalogue(): Catalogue {
  const topics = seedFile('catalogue');
  const drafts = [
    ...topics.flatMap((topic) => draftsOf(topic, topics)),
    ...seedFile('variants').map((variant) => draftOf(variant, topics)),
  ];
  const closeMappings = seedFile('mappings').filter(
    ({ relation }) => relation === 'EXACT' || relation === 'CLOSE',
  );
  return {
    courses: drafts.map((draft) => courseOf(draft, closeMappings)),
    stacks: seedFile('stacks').map(({ id, issuer, name, description, parts }) => ({
      id,
      versionId: `${id}-v1`,
      issuer,
      name,
      description,
      criteria: 'Hold every badge of the list at the same time.',
      validMonths: null,
      parts,
    })),
  };
}

const slugOf = (topic: Topic, level: number): string => {
  const title = topic.title.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${title}-${LEVEL_WORDS[level]}`;
};
const levelsOf = (topic: Topic): number[] =>
  Object.keys(topic.levels)
    .map(Number)
    .sort((a, b) => a - b);
const providerOf = (topic: Topic): string =>
  DESIGN_SCHOOL.has(topic.field) ? 'org-tideway' : 'org-northbank';

function draftsOf(topic: Topic, topics: readonly Topic[]): Draft[] {
  const levels = levelsOf(topic);
  return levels.map((level, index): Draft => {
    const [title, verb, object, conditions, task, more] = topic.levels[level] ?? missing(`level ${level}`);
    const below = levels[index - 1];
    const first = topic.after.map((code) => topicOf(topics, code));
    return {
      slug: slugOf(topic, level),
      provider: providerOf(topic),
      topic,
      level,
      language: 'en',
      title,
      badgeName: `${topic.title}: ${LEVEL_WORDS[level]}`,
      statement: `${verb} ${object}, ${conditions}.`,
      verb,
      object,
      conditions,
      task,
      criteria: more === undefined ? topic.criteria : [...topic.criteria, ['Beyond the task', more]],
      prerequisites:
        below === undefined
          ? first.map((other) => `badge-${slugOf(other, levelsOf(other)[0] ?? 4)}`)
          : [`badge-${slugOf(topic, below)}`],
    };
  });
}

function draftOf(variant: Variant, topics: readonly Topic[]): Draft {
  const topic = topicOf(topics, variant.of);
  const { id, of: _, ...words } = variant;
  return {
    ...words,
    slug: id,
    provider: providerOf(topic) === 'org-tideway' ? 'org-northbank' : 'org-tideway',
    topic,
    badgeName: variant.title,
    prerequisites: [],
  };
}

const topicOf = (topics: readonly Topic[], code: string): Topic =>
  topics.find((topic) => topic.code === code) ?? missing(`topic ${code}`);

function missing(what: string): never {
  throw new Error(`The sample catalogue has no ${what}.`);
}

function courseOf(draft: Draft, mappings: SeedFile<'mappings'>): Course {
  const { slug, topic, level, language, verb, object, conditions } = draft;
  const random = randomOf(`unit ${slug}`);
  const [least, most] = HOURS[level] ?? [8, 20];
  const hours = draft.hours ?? least + 2 * random.below((most - least) / 2 + 1);
  const supervised = topic.kind === 'DEMONSTRATION' || topic.kind === 'SIMULATION' || level >= 7;
  const mode = draft.mode ?? random.pick(MODES[topic.kind] ?? ['ASYNCHRONOUS']);
  const priceCents = random.chance(0.12) ? 0 : Math.round((hours * (700 + random.below(600))) / 500) * 500;
  return {
    provider: draft.provider,
    unit: {
      id: `unit-${slug}`,
      title: draft.title,
      summary:
        draft.summary ?? `${LEADS[mode]?.(hours)} You learn to ${lower(verb)} ${object}, ${conditions}.`,
      effortMinutes: hours * 60,
      priceCents,
      mode,
      language,
      level,
    },
    outcome: {
      id: `outcome-${slug}`,
      statement: draft.statement,
      verb,
      object,
      conditions,
      alignments: [
        { skillUri: ddatUri(topic.code), level, relation: 'EXACT' },
        ...topic.also.map((code) => ({ skillUri: ddatUri(code), level, relation: 'EXACT' })),
        ...Object.keys(topic.esco).map((skillUri) => ({ skillUri, level, relation: 'EXACT' })),
        ...mappings
          .filter(({ skill, esco }) => skill === topic.code && !(esco in topic.esco))
          .map(({ esco, relation }) => ({ skillUri: esco, level, relation })),
      ],
    },
    assessment: {
      id: `assessment-${slug}`,
      title: draft.title,
      kind: topic.kind,
      task: draft.task,
      supervised,
      ...assessmentWords(language, `assessment-${slug}`, topic.kind, supervised),
      rubric: {
        id: `rubric-${slug}`,
        title: draft.badgeName,
        criteria: draft.criteria.map(([title, clause], position) => ({
          id: `criterion-${slug}-${position + 1}`,
          title,
          position: position + 1,
          levels: criterionLevels(language, position, clause).map((step, place) => ({
            ...step,
            id: `level-${slug}-${position + 1}-${step.points}`,
            position: place + 1,
          })),
        })),
      },
    },
    badge: {
      id: `badge-${slug}`,
      versionId: `badge-${slug}-v1`,
      name: draft.badgeName,
      ...badgeWords(draft),
      validMonths: topic.validMonths ?? null,
    },
    field: topic.field,
    successCriteria: draft.criteria.map(([, clause]) => sentence(language, clause)),
    prerequisites: draft.prerequisites,
  };
}
