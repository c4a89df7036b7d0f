import { type Config, loadConfig } from '../../src/config.ts';

/** The configuration of the database that the test command started, with fixed keys and no logs. */
export const testConfig = (overrides: Record<string, string> = {}): Config =>
  loadConfig({
    ...process.env,
    PORT: '0',
    PUBLIC_URL: 'https://credentials.example',
    KEY_ENCRYPTION_KEY: Buffer.alloc(32, 1).toString('base64'),
    INDEX_KEY: Buffer.alloc(32, 2).toString('base64'),
    LOG_LEVEL: 'silent',
    ...overrides,
  });
