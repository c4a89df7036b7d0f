import type { Instance, Objective } from '../../src/modules/pathways/engine/model.ts';

/** The least cost of any set of units that reaches all goals which all units together reach; by trying every set. */
export function bruteForce(instance: Instance, objectives: readonly Objective[]): number[] {
  const best = reached(instance, instance.units);
  let least: number[] | null = null;
  for (let set = 0; set < 1 << instance.units.length; set += 1) {
    const units = instance.units.filter((_, index) => (set >> index) & 1);
    if (reached(instance, units).size < best.size) continue;
    const cost = costVector(units, objectives);
    if (!least || compare(cost, least) < 0) least = cost;
  }
  return least ?? [];
}

export function costVector(
  units: readonly Instance['units'][number][],
  objectives: readonly Objective[],
): number[] {
  const sum = (pick: (unit: Instance['units'][number]) => number) =>
    units.reduce((all, unit) => all + pick(unit), 0);
  return [
    ...objectives.map((o) => sum((unit) => (o === 'HOURS' ? unit.minutes : unit.priceCents))),
    units.length,
  ];
}

export function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) if (value !== b[index]) return value - (b[index] ?? 0);
  return 0;
}

/** Goals reached by doing whichever of the units can be done, again and again until nothing changes. */
function reached(instance: Instance, units: readonly Instance['units'][number][]): Set<string> {
  const badges = new Set(instance.held);
  const passed = new Set<string>();
  const goals = new Set<string>();
  for (let round = 0; round <= units.length + instance.ways.length; round += 1) {
    for (const way of instance.ways)
      if (
        way.assessments.length + way.parts.length > 0 &&
        way.assessments.every((id) => passed.has(id)) &&
        way.parts.every((id) => badges.has(id))
      ) {
        for (const shown of [way.badge, ...way.proves]) badges.add(shown);
        for (const goal of way.covers) if (instance.goals.includes(goal)) goals.add(goal);
      }
    for (const unit of units)
      if (unit.prerequisites.every((clause) => clause.some((id) => badges.has(id))))
        for (const id of unit.assessments) passed.add(id);
  }
  return goals;
}
