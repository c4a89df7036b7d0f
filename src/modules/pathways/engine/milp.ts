import type { Highs, Model } from 'highs';
import { Closure } from './closure.ts';
import { landmarkCuts } from './landmarks.ts';
import type { Network } from './network.ts';

/** A limit on what the chosen units add up to. */
export interface Side {
  readonly of: ArrayLike<number>;
  readonly most: number;
}

/** What the relaxation says. */
export interface Relaxed {
  readonly value: number;
  readonly shares: Float64Array;
  readonly reduced: Float64Array;
}

/** What the search over whole units says. */
export interface Whole {
  readonly units: number[] | null;
  readonly bound: number;
  /** Whether nothing cheaper exists by the rows so far. */
  readonly ended: boolean;
}

/** HiGHS: a primal solution is at hand (`SolutionStatus`). */
const FEASIBLE = 2;

/** Solutions of floating point this near to 0 or 1 are 0 or 1. */
const NEAR = 1e-6;

/** A network as a linear programme over its units, to which the landmarks are added that its solutions break. */
export class Programme {
  readonly #highs: Highs;
  readonly #network: Network;
  readonly #model: Model;
  readonly #units: number;
  readonly #initial: ReadonlySet<number>;
  /** The column of each rule that has one: units, and what is given by several needs at once. */
  readonly #columns = new Map<number, number>();

  constructor(
    highs: Highs,
    network: Network,
    costs: ArrayLike<number>,
    also: { landmarks: readonly (readonly number[])[]; sides: readonly Side[] },
  ) {
    this.#highs = highs;
    this.#network = network;
    this.#units = network.unitIds.length;
    this.#initial = new Set(network.initial);
    for (const [rule, { needs }] of network.rules.entries())
      if (rule < this.#units || needs.length > 1) this.#columns.set(rule, this.#columns.size);
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.99 });
    const count = this.#columns.size;
    this.#model.addVars(new Float64Array(count), new Float64Array(count).fill(1));
    for (let unit = 0; unit < this.#units; unit += 1) this.#model.changeColCost(unit, costs[unit] ?? 0);
    this.#addRows([...this.#rows(), ...also.landmarks.map(atLeastOne), ...also.sides.map(sideRow)]);
  }

