import type { Instance } from './model.ts';

/** The instance over numbers: facts (badges held, clauses met, assessments passed, goals reached) and rules that make facts from facts. */
export interface Network {
  readonly factCount: number;
  readonly goals: readonly number[];
  readonly initial: readonly number[];
  /** The first `unitIds.length` rules are the units, in the order of their ids; the others are ways to badges and to clauses, and cost nothing. */
  readonly rules: readonly Rule[];
  readonly unitIds: readonly string[];
  /** Rules that wait for a fact. */
  readonly waiting: readonly (readonly number[])[];
}

export interface Rule {
  readonly needs: readonly number[];
  readonly gives: readonly number[];
}

/** Numbers the facts and rules; units are sorted by id, so that the order in which they came is irrelevant. */
export function networkOf(instance: Instance): Network {
  const numbers = new Map<string, number>();
  const fact = (kind: 'badge' | 'clause' | 'assessment' | 'goal', id: string): number => {
    const key = `${kind}:${id}`;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
  const units = [...instance.units].sort((a, b) => (a.id < b.id ? -1 : 1));
  const clauses = new Map<string, readonly string[]>();
  const need = (clause: readonly string[]): number => {
    const badges = distinct(clause);
    const [only] = badges;
    if (only !== undefined && badges.length === 1) return fact('badge', only);
    const name = JSON.stringify(badges);
    clauses.set(name, badges);
    return fact('clause', name);
  };
  const rules: Rule[] = units.map((unit) => ({
    needs: [...new Set(unit.prerequisites.map(need))],
    gives: distinct(unit.assessments).map((id) => fact('assessment', id)),
  }));
  for (const way of instance.ways) {
    if (way.assessments.length + way.parts.length === 0) continue;
    rules.push({
      needs: [
        ...distinct(way.assessments).map((id) => fact('assessment', id)),
        ...distinct(way.parts).map((id) => fact('badge', id)),
      ],
      gives: [fact('badge', way.badge), ...distinct(way.covers).map((id) => fact('goal', id))],
    });
  }
  for (const [name, badges] of clauses)
    for (const badge of badges) rules.push({ needs: [fact('badge', badge)], gives: [fact('clause', name)] });
  const goals = distinct(instance.goals).map((id) => fact('goal', id));
  const initial = distinct(instance.held).map((id) => fact('badge', id));
  const waiting: number[][] = Array.from({ length: numbers.size }, () => []);
  rules.forEach((rule, index) => {
    for (const need of rule.needs) waiting[need]?.push(index);
  });
  return { factCount: numbers.size, goals, initial, rules, waiting, unitIds: units.map(({ id }) => id) };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
