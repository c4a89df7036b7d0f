import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { amount, type Instance, type Objective } from '../src/modules/pathways/engine/model.ts';
import { planInThreads } from '../src/modules/pathways/planner.ts';
import { makeCatalogue, makeInstance, readOccupations, type Shape } from './pathways/catalogue.ts';
import { cheapestEach, fewestHops, greedily } from './pathways/other-ways.ts';
import { percentile, publish, type Row } from './support/figures.ts';

/**
 * npm run bench pathways <folder or ESCO release> [instances a row, 120] [seed]   the cheapest units from people to roles, over catalogues made up from the
 * skills of ESCO's occupations; beside three other ways on the same instances
 */
const TIME_LIMIT_MS = 20_000;
const SHAPES: Readonly<Record<string, Shape>> = {
  '2 000': { units: 2_000, occupations: 60, skillsEach: [1, 3], clauses: 2 },
  '5 000': { units: 5_000, occupations: 120, skillsEach: [1, 3], clauses: 2 },
  '10 000': { units: 10_000, occupations: 200, skillsEach: [1, 3], clauses: 2 },
  '10 000 dense': { units: 10_000, occupations: 100, skillsEach: [2, 6], clauses: 3 },
};
const [given, countText = '120', seedText = '1'] = process.argv.slice(2);
const release = [
  given,
  join(given ?? '', 'esco-1.1.1-en.zip'),
  join(given ?? '', 'data', 'esco-1.1.1-en.zip'),
].find((path) => path?.endsWith('.zip') && existsSync(path));
if (!release) {
  console.error('Say where the releases lie: npm run bench pathways <folder>.');
  process.exit(2);
}
const [count, seed] = [Number(countText), Number(seedText)];
const occupations = await readOccupations(release);
const planner = planInThreads();
const delay = monitorEventLoopDelay({ resolution: 5 });
let longestDelay = 0;

interface Measured {
  readonly proven: number;
  readonly times: number[];
  /** What each of the other ways costs, as a share of ours. */
  readonly others: Readonly<Record<'greedy' | 'per skill' | 'hops', number[]>>;
}

async function measure(shape: Shape, by: Objective): Promise<Measured> {
  const catalogue = makeCatalogue(occupations, shape, seed);
  const amounts = new Map(catalogue.units.map((unit) => [unit.id, amount(unit, by)]));
  const costOf = (ids: readonly string[]) => ids.reduce((sum, id) => sum + (amounts.get(id) ?? 0), 0);
  const times: number[] = [];
  const others: Measured['others'] = { greedy: [], 'per skill': [], hops: [] };
  let proven = 0;
  for (let index = 0; index < count; index += 1) {
    const instance: Instance = makeInstance(catalogue, seed + 1_000 + index);
    delay.enable();
    const started = performance.now();
    const found = await planner.plan(instance, [by], { timeLimitMs: TIME_LIMIT_MS });
    times.push(performance.now() - started);
    delay.disable();
    longestDelay = Math.max(longestDelay, delay.max / 1e6);
    delay.reset();
    if (found.status === 'OPTIMAL') proven += 1;
    const best = costOf(found.order);
    if (best === 0) continue;
    others.greedy.push(costOf(greedily(instance, by)) / best);
    others['per skill'].push(costOf(cheapestEach(instance, by)) / best);
    others.hops.push(costOf(fewestHops(instance)) / best);
  }
  return { proven: proven / count, times, others };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const saving = (ratios: readonly number[]) => 1 - 1 / mean(ratios);
const found = new Map<string, Measured>();
const rows: Row[] = [];
// the first plan loads HiGHS
await planner.plan({ goals: [], held: [], units: [], ways: [] }, ['HOURS']);
for (const by of ['HOURS', 'PRICE'] as const)
  for (const [name, shape] of Object.entries(SHAPES)) {
    console.error(`${name} units by ${by}`);
    const measured = await measure(shape, by);
    found.set(`${name} ${by}`, measured);
    const { proven, times, others } = measured;
    rows.push({
      units: name,
      by,
      'proven, %': 100 * proven,
      'p50, ms': Math.round(percentile(times, 0.5)),
      'p95, ms': Math.round(percentile(times, 0.95)),
      'max, ms': Math.round(Math.max(...times)),
      'greedy ÷ best': mean(others.greedy).toFixed(2),
      'cheapest per skill ÷ best': mean(others['per skill']).toFixed(2),
      'fewest hops ÷ best': mean(others.hops).toFixed(2),
    });
  }
await planner.stop();
const of = (key: string) => found.get(key) as Measured;
publish(rows, {
  proven_5k_hours: of('5 000 HOURS').proven,
  proven_10k_hours: of('10 000 HOURS').proven,
  proven_price: mean(Object.keys(SHAPES).map((name) => of(`${name} PRICE`).proven)),
  p95_ms_5k_hours: percentile(of('5 000 HOURS').times, 0.95),
  saving_vs_greedy: saving(of('5 000 HOURS').others.greedy),
  saving_vs_per_skill: saving(of('5 000 HOURS').others['per skill']),
  saving_vs_hops: saving(of('5 000 HOURS').others.hops),
  loop_delay_ms: longestDelay,
});
