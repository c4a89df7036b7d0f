import type { Repository } from '../../../platform/graph/repository.ts';
import type { Supply } from './prerequisite-cycle.ts';
import { factsOf, type Prerequisite } from './prerequisites.ts';
import type { unitAuthoringStatements } from './unit-authoring.repository.ts';

type Store = Pick<Repository<typeof unitAuthoringStatements>, 'waysToFacts'>;
type Unit = Supply['units'][number];
type Badge = Supply['badges'][number];

/** Everything that what a unit asks for leads back to: one statement for each step away from it. */
export async function supplyOf(store: Store, unit: Unit): Promise<Supply> {
  const units = new Map<string, Unit>([[unit.id, unit]]);
  const badges = new Map<string, Badge>();
  const asked = new Set<string>();
  let open = namedBy([unit], []);
  for (;;) {
    const fresh = {
      badgeIds: unasked(asked, 'badge', open.badgeIds),
      outcomeIds: unasked(asked, 'outcome', open.outcomeIds),
      skillUris: unasked(asked, 'skill', open.skillUris),
    };
    if (fresh.badgeIds.length + fresh.outcomeIds.length + fresh.skillUris.length === 0) break;
    const rows = await store.waysToFacts(fresh);
    const newUnits: Unit[] = [];
    for (const row of rows) {
      badges.set(row.badgeId, row);
      for (const each of row.units)
        if (!units.has(each.id)) {
          units.set(each.id, each);
          newUnits.push(each);
        }
    }
    open = namedBy(newUnits, rows);
  }
  return { units: [...units.values()], badges: [...badges.values()] };
}

function namedBy(units: readonly Unit[], badges: readonly Badge[]) {
  const facts = units.flatMap(({ prerequisites }) => factsOf(prerequisites).map(({ fact }) => fact));
  return {
    badgeIds: [
      ...facts.flatMap((fact) => (fact.op === 'badge' ? [fact.badgeId] : [])),
      ...badges.flatMap(({ ways }) => ways.flatMap(({ parts }) => parts)),
    ],
    outcomeIds: facts.flatMap((fact) => (fact.op === 'outcome' ? [fact.outcomeId] : [])),
    skillUris: facts.flatMap((fact) => (fact.op === 'skill' ? [fact.skillUri] : [])),
  };
}

function unasked(asked: Set<string>, kind: string, ids: readonly string[]): string[] {
  const fresh = [...new Set(ids)].filter((id) => !asked.has(`${kind} ${id}`));
  for (const id of fresh) asked.add(`${kind} ${id}`);
  return fresh;
}

/** The ids and URIs that a rule names: what its index in the graph points to. */
export function askedBy(rule: Prerequisite | null) {
  return namedBy([{ id: '', prerequisites: rule, assessments: [] }], []);
}
