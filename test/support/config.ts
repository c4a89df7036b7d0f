import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, loadConfig } from '../../src/config.ts';

/** The configuration of the database that the test command started, with fixed keys and no logs. */
export function testConfig(overrides: Record<string, string> = {}): Config {
  const config = loadConfig({
    ...process.env,
    PORT: '0',
    PUBLIC_URL: 'https://credentials.example',
    KEY_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
    INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
    LOG_LEVEL: 'silent',
    // tests share perhaps few processors; slow is not wrong
    REQUEST_DEADLINE: '60',
    VERIFICATIONS_PER_MINUTE: '1000000',
    ...overrides,
  });
  return { ...config, graph: { ...config.graph, onStatement: noteStatement() } };
}

/** Notes each statement that a test carried out, once, where the test command asks for it; it names those that none did. */
function noteStatement(): (file: string) => void {
  const seen = new Set<string>();
  const log = process.env['STATEMENT_LOG'];
  return (file) => {
    if (!log || seen.has(file)) return;
    seen.add(file);
    appendFileSync(log, `${file}\n`);
  };
}

/** Where the publishers' releases lie: the folder that `npm run test:releases` was given, or its `data/`. */
export const releasesFolder = (): string => {
  const given = process.env['RELEASES_FOLDER'] ?? '';
  return existsSync(join(given, 'data')) ? join(given, 'data') : given;
};

/** The file in which `releases-setup` left what the imports said. */
export const releaseReportsFile = (): string => process.env['RELEASE_REPORTS'] ?? '';

/** The interpreter that has what `test/independent/requirements.txt` names; `npm run test:independent` makes it. */
export const independentPython = (): string => process.env['INDEPENDENT_PYTHON'] ?? 'python3';
