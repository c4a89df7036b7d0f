import { z } from 'zod';

/** What somebody must have shown: an outcome, a badge, or a skill at a level (step of the EQF) or above. */
export type PrerequisiteFact =
  | { readonly op: 'outcome'; readonly outcomeId: string }
  | { readonly op: 'badge'; readonly badgeId: string }
  | { readonly op: 'skill'; readonly skillUri: string; readonly level: number };

/** What a learning unit asks for before it starts: all, any, or some number of what is below. */
export type Prerequisite =
  | { readonly op: 'all' | 'any'; readonly of: readonly Prerequisite[] }
  | { readonly op: 'some'; readonly n: number; readonly of: readonly Prerequisite[] }
  | PrerequisiteFact;

/** Alternatives, any of which will do. */
export type Clause = readonly PrerequisiteFact[];

export const PREREQUISITE_LIMITS = { depth: 5, facts: 40, clauses: 200 } as const;

const nodes: z.ZodType<Prerequisite> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(nodes) }),
    z.strictObject({ op: z.literal('some'), n: z.number().int(), of: z.array(nodes) }),
    z.strictObject({ op: z.literal('outcome'), outcomeId: z.string() }),
    z.strictObject({ op: z.literal('badge'), badgeId: z.string() }),
    z.strictObject({ op: z.literal('skill'), skillUri: z.string(), level: z.number().int() }),
  ]),
);

/** A rule as the graph keeps it: JSON. */
export const storedPrerequisite = z
  .string()
  .nullable()
  .transform((json): Prerequisite | null => (json === null ? null : nodes.parse(JSON.parse(json))));

/** The parts of a rule; none for a fact. */
export const partsOf = (rule: Prerequisite): readonly Prerequisite[] => ('of' in rule ? rule.of : []);

/** How many of its parts a rule asks for. */
export const askedOf = (rule: Exclude<Prerequisite, PrerequisiteFact>): number =>
  rule.op === 'some' ? rule.n : rule.op === 'any' ? 1 : rule.of.length;

/** Every fact that a rule names, in the order it names them, with its place in the input (`.any[1].badgeId`). */
export function factsOf(rule: Prerequisite | null, place = ''): { fact: PrerequisiteFact; place: string }[] {
  if (!rule) return [];
  if ('of' in rule) {
    const list = rule.op === 'some' ? `${place}.some.of` : `${place}.${rule.op}`;
    return rule.of.flatMap((part, at) => factsOf(part, `${list}[${at}]`));
  }
  const field = rule.op === 'skill' ? 'skill.uri' : rule.op === 'badge' ? 'badgeId' : 'outcomeId';
  return [{ fact: rule, place: `${place}.${field}` }];
}

/** Levels of a rule: 1 for a fact alone. */
export const depthOf = (rule: Prerequisite): number => 1 + Math.max(0, ...partsOf(rule).map(depthOf));

/** Whether a rule holds when exactly those facts do that `known` says. */
export function isMet(rule: Prerequisite | null, known: (fact: PrerequisiteFact) => boolean): boolean {
  if (!rule) return true;
  if (!('of' in rule)) return known(rule);
  return rule.of.filter((part) => isMet(part, known)).length >= askedOf(rule);
}

/** One name for the same fact. */
export const nameOf = (fact: PrerequisiteFact): string =>
  fact.op === 'badge'
    ? `badge ${fact.badgeId}`
    : fact.op === 'outcome'
      ? `outcome ${fact.outcomeId}`
      : `skill ${fact.skillUri} at ${fact.level}`;

/**
 * A rule as clauses: it holds exactly when of each clause at least one fact does. No clause contains another, none names a fact twice.
 * Null when there would be more than {@link PREREQUISITE_LIMITS} allows; a rule that was stored never has.
 */
export function clausesOf(rule: Prerequisite | null): Clause[] | null {
  if (!rule) return [];
  if (!('of' in rule)) return [[rule]];
  const parts = rule.of.map(clausesOf);
  const all: Clause[] = [];
  // at least n of m hold exactly when of any m − n + 1 at least one does
  for (const group of choices(parts, rule.of.length - askedOf(rule) + 1)) {
    let either: Clause[] = [[]];
    for (const part of group) {
      if (!part || either.length * part.length > 4_000) return null;
      either = irredundant(either.flatMap((left) => part.map((right) => [...left, ...right])));
    }
    all.push(...either);
    if (all.length > 4_000) return null;
  }
  const clauses = irredundant(all);
  return clauses.length > PREREQUISITE_LIMITS.clauses ? null : clauses;
}

function* choices<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at <= items.length - size; at += 1)
      for (const rest of choices(items, size - 1, at + 1)) yield [items[at] as T, ...rest];
}

/** Without repetitions within a clause, and without clauses that follow from another. */
function irredundant(clauses: readonly Clause[]): Clause[] {
  const named = clauses.map((clause) => new Map(clause.map((fact) => [nameOf(fact), fact])));
  named.sort((a, b) => a.size - b.size);
  const kept: Map<string, PrerequisiteFact>[] = [];
  for (const clause of named)
    if (!kept.some((shorter) => [...shorter.keys()].every((name) => clause.has(name)))) kept.push(clause);
  return kept.map((clause) => [...clause.values()]);
}
