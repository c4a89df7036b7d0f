// @ts-check
/**
 * npm test                 the checks, then every test but those of the full releases, beside a Neo4j of its own
 * npm test -- <jest args>  only those tests, without the checks: npm test -- test/matching, npm test -- -t 'revoked'
 */
import { command, run } from './lib/command.mjs';
import { ROOT } from './lib/environment.mjs';
import { nothing, report, runJest, sum } from './lib/jest.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopSignal } from './lib/signals.mjs';
import { neverExecuted, withStatementLog } from './lib/statements.mjs';
import { withThrowAwayNeo4j } from './lib/throw-away.mjs';

/** Tests share perhaps few processors, and a plan made for the first time takes long then; slow is not wrong. */
const PATIENT = { 'db.transaction.timeout': '60s' };

/** @param {AbortSignal} signal */
async function check(signal) {
  const { code } = await run('npm', ['run', '-s', 'check'], { cwd: ROOT, show: true, signal });
  return code === 0 ? nothing() : { passed: 0, failed: 1, notes: ['npm run check failed.'] };
}

await command(async () => {
  const args = process.argv.slice(2);
  const signal = stopSignal();
  await prepare({ building: false, signal });
  const checked = args.length === 0 ? await check(signal) : nothing();
  // without arguments of their own, unit tests need no database
  const onlyUnit = args.length > 0 && args.every((arg) => arg.endsWith('.unit.test.ts'));
  const tested = onlyUnit
    ? await runJest({ projects: ['unit'], args, env: process.env, signal })
    : await withThrowAwayNeo4j({ settings: PATIENT, signal }, (env) =>
        withStatementLog(async (log) => {
          const tally = await runJest({
            projects: ['unit', 'graph'],
            args,
            env: { ...env, STATEMENT_LOG: log },
            signal,
          });
          return args.length === 0 ? sum(tally, await neverExecuted(log)) : tally;
        }),
      );
  return report(sum(checked, tested));
});
