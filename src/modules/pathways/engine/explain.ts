import type { BadgeWay, Instance } from './model.ts';

/** What one step of a plan is for. */
export interface Step {
  readonly unit: string;
  /** Badges by which its prerequisites are met. */
  readonly needs: readonly string[];
  /** Goals first reached when this step is done. */
  readonly covers: readonly string[];
  /** Badges first earned when this step is done. */
  readonly earns: readonly string[];
  /** Later steps that need this one: for a prerequisite badge, or for a badge that both steps together complete. */
  readonly enables: readonly string[];
}

/** Why each step of a valid, irredundant plan is in it: each covers a goal or enables a later step. */
export function stepsOf(instance: Instance, order: readonly string[]): Step[] {
  const earnedBy = new Map<string, ReadonlySet<string>>();
  for (const badge of instance.held) earnedBy.set(badge, new Set());
  const passedBy = new Map<string, string>();
  const goals = new Set<string>();
  /** The badge that first showed a fact. */
  const shownBy = new Map<string, string>();
  settle(instance.ways, passedBy, { earnedBy, shownBy }, goals);
  const enables = new Map<string, Set<string>>(order.map((unit) => [unit, new Set<string>()]));
  const steps = order.map((id) => {
    const unit = instance.units.find((other) => other.id === id);
    // held badges come first, then the others in the order in which they were earned
    const had = [...earnedBy.keys(), ...shownBy.keys()];
    const needs = new Set(
      (unit?.prerequisites ?? []).flatMap((clause) => {
        const met = had.find((fact) => clause.includes(fact));
        return met === undefined ? [] : [shownBy.get(met) ?? met];
      }),
    );
    for (const badge of needs) for (const earlier of earnedBy.get(badge) ?? []) enables.get(earlier)?.add(id);
    for (const assessment of unit?.assessments ?? [])
      if (!passedBy.has(assessment)) passedBy.set(assessment, id);
    const done = settle(instance.ways, passedBy, { earnedBy, shownBy }, goals);
    for (const helper of done.helpers) if (helper !== id) enables.get(helper)?.add(id);
    return { unit: id, needs: [...needs], covers: done.covers, earns: done.earns };
  });
  return steps.map((step) => ({
    ...step,
    enables: order.filter((later) => enables.get(step.unit)?.has(later)),
  }));
}

/** Earns what can be earned now; remembers which units each badge rests on, and answers what is new. */
function settle(
  ways: readonly BadgeWay[],
  passedBy: ReadonlyMap<string, string>,
  { earnedBy, shownBy }: { earnedBy: Map<string, ReadonlySet<string>>; shownBy: Map<string, string> },
  goals: Set<string>,
): { covers: string[]; earns: string[]; helpers: Set<string> } {
  const covers: string[] = [];
  const earns: string[] = [];
  const helpers = new Set<string>();
  for (let changed = true; changed; ) {
    changed = false;
    for (const way of ways) {
      if (way.assessments.length + way.parts.length === 0) continue;
      if (!way.assessments.every((id) => passedBy.has(id)) || !way.parts.every((id) => earnedBy.has(id)))
        continue;
      const news = way.covers.filter((goal) => !goals.has(goal));
      const isNew = !earnedBy.has(way.badge);
      if (!isNew && news.length === 0) continue;
      const restsOn = new Set<string>();
      for (const id of way.assessments) restsOn.add(passedBy.get(id) ?? '');
      for (const part of way.parts) for (const unit of earnedBy.get(part) ?? []) restsOn.add(unit);
      if (isNew) {
        earnedBy.set(way.badge, restsOn);
        earns.push(way.badge);
        for (const fact of way.proves) if (!shownBy.has(fact)) shownBy.set(fact, way.badge);
      }
      for (const goal of news) goals.add(goal);
      covers.push(...news);
      for (const unit of restsOn) helpers.add(unit);
      changed = true;
    }
  }
  return { covers: covers.sort(), earns: earns.sort(), helpers };
}
