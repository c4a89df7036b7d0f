import type { Clock } from '../../platform/clock.ts';
import { invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import { asLearner, type Viewer } from '../identity/viewer.ts';
import type { MatchingService, ScoredRole } from '../matching/matching.service.ts';
import { askedBy, type BadgeRow, instanceOf, type Offer, type UnitRow, whyUncoverable } from './catalogue.ts';
import { type Step, stepsOf } from './engine/explain.ts';
import type { Instance, Objective, Solution } from './engine/model.ts';
import { reduce } from './engine/reduce.ts';
import { pathwaysStatements } from './pathways.repository.ts';
import type { Planner } from './planner.ts';

export interface PathwayRequest {
  readonly learnerId?: string | null | undefined;
  readonly roleProfileId: string;
  readonly minimise?: readonly Objective[] | null | undefined;
  /** Also close what the role merely likes; true when left out. */
  readonly includeNice?: boolean | null | undefined;
}

/** A requirement nothing on offer covers, with the reason and the best level on offer. */
export type Uncoverable = ReturnType<typeof whyUncoverable> & { readonly skill: string };

/** What closes the gap between a learner and a role, before it is put into words. */
export interface Pathway {
  readonly scored: ScoredRole;
  readonly objectives: readonly Objective[];
  readonly solution: Solution;
  readonly steps: readonly Step[];
  readonly uncoverable: readonly Uncoverable[];
  readonly unit: (id: string) => UnitRow;
  readonly badge: (id: string) => BadgeRow | undefined;
}

export class PathwaysService {
  private readonly graph: Repository<typeof pathwaysStatements>;
  private readonly viewer: Viewer;
  private readonly clock: Clock;
  private readonly matching: MatchingService;
  private readonly planner: Planner;

  constructor(scope: {
    graph: Graph;
    viewer: Viewer;
    clock: Clock;
    matching: MatchingService;
    planner: Planner;
  }) {
    this.graph = repository(scope.graph.run, pathwaysStatements);
    this.viewer = scope.viewer;
    this.clock = scope.clock;
    this.matching = scope.matching;
    this.planner = scope.planner;
  }

  /**
   * What the learner who asks lacks for a published role, and the cheapest units that close it; null for an unknown role or
   * somebody else. Throws INVALID_INPUT for objectives that are empty, repeated or cannot be compared.
   */
  async pathway(request: PathwayRequest): Promise<Pathway | null> {
    const { learnerId } = asLearner(this.viewer);
    const objectives = objectivesOf(request);
    if (request.learnerId != null && request.learnerId !== learnerId) return null;
    const scored = await this.matching.own(request.roleProfileId);
    if (!scored) return null;
    const wanted = scored.match.requirements
      .filter(({ status }) => status !== 'MET')
      .map(({ requirement }) => requirement)
      .filter(({ necessity }) => necessity === 'MUST' || request.includeNice !== false);
    const units = await this.graph.units({});
    const asked = askedBy(units);
    const [badges, awards] = await Promise.all([
      this.graph.badges({ skills: wanted.flatMap(({ skill, exact }) => [skill, ...exact]), asked }),
      this.graph.awardsOfLearner({ learnerId, now: this.clock(), asked }),
    ]);
    const offer: Offer = { units, badges, awards };
    const instance = instanceOf(wanted, offer, this.matching.policy);
    const usable = comparable(instance, objectives, request.minimise != null);
    const solution = await this.planner.plan(instance, usable);
    const unitsById = new Map(units.map((unit) => [unit.id, unit]));
    const badgesById = new Map(badges.map((badge) => [badge.badgeId, badge]));
    return {
      scored,
      objectives: usable,
      solution,
      steps: stepsOf(instance, solution.order),
      uncoverable: wanted
        .filter(({ skill }) => solution.uncoverable.includes(skill))
        .map((asked) => ({ ...whyUncoverable(asked, offer, instance), skill: asked.skill })),
      unit: (id) => unitsById.get(id) ?? absent(id),
      badge: (id) => badgesById.get(id),
    };
  }
}

function objectivesOf({ minimise }: PathwayRequest): Objective[] {
  const objectives: Objective[] = minimise ? [...minimise] : ['HOURS', 'PRICE'];
  if (objectives.length === 0 || new Set(objectives).size !== objectives.length)
    throw invalidInput(
      'input.minimise',
      'must name HOURS, PRICE or both, each once, the more important first.',
    );
  return objectives;
}

/** Prices are compared only within one currency: by default they are left out where there are several, and refused when asked for. */
function comparable(instance: Instance, objectives: readonly Objective[], asked: boolean): Objective[] {
  // most catalogues have one currency; only for others it takes to know which units could stand in a plan
  if (currenciesOf(instance.units).length <= 1) return [...objectives];
  const useful = new Set(reduce(instance).network.unitIds);
  const currencies = currenciesOf(instance.units.filter(({ id }) => useful.has(id)));
  if (currencies.length <= 1) return [...objectives];
  if (asked && objectives.includes('PRICE'))
    throw invalidInput(
      'input.minimise',
      `cannot compare prices in ${currencies.join(' and ')}. Leave PRICE out.`,
      { reason: 'SEVERAL_CURRENCIES', currencies },
    );
  return objectives.filter((objective) => objective !== 'PRICE');
}

const currenciesOf = (units: Instance['units']): string[] =>
  [...new Set(units.flatMap(({ priceCents, currency }) => (priceCents > 0 ? [currency] : [])))].sort();

function absent(id: string): never {
  throw new Error(`the plan names a unit that was not read: ${id}`);
}
