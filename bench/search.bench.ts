import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { importCrosswalk, importEsco, importOnet } from '../src/modules/taxonomy/import/import-files.ts';
import { createLexicons, learnLexicons } from '../src/modules/taxonomy/lexicons.ts';
import { questionOf } from '../src/modules/taxonomy/search/rank.ts';
import { SIGNALS, weigh } from '../src/modules/taxonomy/search/signals.ts';
import { SearchService } from '../src/modules/taxonomy/search.service.ts';
import { TODAY } from '../src/modules/taxonomy/taxonomy.records.ts';
import { TaxonomyService } from '../src/modules/taxonomy/taxonomy.service.ts';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/graph/graph.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { percentile, publish, type Row } from './support/figures.ts';
import { type Fitted, fitWeights } from './support/fit-weights.ts';
import { randomOf } from './support/random.ts';
import {
  type Case,
  draw,
  type HitRate,
  hitRate,
  isForFitting,
  keyOf,
  phraseCases,
  titleCases,
} from './support/search-cases.ts';
import { searchWorld } from './support/search-world.ts';
import { tfIdf } from './support/tf-idf.ts';

/**
 * npm run bench search <folder> [seed]      hit rates on cases that no weight was fitted on, beside TF-IDF
 * npm run bench search <folder> [seed] fit  fits the weights of the signals on the other half of the cases and prints them
 */
const MANY = 500;
const [given, seedText = '1', mode] = process.argv.slice(2);
if (!given || !existsSync(given)) {
  console.error('Say where the releases lie: npm run bench search <folder>.');
  process.exit(2);
}
const folder = existsSync(join(given, 'data')) ? join(given, 'data') : given;
const random = randomOf(Number(seedText));
const config = loadConfig();
const graph = connect(config.graph);
const world = searchWorld(config.graph);
const say = (text: string) => console.error(text);

await migrate(graph);
say('importing ESCO, O*NET and the crosswalk');
await importEsco(graph, [join(folder, 'esco-1.2.0-en.zip')]);
await importOnet(graph, [join(folder, 'onet-29.2-text.zip')]);
await importCrosswalk(graph, join(folder, 'crosswalk-esco-onet-v1.csv'));

const occupations = await world.named('esco', 'Occupation');
const onet = await world.mappedTitles();
/** Of the right half, and short enough to be asked: some releases have whole sentences among the alternatives. */
const ours = (one: Case) => one.query.length <= 200 && isForFitting(keyOf(one)) === (mode === 'fit');
const titles = titleCases(onet, occupations).filter(ours);
const skills = await world.named('esco', 'Skill');
const phrases = draw(phraseCases(skills, random).filter(ours), Number.POSITIVE_INFINITY, random);
/** Skills that lose every alternative, and skills that lose one. Fitting has none of the former: it would learn that few names are a good sign. */
const bare = phrases.slice(0, mode === 'fit' ? 0 : 2_500);
const other = phrases.slice(bare.length);
const sets = {
  title: draw(
    titles.filter(({ headline }) => headline),
    MANY,
    random,
  ),
  title_any: draw(titles, MANY, random),
  phrase: bare.filter(({ headline }) => headline).slice(0, MANY),
  phrase_any: bare.slice(-MANY),
  phrase_one_out: other.slice(0, MANY),
  phrase_one_out_far: other.filter(({ headline }) => headline).slice(0, MANY),
};

say('holding the cases out of the index');
const asked = new Set([...sets.title, ...sets.title_any].map(({ query }) => query.toLowerCase()));
await world.holdOut(
  onet.map(({ uri, alternatives }) => ({
    uri,
    alternatives: alternatives.filter((title) => asked.has(title.toLowerCase())),
  })),
);
const namesOf = new Map(skills.map(({ uri, alternatives }) => [uri, alternatives]));
await world.holdOut([
  ...bare.map((one) => ({ uri: keyOf(one), alternatives: namesOf.get(keyOf(one)) ?? [] })),
  ...other.map((one) => ({ uri: keyOf(one), alternatives: [one.query] })),
]);

const scope = ({ kind }: Case) => ({
  kinds: [kind],
  framework: 'esco',
  filter: { asOf: TODAY, skillType: null, reuseLevel: null, jobZone: null, broader: null },
});

async function searching() {
  await learnLexicons(graph);
  await world.settle();
  const taxonomy = new TaxonomyService({ graph });
  const service = new SearchService({ graph, taxonomy, lexicons: createLexicons(systemClock) });
  const times: number[] = [];
  const work = { micros: 0 };
  const find = async (one: Case): Promise<string[]> => {
    const started = performance.now();
    const cpu = process.cpuUsage();
    const page = await service.search({
      query: one.query,
      kinds: [one.kind],
      language: 'en',
      filter: { framework: 'esco' },
      page: { first: 10 },
    });
    const { user, system } = process.cpuUsage(cpu);
    work.micros += user + system;
    times.push(performance.now() - started);
    return page.edges.map(({ node }) => node.concept.uri);
  };
  return { service, find, times, work };
}

async function fit(): Promise<void> {
  const { service } = await searching();
  const fitted: Fitted[] = [];
  for (const one of Object.values(sets).flat()) {
    const { by, candidates } = await service.candidates(one.query, 'en', scope(one));
    const question = questionOf(one.query, by, 'en');
    fitted.push({
      signals: candidates.map((candidate) => weigh(question, candidate, by).signals),
      right: candidates.map(({ uri }) => one.right.has(uri)),
    });
  }
  const weights = fitWeights(fitted, SIGNALS.length);
  for (const [i, signal] of SIGNALS.entries()) console.log(`  ${signal}: ${(weights[i] ?? 0).toFixed(2)},`);
}

async function measure(): Promise<void> {
  const rows: Row[] = [];
  const figures: Record<string, number> = {};
  const note = (way: string, key: (set: string) => string, set: string, rate: HitRate) => {
    rows.push({
      cases: set,
      many: sets[set as keyof typeof sets].length,
      way,
      'hit@1': rate.hit1,
      'hit@10': rate.hit10,
    });
    say(`${way}, ${set}: ${rate.hit1.toFixed(3)} ${rate.hit10.toFixed(3)}`);
    figures[`${key(set)}_hit1`] = rate.hit1;
    figures[`${key(set)}_hit10`] = rate.hit10;
  };
  const baselines = {
    Occupation: tfIdf(await world.named('esco', 'Occupation')),
    Skill: tfIdf(await world.named('esco', 'Skill')),
  };
  for (const [set, cases] of Object.entries(sets))
    note(
      'TF-IDF',
      (name) => `baseline_${name}`,
      set,
      await hitRate(cases, ({ kind, query }) => baselines[kind](query)),
    );
  say('searching with O*NET in the graph');
  const whole = await searching();
  for (const one of sets.title.slice(0, 50)) await whole.find(one);
  whole.times.length = 0;
  whole.work.micros = 0;
  for (const [set, cases] of Object.entries(sets))
    note('search', (name) => name, set, await hitRate(cases, whole.find));
  say('searching without O*NET');
  await world.forget('onet');
  const alone = await searching();
  for (const set of ['title', 'title_any'] as const)
    note('search, ESCO alone', (name) => `${name}_esco_alone`, set, await hitRate(sets[set], alone.find));
  const server_cpu_ms = whole.work.micros / whole.times.length / 1_000;
  publish(rows, {
    ...figures,
    server_cpu_ms,
    p50_ms: percentile(whole.times, 0.5),
    p95_ms: percentile(whole.times, 0.95),
  });
}

await (mode === 'fit' ? fit() : measure());
await world.close();
await graph.close();
