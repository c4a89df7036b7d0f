import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publish } from './support/figures.ts';

// The first and the second `npm start` of a fresh clone (of what is committed), step by step. Where npm and Maven have downloaded the same before,
// they take it from their own caches: a first start on a new machine adds the download of some 220 MB.

interface Timings {
  readonly seconds: number;
  readonly steps: readonly { readonly step: string; readonly seconds: number }[];
}

const folder = mkdtempSync(join(tmpdir(), 'credential-graph-bench-start-'));
const clone = join(folder, 'clone');

/** Starts, waits until it is ready, and stops it again; how long the stop took is a step, too. */
async function start(name: string): Promise<Timings> {
  const file = join(folder, `${name}.json`);
  // without what would lead it to another database or to a cache of ours
  const unset = ['NEO4J_URI', 'CREDENTIAL_GRAPH_CACHE', 'CREDENTIAL_GRAPH_DATA', 'npm_lifecycle_event'];
  const args = [
    ...unset.flatMap((variable) => ['-u', variable]),
    'PORT=0',
    process.execPath,
    'scripts/start.mjs',
  ];
  const child = spawn('env', [...args, '--timings', file], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('Ready after') && resolve());
    void ended.then((code) => reject(new Error(`npm start ended with exit code ${code}`)));
  });
  const asked = performance.now();
  child.kill('SIGINT');
  if ((await ended) !== 0) throw new Error('npm start did not stop cleanly');
  const timings: Timings = JSON.parse(readFileSync(file, 'utf8'));
  const stopping = { step: 'Stopping', seconds: (performance.now() - asked) / 1000 };
  return { ...timings, steps: [...timings.steps, stopping] };
}

try {
  execFileSync('git', ['clone', '-q', process.cwd(), clone]);
  const [first, second] = [await start('first'), await start('second')];
  const seconds = ({ steps }: Timings, name: string) => steps.find(({ step }) => step === name)?.seconds;
  const names = [...new Set([...first.steps, ...second.steps].map(({ step }) => step))];
  publish(
    [
      ...names.map((step) => ({ step, first: seconds(first, step), second: seconds(second, step) })),
      {
        step: 'Until ready, in all',
        first: first.seconds,
        second: second.seconds,
      },
    ].map(({ step, first: a, second: b }) => ({
      step,
      'first start, s': a ?? '–',
      'second start, s': b ?? '–',
    })),
    {
      first_s: first.seconds,
      second_s: second.seconds,
      sample_world_s: seconds(first, 'Loading the sample world') ?? 0,
      stop_s: seconds(second, 'Stopping') ?? 0,
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
