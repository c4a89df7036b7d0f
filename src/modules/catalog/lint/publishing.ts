import { invalidInput } from '../../../platform/errors.ts';
import type { Run } from '../../../platform/graph/repository.ts';
import { lintVersions } from './badge-linter.ts';
import type { Finding } from './rule.ts';

/**
 * Throws INVALID_INPUT with the reason LINT_ERRORS, and the findings, when a draft has a finding of severity ERROR. Runs in the
 * transaction that publishes it, so that what is judged is what is published.
 */
export async function refuseErrors(run: Run, versionId: string, now: Date): Promise<void> {
  const [version] = await lintVersions(run, [versionId], now);
  refuseFindings('id', version?.findings ?? []);
}

/** Throws for findings of severity ERROR; the message says the first, the details all of them. */
export function refuseFindings(argument: string, findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'ERROR');
  const [first] = errors;
  if (!first) return;
  const others = errors.length - 1;
  const more =
    others === 0 ? '' : ` There ${others === 1 ? 'is one more' : `are ${others} more`}: see findings.`;
  throw invalidInput(argument, `${first.message} ${first.mend}${more}`, {
    reason: 'LINT_ERRORS',
    findings: errors.map(({ rule, severity, place, subjectId, message, why, mend, example, source }) => ({
      rule,
      severity,
      place,
      subjectId,
      message,
      why,
      mend,
      example,
      source,
    })),
  });
}
