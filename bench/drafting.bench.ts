import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { suggestedIn } from '../src/modules/employers/drafting/from-text.ts';
import { TextReader } from '../src/modules/employers/drafting/text-reader.ts';
import {
  importCrosswalk,
  importEsco,
  importOnet,
  PATIENCE,
} from '../src/modules/taxonomy/import/import-files.ts';
import { createLexicons } from '../src/modules/taxonomy/lexicons.ts';
import { SearchService } from '../src/modules/taxonomy/search.service.ts';
import { TaxonomyService } from '../src/modules/taxonomy/taxonomy.service.ts';
import { systemClock } from '../src/platform/clock.ts';
import { connect } from '../src/platform/graph/graph.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { draftingWorld } from './support/drafting-world.ts';
import { percentile, publish, type Row } from './support/figures.ts';
import { randomOf } from './support/random.ts';

/**
 * npm run bench drafting <folder> [seed]   how many of the skills suggested from O*NET's task statements ESCO lists for the occupation, and how many of those are suggested
 */
const MANY = 200;
const LEAST = [0.3, 0.4, 0.5, 0.6, 0.7, 0.8];
const [given, seedText = '1'] = process.argv.slice(2);
if (!given || !existsSync(given)) {
  console.error('Say where the releases lie: npm run bench drafting <folder>.');
  process.exit(2);
}
const folder = existsSync(join(given, 'data')) ? join(given, 'data') : given;
const config = loadConfig();
const graph = connect({ ...config.graph, patience: PATIENCE });
const world = draftingWorld(config.graph);

await migrate(graph);
console.error('importing ESCO, O*NET and the crosswalk');
await importEsco(graph, [join(folder, 'esco-1.2.0-en.zip')]);
await importOnet(graph, [join(folder, 'onet-29.2-text.zip')]);
await importCrosswalk(graph, join(folder, 'crosswalk-esco-onet-v1.csv'));

const taxonomy = new TaxonomyService({ graph });
const search = new SearchService({ graph, taxonomy, lexicons: createLexicons(systemClock) });
const random = randomOf(Number(seedText));
const texts = (await world.taskTexts())
  .map((text) => ({ text, at: random() }))
  .sort((a, b) => a.at - b.at)
  .slice(0, MANY)
  .map(({ text }) => text);

const times: number[] = [];
const found = LEAST.map(() => ({ suggested: 0, right: 0, ofNeeded: 0, ofEssential: 0 }));
for (const { tasks, needed, essential } of texts) {
  const [listed, must] = [new Set(needed), new Set(essential)];
  const reader = new TextReader(search, { language: 'en', framework: 'esco', leastScore: 0.3, level: null });
  const started = performance.now();
  const { reads } = await reader.read('text', tasks.join('\n'));
  times.push(performance.now() - started);
  for (const [i, leastScore] of LEAST.entries()) {
    const skills = suggestedIn(reads, { leastScore, level: null, source: 'TEXT' }).map(
      ({ skillUri }) => skillUri,
    );
    const sums = found[i];
    if (!sums) continue;
    const right = skills.filter((uri) => listed.has(uri)).length;
    sums.suggested += skills.length;
    sums.right += right;
    sums.ofNeeded += right / Math.max(1, listed.size);
    sums.ofEssential += skills.filter((uri) => must.has(uri)).length / Math.max(1, must.size);
  }
}

const chance =
  texts.reduce((sum, { needed }) => sum + needed.length, 0) / texts.length / (await world.skillCount());
const rows: Row[] = found.map(({ suggested, right, ofNeeded, ofEssential }, i) => ({
  'score at least': LEAST[i] ?? 0,
  'suggested a text': suggested / texts.length,
  'listed by ESCO, %': (100 * right) / suggested,
  'by chance, %': 100 * chance,
  'of what ESCO lists, %': (100 * ofNeeded) / texts.length,
  'of what it calls essential, %': (100 * ofEssential) / texts.length,
}));
const usual = found[LEAST.indexOf(0.5)];
publish(rows, {
  texts: texts.length,
  suggested: (usual?.suggested ?? 0) / texts.length,
  precision: (usual?.right ?? 0) / (usual?.suggested ?? 1),
  recall: (usual?.ofNeeded ?? 0) / texts.length,
  chance,
  p50_ms: percentile(times, 0.5),
  p95_ms: percentile(times, 0.95),
});
await world.close();
await graph.close();
