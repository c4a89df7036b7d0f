import { Closure } from './closure.ts';
import { type Network, restrict } from './network.ts';

/**
 * The units in an order in which they can be done: of those that can be started, the one that reaches most goals first, then the
 * one that takes least time, then by id. Throws when some can never be started, or lead nowhere.
 */
export function firingOrder(
  whole: Network,
  units: readonly number[],
  minutesOf: (unit: number) => number,
): string[] {
  const chosen = new Set(units);
  const part = restrict(whole, (unit) => chosen.has(unit));
  const { network } = part;
  const index = new Map(network.unitIds.map((id, position) => [id, position]));
  const minutes = new Map(network.unitIds.map((id, position) => [id, minutesOf(part.units[position] ?? -1)]));
  if (part.units.length < chosen.size) throw new Error('some units can never be started, or lead nowhere');
  const closure = new Closure(network);
  const left = new Set([...network.unitIds].sort());
  const order: string[] = [];
  while (left.size > 0) {
    let next: { id: string; gained: number; minutes: number } | null = null;
    for (const id of left) {
      const candidate = { id, minutes: minutes.get(id) ?? 0, gained: tryUnit(closure, index.get(id) ?? -1) };
      if (candidate.gained < 0) continue;
      if (
        !next ||
        candidate.gained > next.gained ||
        (candidate.gained === next.gained && candidate.minutes < next.minutes)
      )
        next = candidate;
    }
    if (!next) throw new Error(`these units can never be started: ${[...left].join(', ')}`);
    closure.add(index.get(next.id) ?? -1);
    order.push(next.id);
    left.delete(next.id);
  }
  return order;
}

/** How many goals the unit reaches now; -1 if it cannot be started. */
function tryUnit(closure: Closure, unit: number): number {
  const mark = closure.mark;
  const before = closure.goalsLeft;
  closure.add(unit);
  const gained = closure.fires(unit) ? before - closure.goalsLeft : -1;
  closure.back(mark);
  return gained;
}
