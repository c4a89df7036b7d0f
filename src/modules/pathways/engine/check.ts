import type { Instance } from './model.ts';

/**
 * Does the plan as a learner would: one unit after another, earning badges on the way. Shares no code with the planner. Answers
 * what is wrong with it, in words; nothing when the plan is valid, reaches every goal but those named as uncoverable, and has no
 * step that could be left out.
 */
export function faultsOf(
  instance: Instance,
  plan: { readonly order: readonly string[]; readonly uncoverable: readonly string[] },
): string[] {
  const faults: string[] = [];
  const walked = walk(instance, plan.order);
  faults.push(...walked.faults);
  const wanted = instance.goals.filter((goal) => !plan.uncoverable.includes(goal));
  for (const goal of wanted) if (!walked.goals.has(goal)) faults.push(`the goal ${goal} is not reached`);
  const everything = walkInAnyOrder(instance);
  for (const goal of plan.uncoverable)
    if (everything.has(goal)) faults.push(`the goal ${goal} is said to be out of reach but is not`);
  for (const unit of plan.order) {
    const without = walk(
      instance,
      plan.order.filter((other) => other !== unit),
    );
    if (without.faults.length === 0 && wanted.every((goal) => without.goals.has(goal)))
      faults.push(`the unit ${unit} could be left out`);
  }
  return faults;
}

interface State {
  readonly badges: Set<string>;
  readonly passed: Set<string>;
  readonly goals: Set<string>;
}

function walk(instance: Instance, order: readonly string[]): { faults: string[]; goals: Set<string> } {
  const state = start(instance);
  const faults: string[] = [];
  order.forEach((id, position) => {
    const unit = instance.units.find((other) => other.id === id);
    if (!unit) faults.push(`there is no unit ${id}`);
    else if (order.indexOf(id) !== position) faults.push(`the unit ${id} stands twice`);
    else {
      for (const clause of unit.prerequisites)
        if (!clause.some((badge) => state.badges.has(badge)))
          faults.push(`the unit ${id} starts without a badge of ${clause.join(', ')}`);
      for (const assessment of unit.assessments) state.passed.add(assessment);
      earn(instance, state);
    }
  });
  return { faults, goals: state.goals };
}

/** Every goal that all units on offer reach together. */
function walkInAnyOrder(instance: Instance): Set<string> {
  const state = start(instance);
  for (let before = -1; before !== size(state); ) {
    before = size(state);
    for (const unit of instance.units)
      if (unit.prerequisites.every((clause) => clause.some((badge) => state.badges.has(badge))))
        for (const assessment of unit.assessments) state.passed.add(assessment);
    earn(instance, state);
  }
  return state.goals;
}

function start(instance: Instance): State {
  const state = { badges: new Set(instance.held), passed: new Set<string>(), goals: new Set<string>() };
  earn(instance, state);
  return state;
}

function earn(instance: Instance, state: State): void {
  for (let before = -1; before !== size(state); ) {
    before = size(state);
    for (const way of instance.ways) {
      if (way.assessments.length === 0 && way.parts.length === 0) continue;
      if (!way.assessments.every((id) => state.passed.has(id))) continue;
      if (!way.parts.every((id) => state.badges.has(id))) continue;
      for (const shown of [way.badge, ...way.proves]) state.badges.add(shown);
      for (const goal of way.covers) state.goals.add(goal);
    }
  }
}

const size = ({ badges, passed, goals }: State): number => badges.size + passed.size + goals.size;