  /**
   * Solves it without asking for whole units, adding broken landmarks until there are none or time is over. Answers what a plan
   * costs at least, each unit's share, and what each costs on top.
   */
  relax(deadline: number): Relaxed | 'INFEASIBLE' | 'TIME_OVER' {
    for (;;) {
      const status = this.#run(deadline);
      if (status !== 'ENDED') return status;
      const { colValue, colDual } = this.#model.getSolution();
      const shares = colValue.slice(0, this.#units);
      const broken = [NEAR, 0.2].flatMap((threshold) => this.#brokenBy(shares, threshold));
      if (broken.length === 0 || performance.now() >= deadline)
        return { value: this.#model.getObjectiveValue(), shares, reduced: colDual.slice(0, this.#units) };
      this.#addRows(broken.map(atLeastOne));
    }
  }

  /** Forbids units. */
  forbid(units: readonly number[]): void {
    for (const unit of units) this.#model.changeColBounds(unit, 0, 0);
  }

  /** From now on units are taken whole or not at all. */
  makeWhole(): void {
    const { integer } = this.#highs.constants.variableType;
    for (let unit = 0; unit < this.#units; unit += 1) this.#model.changeColIntegrality(unit, integer);
  }

  /** A cheapest set of whole units by the rows so far, if one was found, and what the best costs at least. */
  whole(deadline: number): Whole | 'INFEASIBLE' {
    const status = this.#run(deadline);
    if (status === 'INFEASIBLE') return status;
    const bound = Number(this.#model.info.get('mip_dual_bound'));
    const primal = this.#model.info.get('primal_solution_status');
    const { colValue } = this.#model.getSolution();
    const units = [...Array(this.#units).keys()].filter((unit) => (colValue[unit] ?? 0) > 0.5);
    return { units: primal === FEASIBLE ? units : null, bound, ended: status === 'ENDED' };
  }

  /** Adds landmarks that a set of units which reaches not all goals has none of. */
  cutOff(units: readonly number[]): void {
    const shares = new Float64Array(this.#units);
    for (const unit of units) shares[unit] = 1;
    this.#addRows(this.#brokenBy(shares, NEAR).map(atLeastOne));
  }

  dispose(): void {
    this.#model.dispose();
  }

  #run(deadline: number): 'ENDED' | 'INFEASIBLE' | 'TIME_OVER' {
    const left = (deadline - performance.now()) / 1000;
    if (Number.isFinite(left)) {
      this.#model.zeroAllClocks();
      this.#model.options.set({ time_limit: Math.max(0, left) });
    }
    this.#model.run();
    const { infeasible, optimal, timeLimit } = this.#highs.constants.modelStatus;
    const status = this.#model.getModelStatus();
    if (status === optimal) return 'ENDED';
    if (status === infeasible) return 'INFEASIBLE';
    if (status === timeLimit) return 'TIME_OVER';
    throw new Error(`HiGHS ended with status ${status}`);
  }

  #brokenBy(shares: Float64Array, threshold: number): number[][] {
    const closure = new Closure(this.#network);
    const costs = new Uint8Array(this.#units).fill(1);
    for (const [unit, share] of shares.entries())
      if (share > threshold) {
        closure.add(unit);
        costs[unit] = 0;
      }
    if (closure.reachesAll) return [];
    const sum = (landmark: readonly number[]) => landmark.reduce((all, unit) => all + (shares[unit] ?? 0), 0);
    return landmarkCuts(this.#network, costs)
      .landmarks.filter((landmark) => sum(landmark) < 1 - NEAR)
      .map((l) => [...l]);
  }

  /** Each goal, and each need of what is taken, is given by something that is taken. */
  *#rows(): Generator<Row> {
    for (const goal of this.#network.goals) {
      const columns = this.#givers(goal);
      if (columns)
        yield {
          lower: 1,
          upper: Number.POSITIVE_INFINITY,
          columns: [...columns],
          values: [...columns].map(() => 1),
        };
    }
    for (const [rule, column] of this.#columns)
      for (const need of this.#network.rules[rule]?.needs ?? []) {
        const columns = this.#givers(need);
        if (!columns) continue;
        columns.delete(column);
        yield {
          lower: 0,
          upper: Number.POSITIVE_INFINITY,
          columns: [...columns, column],
          values: [...[...columns].map(() => 1), -1],
        };
      }
  }

  /** The columns that give a fact, directly or by rules of one need; null when it holds from the start. */
  #givers(fact: number): Set<number> | null {
    const columns = new Set<number>();
    const seen = new Set([fact]);
    const back = [fact];
    for (let at = back.pop(); at !== undefined; at = back.pop()) {
      if (this.#initial.has(at)) return null;
      for (const rule of this.#network.givers[at] ?? []) {
        const column = this.#columns.get(rule);
        const [need] = this.#network.rules[rule]?.needs ?? [];
        if (column !== undefined) columns.add(column);
        else if (need === undefined) return null;
        else if (!seen.has(need)) {
          seen.add(need);
          back.push(need);
        }
      }
    }
    return columns;
  }

  #addRows(rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const starts = [0];
    for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
    this.#model.addRows({
      lower: Float64Array.from(rows, ({ lower }) => lower),
      upper: Float64Array.from(rows, ({ upper }) => upper),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: this.#columns.size,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows.flatMap(({ columns }) => [...columns])),
        values: Float64Array.from(rows.flatMap(({ values }) => [...values])),
      },
    });
  }
}

interface Row {
  readonly lower: number;
  readonly upper: number;
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

const atLeastOne = (landmark: readonly number[]): Row => ({
  lower: 1,
  upper: Number.POSITIVE_INFINITY,
  columns: landmark,
  values: landmark.map(() => 1),
});

const sideRow = ({ of, most }: Side): Row => {
  const columns = Array.from(of, (_, unit) => unit).filter((unit) => of[unit] !== 0);
  return {
    lower: Number.NEGATIVE_INFINITY,
    upper: most,
    columns,
    values: columns.map((unit) => of[unit] ?? 0),
  };
};
