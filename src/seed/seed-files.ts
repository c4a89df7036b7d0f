import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const { resolve } = createRequire(import.meta.url);

const text = z.string().min(1);
const level = z.number().int().min(1).max(8);
const relation = z.enum(['EXACT', 'CLOSE', 'NARROW', 'BROAD', 'RELATED']);
/** Preferred label first, alternatives after it. */
const labels = z.array(text).min(1);
const topicLevel = z.tuple([text, text, text, text, text]).rest(text);

const shapes = {
  frameworks: z.array(
    z.strictObject({
      id: text,
      name: text,
      publisher: text,
      url: z.url(),
      licence: text,
      attribution: text,
      version: text,
      ordinal: z.number().int(),
    }),
  ),
  ddat: z.strictObject({
    skills: z.array(z.strictObject({ code: text, label: text })),
    roles: z.array(
      z.strictObject({
        code: text,
        role: text,
        family: text,
        occupation: text,
        levels: z.array(z.strictObject({ code: text, title: text, needs: z.record(text, level) })),
      }),
    ),
  }),
  'esco-concepts': z.array(
    z.strictObject({
      uri: text,
      kind: z.enum(['Skill', 'SkillGroup', 'Occupation', 'OccupationGroup']),
      code: text.optional(),
      skillType: z.enum(['SKILL', 'KNOWLEDGE']).optional(),
      reuseLevel: z
        .enum(['TRANSVERSAL', 'CROSS_SECTOR', 'SECTOR_SPECIFIC', 'OCCUPATION_SPECIFIC'])
        .optional(),
      labels: z.record(text, labels),
    }),
  ),
  'esco-relations': z.strictObject({
    broader: z.array(z.tuple([text, text])),
    needs: z.array(z.tuple([text, z.enum(['ESSENTIAL', 'OPTIONAL']), text])),
  }),
  onet: z.strictObject({
    occupations: z.array(z.strictObject({ code: text, jobZone: z.number().int(), labels })),
    elements: z.array(
      z.strictObject({ code: text, skillType: z.enum(['SKILL', 'KNOWLEDGE']).optional(), label: text }),
    ),
    ratings: z.array(
      z.tuple([
        text,
        text,
        z.number(),
        z.number(),
        z
          .string()
          .regex(/^[YN-]{3}$/)
          .optional(),
      ]),
    ),
    crosswalk: z.array(z.strictObject({ onet: text, relation, esco: text })),
  }),
  mappings: z.array(
    z.strictObject({
      skill: text,
      relation,
      esco: z.url(),
      label: text,
      confidence: z.number().min(0).max(1),
    }),
  ),
  organizations: z.array(
    z.strictObject({
      id: text,
      name: text,
      url: z.url(),
      regions: z.array(text),
      kinds: z.array(z.enum(['ISSUER', 'PROVIDER', 'EMPLOYER', 'REVIEWER'])),
    }),
  ),
  catalogue: z.array(
    z.strictObject({
      code: text,
      /** Skills of other roles that are the same in other words. */
      also: z.array(text).default([]),
      /** Skills whose badge of the lowest level one needs first. */
      after: z.array(text).default([]),
      title: text,
      /** ESCO skills that the outcomes are exactly: label by URI. */
      esco: z.record(z.url(), text).default({}),
      field: text,
      kind: z.enum(['PROJECT', 'DEMONSTRATION', 'SIMULATION', 'WORKPLACE_ARTEFACT', 'SCENARIO', 'QUIZ']),
      validMonths: z.number().int().positive().optional(),
      criteria: z.array(z.tuple([text, text])).min(1),
      /** By level: title, verb, object, conditions, task, and the clause of one more criterion at higher levels. */
      levels: z.record(text, topicLevel),
    }),
  ),
  variants: z.array(
    z.strictObject({
      id: text,
      of: text,
      level,
      language: text,
      hours: z.number().int(),
      mode: z.enum(['ASYNCHRONOUS', 'LIVE', 'BLENDED', 'WORKPLACE']),
      title: text,
      summary: text,
      statement: text,
      verb: text,
      object: text,
      conditions: text,
      task: text,
      criteria: z.array(z.tuple([text, text])).min(1),
    }),
  ),
  stacks: z.array(
    z.strictObject({ id: text, issuer: text, name: text, description: text, parts: z.array(text).min(2) }),
  ),
  'role-profiles': z.array(
    z.strictObject({
      id: text,
      employer: text,
      title: text,
      occupation: z.url(),
      region: text,
      needs: z.array(
        z.strictObject({
          skill: z.url(),
          label: text,
          level,
          necessity: z.enum(['MUST', 'NICE']),
          weight: z.number().int().min(1),
          evidence: z.enum(['ANY', 'VERIFIED', 'ASSESSED']).default('ANY'),
        }),
      ),
    }),
  ),
  vacancies: z.array(
    z.strictObject({
      id: text,
      profile: text,
      openings: z.number().int().min(1),
      openedDaysAgo: z.number().int(),
      /** Null: until it is ended. */
      closesInDays: z.number().int().nullable(),
      contactUrl: z.url(),
    }),
  ),
  badges: z.strictObject({
    versions: z.array(
      z.strictObject({
        badge: text,
        publishedDaysAgo: z.number().int(),
        changeReason: text,
        description: text,
        validMonths: z.number().int(),
        renewal: text,
        renewalText: text,
      }),
    ),
    simulations: z.array(z.strictObject({ assessment: text, employer: text })),
    endorsements: z.array(
      z.strictObject({
        id: text,
        version: text,
        endorser: text,
        givenDaysAgo: z.number().int(),
        state: z.enum(['PROPOSED', 'ACCEPTED']),
        settledDaysAgo: z.number().int().nullable(),
        statement: text,
      }),
    ),
    coCreations: z.array(
      z.strictObject({
        id: text,
        issuer: text,
        heldDaysAgo: z.number().int(),
        title: text,
        summary: text,
        badges: z.array(text),
        proposals: z.array(
          z.strictObject({
            statement: text,
            jobTitle: text,
            organization: text.nullable().default(null),
            organizationName: text.nullable().default(null),
            decision: z.enum(['OPEN', 'ADOPTED', 'ADAPTED', 'DECLINED']),
            reason: text.nullable().default(null),
            outcome: text.nullable().default(null),
            decidedDaysAgo: z.number().int().nullable().default(null),
            confirmedDaysAgo: z.number().int().nullable().default(null),
          }),
        ),
      }),
    ),
  }),
  people: z.strictObject({
    given: z.array(text),
    family: z.array(text),
    regions: z.array(z.tuple([text, text])),
    personas: z.array(
      z.strictObject({
        id: text,
        name: text,
        region: text,
        language: text,
        story: text,
        badges: z.array(
          z.strictObject({ badge: text, monthsAgo: z.number(), revoked: z.boolean().default(false) }),
        ),
        consents: z.array(
          z.strictObject({ to: text, state: z.enum(['GIVEN', 'WITHDRAWN', 'EXPIRED']).default('GIVEN') }),
        ),
      }),
    ),
  }),
};

type Shapes = typeof shapes;
/** The content of `seed/<name>.json`, checked. */
export type SeedFile<N extends keyof Shapes> = z.output<Shapes[N]>;

/** Reads one file of `seed/`. Throws, naming the file and the place, when it does not have its shape. */
export function seedFile<N extends keyof Shapes>(name: N): SeedFile<N> {
  const { data, error } = shapes[name].safeParse(
    JSON.parse(readFileSync(resolve(`#seed/${name}.json`), 'utf8')),
  );
  if (error) throw new Error(`seed/${name}.json is not usable:\n${z.prettifyError(error)}`);
  return data as SeedFile<N>;
}

export const seedFileNames = Object.keys(shapes) as (keyof Shapes)[];
