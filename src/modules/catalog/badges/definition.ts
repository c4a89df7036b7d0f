import { z } from 'zod';

/** What the things are that a badge version is made of. */
export const AREAS = [
  'BADGE',
  'OUTCOME',
  'ALIGNMENT',
  'ASSESSMENT',
  'RUBRIC',
  'CRITERION',
  'LEVEL',
  'PART',
] as const;
export type Area = (typeof AREAS)[number];

export type Scalar = string | number | boolean;
export type Value = Scalar | null | readonly Scalar[];
export type Facts = Readonly<Record<string, Value>>;

/** One of the things a badge version is made of, with what it is made of itself. The root is the version, its area `BADGE`. */
export interface Thing {
  readonly area: Area;
  /** Tells it from the others of its area around it: an id, the URI of a skill, the title of a criterion or level. */
  readonly key: string;
  /** What people call it. */
  readonly name: string;
  /** What is said of it, without its key. What is not stated is null or left out. */
  readonly facts: Facts;
  readonly parts: readonly Thing[];
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const thingShape: z.ZodType<Thing> = z.strictObject({
  area: z.enum(AREAS),
  key: z.string(),
  name: z.string(),
  facts: z.record(z.string(), z.union([scalar, z.null(), z.array(scalar)])),
  get parts() {
    return z.array(thingShape);
  },
});

/** A definition as it was kept when its version was published. */
export const readDefinition = (json: string): Thing => thingShape.parse(JSON.parse(json));

type Row = Readonly<Record<string, unknown>>;

/** A badge version as the graph knows it: properties by their names, nested as the nodes are. */
export interface DefinitionRow {
  readonly version: Row;
  readonly outcomes: readonly { readonly outcome: Row; readonly alignments: readonly Row[] }[];
  readonly assessments: readonly {
    readonly assessment: Row;
    readonly rubrics: readonly {
      readonly rubric: Row;
      readonly criteria: readonly { readonly criterion: Row; readonly levels: readonly Row[] }[];
    }[];
  }[];
  readonly badges: readonly Row[];
}

/** What the graph keeps of a version besides what it says. */
const BOOK_KEEPING = [
  'id',
  'badgeId',
  'number',
  'state',
  'publishedAt',
  'changeReason',
  'withdrawnAt',
  'withdrawnReason',
] as const;

/** Everything a version says, as one tree. Identifiers of rubrics, criteria and levels are left out: they differ between copies that say the same. */
export function definitionOf(row: DefinitionRow): Thing {
  return {
    area: 'BADGE',
    key: '',
    name: words(row.version['name']),
    facts: factsOf(without(row.version, ...BOOK_KEEPING)),
    parts: [
      ...row.outcomes.map(({ outcome, alignments }) =>
        thing(
          'OUTCOME',
          outcome,
          'id',
          'statement',
          alignments.map((one) => thing('ALIGNMENT', one, 'skillUri', 'skillUri')),
        ),
      ),
      ...row.assessments.map(({ assessment, rubrics }) =>
        thing('ASSESSMENT', assessment, 'id', 'title', rubrics.map(rubricOf)),
      ),
      ...row.badges.map((badge) => thing('PART', badge, 'id', 'name')),
    ],
  };
}

const rubricOf = ({ rubric, criteria }: DefinitionRow['assessments'][number]['rubrics'][number]): Thing => ({
  ...thing('RUBRIC', without(rubric, 'id'), '', 'title'),
  parts: uniquelyKeyed(
    criteria.map(({ criterion, levels }) =>
      thing(
        'CRITERION',
        without(criterion, 'id'),
        'title',
        'title',
        uniquelyKeyed(levels.map((level) => thing('LEVEL', without(level, 'id'), 'title', 'title'))),
      ),
    ),
  ),
});

function thing(
  area: Area,
  row: Row,
  keyField: string,
  nameField: string,
  parts: readonly Thing[] = [],
): Thing {
  return {
    area,
    key: words(row[keyField]),
    name: words(row[nameField]),
    facts: factsOf(without(row, keyField)),
    parts,
  };
}

/** Two criteria may have one title: the second of them is told apart by its number. */
function uniquelyKeyed(things: readonly Thing[]): Thing[] {
  const seen = new Map<string, number>();
  return things.map((one) => {
    const times = (seen.get(one.key) ?? 0) + 1;
    seen.set(one.key, times);
    return times === 1 ? one : { ...one, key: `${one.key} (${times})` };
  });
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');

const without = (row: Row, ...fields: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !fields.includes(name)));

const isScalar = (value: unknown): value is Scalar => ['string', 'number', 'boolean'].includes(typeof value);

/** What can be compared and shown: texts, numbers, yes and no, and lists of them. Instants of book-keeping are nothing a badge says. */
function factsOf(row: Row): Facts {
  const facts: Record<string, Value> = {};
  for (const [name, value] of Object.entries(row))
    if (isScalar(value)) facts[name] = value;
    else if (Array.isArray(value) && value.length > 0 && value.every(isScalar)) facts[name] = value;
  return facts;
}
