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
  /** Rules that give a fact. */
  readonly givers: readonly (readonly number[])[];
  /** Rules that wait for nothing. */
  readonly needless: readonly number[];
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
      gives: [
        ...distinct([way.badge, ...way.proves]).map((id) => fact('badge', id)),
        ...distinct(way.covers).map((id) => fact('goal', id)),
      ],
    });
  }
  for (const [name, badges] of clauses)
    for (const badge of badges) rules.push({ needs: [fact('badge', badge)], gives: [fact('clause', name)] });
  const goals = distinct(instance.goals).map((id) => fact('goal', id));
  const initial = distinct(instance.held).map((id) => fact('badge', id));
  return linked({ factCount: numbers.size, goals, initial, rules, unitIds: units.map(({ id }) => id) });
}

/** A part of a network; its facts keep their numbers. */
export interface Part {
  readonly network: Network;
  /** The number that each unit of the part has in the whole. */
  readonly units: readonly number[];
}

/** What is left with only these units and goals: rules that can come to be carried out, and that lead to a goal. */
export function restrict(
  network: Network,
  keeps: (unit: number) => boolean,
  goals: readonly number[] = network.goals,
): Part {
  const count = network.unitIds.length;
  const open = Int32Array.from(network.rules, ({ needs }) => needs.length);
  const known = new Uint8Array(network.factCount);
  const fires = (rule: number) => open[rule] === 0 && (rule >= count || keeps(rule));
  const onward = [...network.initial, ...network.needless.filter(fires).flatMap((rule) => gives(rule))];
  function gives(rule: number): readonly number[] {
    return network.rules[rule]?.gives ?? [];
  }
  for (let fact = onward.pop(); fact !== undefined; fact = onward.pop()) {
    if (known[fact]) continue;
    known[fact] = 1;
    for (const rule of network.waiting[fact] ?? []) {
      open[rule] = (open[rule] as number) - 1;
      if (fires(rule)) onward.push(...gives(rule));
    }
  }
  const wanted = new Uint8Array(network.factCount);
  const used = new Uint8Array(network.rules.length);
  const back = goals.filter((goal) => known[goal]);
  for (const fact of network.initial) wanted[fact] = 1;
  for (let fact = back.pop(); fact !== undefined; fact = back.pop()) {
    if (wanted[fact]) continue;
    wanted[fact] = 1;
    for (const rule of network.givers[fact] ?? [])
      if (!used[rule] && fires(rule)) {
        used[rule] = 1;
        back.push(...(network.rules[rule]?.needs ?? []));
      }
  }
  const units = [...network.unitIds.keys()].filter((unit) => used[unit]);
  return {
    units,
    network: linked({
      ...network,
      goals,
      rules: network.rules.filter((_, rule) => used[rule]),
      unitIds: units.map((unit) => network.unitIds[unit] ?? ''),
    }),
  };
}

function linked(network: Pick<Network, 'factCount' | 'goals' | 'initial' | 'rules' | 'unitIds'>): Network {
  const { factCount, goals, initial, rules, unitIds } = network;
  const waiting: number[][] = Array.from({ length: factCount }, () => []);
  const givers: number[][] = Array.from({ length: factCount }, () => []);
  const needless: number[] = [];
  for (const [index, { needs, gives }] of rules.entries()) {
    for (const fact of needs) waiting[fact]?.push(index);
    for (const fact of gives) givers[fact]?.push(index);
    if (needs.length === 0) needless.push(index);
  }
  return { factCount, goals, initial, rules, unitIds, waiting, givers, needless };
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)].sort();
