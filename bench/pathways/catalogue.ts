import type { BadgeWay, Instance, PlanUnit } from '../../src/modules/pathways/engine/model.ts';
import { openInput } from '../../src/modules/taxonomy/import/input.ts';
import { readTable } from '../../src/modules/taxonomy/import/table.ts';
import { type Random, randomOf } from '../support/random.ts';

/** Occupations of ESCO with the skills that are essential for them. */
export type Occupations = ReadonlyMap<string, readonly string[]>;

/** Reads the essential skills of each occupation from an ESCO release as downloaded. */
export async function readOccupations(path: string): Promise<Occupations> {
  const input = await openInput(path);
  const needs = new Map<string, string[]>();
  try {
    const file = input.files.find(({ name }) => name.startsWith('occupationSkillRelations'));
    if (!file) throw new Error(`${path} has no relations of occupations to skills`);
    const columns = ['occupationUri', 'relationType', 'skillUri'];
    for await (const { cells } of readTable(file, { format: 'csv', columns })) {
      const { occupationUri: occupation = '', relationType, skillUri: skill = '' } = cells;
      if (relationType !== 'essential') continue;
      const known = needs.get(occupation);
      if (known) known.push(skill);
      else needs.set(occupation, [skill]);
    }
  } finally {
    await input.close();
  }
  return needs;
}

/** How a catalogue is made up. */
export interface Shape {
  readonly units: number;
  /** Occupations whose skills are taught. The fewer, the more units teach each skill. */
  readonly occupations: number;
  readonly skillsEach: readonly [least: number, most: number];
  /** How many clauses of prerequisites a unit has at most. */
  readonly clauses: number;
}

const LEVELS = 4;

interface Taught {
  readonly skill: string;
  readonly level: number;
}

/** A catalogue: units, each with a badge of its own that proves skills at levels. */
export interface Catalogue {
  readonly occupations: readonly (readonly string[])[];
  readonly units: readonly PlanUnit[];
  readonly taught: readonly (readonly Taught[])[];
}

/** A catalogue of units, hours, prices, levels and prerequisites drawn over the skills of real occupations. */
export function makeCatalogue(all: Occupations, shape: Shape, seed: number): Catalogue {
  const random = randomOf(seed);
  const rich = [...all.values()].filter(({ length }) => length >= 8 && length <= 60);
  const occupations = Array.from({ length: shape.occupations }, () => pick(random, rich));
  const byFact = new Map<string, string[]>();
  const taught: Taught[][] = [];
  const drawn = Array.from({ length: shape.units }, (_, index) => {
    const skills = pick(random, occupations);
    const [least, most] = shape.skillsEach;
    const own = distinct(random, skills, between(random, least, most)).map((skill) => ({
      skill,
      level: between(random, 1, LEVELS),
    }));
    taught.push(own);
    for (const { skill, level } of own)
      for (let to = 1; to <= level; to += 1) {
        const key = `${skill} ${to}`;
        byFact.set(key, [...(byFact.get(key) ?? []), `b${index}`]);
      }
    return { skills, own };
  });
  const units = drawn.map(({ skills, own }, index): PlanUnit => {
    const wanted = Array.from({ length: between(random, 0, shape.clauses) }, () => {
      const higher = own.filter(({ level }) => level > 1);
      if (higher.length > 0 && random() < 0.6) {
        const { skill, level } = pick(random, higher);
        return `${skill} ${level - 1}`;
      }
      return `${pick(random, skills)} ${between(random, 1, 2)}`;
    });
    const clauses = wanted
      .filter((fact) => (byFact.get(fact) ?? []).some((badge) => badge !== `b${index}`))
      .map((fact) => [fact]);
    const effort = own.reduce((hours, { level }) => hours + level * between(random, 2, 12), 0);
    return {
      id: `u${String(index).padStart(6, '0')}`,
      minutes: Math.max(1, Math.round(effort * (0.6 + 0.4 * random()))) * 60,
      priceCents: random() < 0.2 ? 0 : Math.round(effort * between(random, 3, 30)) * 100,
      currency: 'EUR',
      prerequisites: clauses,
      assessments: [`a${index}`],
    };
  });
  return { occupations, units, taught };
}

/** Somebody with some badges, and a role with the skills of an occupation at levels. */
export function makeInstance({ occupations, units, taught }: Catalogue, seed: number): Instance {
  const random = randomOf(seed);
  const skills = pick(random, occupations);
  const goals = distinct(random, skills, Math.min(skills.length, between(random, 8, 40))).map((skill) => ({
    skill,
    level: between(random, 1, 3),
  }));
  const held = Array.from({ length: between(random, 0, 12) }, () => Math.floor(random() * units.length));
  const wanted = new Map(goals.map(({ skill, level }) => [skill, level]));
  const covered = (index: number) =>
    (taught[index] ?? []).flatMap(({ skill, level }) =>
      level >= (wanted.get(skill) ?? Number.POSITIVE_INFINITY) ? [skill] : [],
    );
  const met = new Set(held.flatMap(covered));
  const ways: BadgeWay[] = units.map(({ assessments }, index) => ({
    badge: `b${index}`,
    assessments,
    parts: [],
    proves: (taught[index] ?? []).flatMap(({ skill, level }) =>
      Array.from({ length: level }, (_, below) => `${skill} ${below + 1}`),
    ),
    covers: covered(index),
  }));
  return {
    goals: goals.map(({ skill }) => skill).filter((skill) => !met.has(skill)),
    held: held.map((index) => `b${index}`),
    units,
    ways,
  };
}

const between = (random: Random, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

function distinct<T>(random: Random, list: readonly T[], count: number): T[] {
  const chosen = new Set<T>();
  for (let tries = 0; chosen.size < Math.min(count, list.length) && tries < 50 * count; tries += 1)
    chosen.add(pick(random, list));
  return [...chosen];
}
