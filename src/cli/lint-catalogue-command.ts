import type { BadgeLint } from '../modules/catalog/lint/badge-linter.ts';
import { lintCatalogue } from '../modules/catalog/lint/catalogue-linter.ts';
import { SEVERITIES, type Severity } from '../modules/catalog/lint/rule.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { understood } from './arguments.ts';

const help = `Says what is weak about the badges of the catalogue: every draft and every published version.

  npm run lint-catalogue

  --organization ID    only the badges of this organisation
  --format text|json   text for people (as if left out); json: one line for each version
  --min-severity S     findings of ERROR, WARNING (as if left out) or ADVICE and above
  --help               this text

Ends with 0 when no version has a finding of severity ERROR, 1 when one has, 2 when the call is wrong.
docs/guides/linting.md says what is looked for.
`;

interface Terminal {
  write(text: string): unknown;
}

interface Request {
  readonly organizationId: string | null;
  readonly format: 'text' | 'json';
  readonly minSeverity: Severity;
}

/** `npm run lint-catalogue`: answers the exit code. Writes page by page, so that a catalogue of any size needs little memory. */
export async function runLintCatalogue(
  args: readonly string[],
  withGraph: <T>(work: (graph: Graph) => Promise<T>) => Promise<T>,
  out: Terminal,
  err: Terminal,
): Promise<number> {
  const request = understand(args);
  if (typeof request === 'string') {
    (request === help ? out : err).write(request);
    return request === help ? 0 : 2;
  }
  const { organizationId, format, minSeverity } = request;
  const rank = SEVERITIES.indexOf(minSeverity);
  const counts = { versions: 0, ERROR: 0, WARNING: 0, ADVICE: 0 };
  let points = 0;
  await withGraph(async (graph) => {
    for await (const page of lintCatalogue(graph, { organizationId, now: new Date() })) {
      for (const badge of page) {
        counts.versions += 1;
        points += badge.score.score;
        for (const { severity } of badge.findings) counts[severity] += 1;
        const findings = badge.findings.filter(({ severity }) => SEVERITIES.indexOf(severity) <= rank);
        out.write(format === 'json' ? lineOf({ ...badge, findings }) : textOf({ ...badge, findings }));
      }
      err.write(`${counts.versions} versions so far, ${counts.ERROR} errors\n`);
    }
  });
  const mean = counts.versions === 0 ? 0 : Math.round(points / counts.versions);
  err.write(
    `${counts.versions} versions of badges: ${counts.ERROR} errors, ${counts.WARNING} warnings, ${counts.ADVICE} pieces of advice; mean score ${mean} of 100.\n`,
  );
  return counts.ERROR > 0 ? 1 : 0;
}

const lineOf = (badge: BadgeLint): string => `${JSON.stringify(badge)}\n`;

function textOf({ name, versionId, score, findings }: BadgeLint): string {
  const heading = `${name} (${versionId}): ${score.score} of 100`;
  const lines = findings.map(
    ({ severity, rule, place, message, mend }) => `  ${severity} ${rule} at ${place}: ${message} ${mend}`,
  );
  return `${[heading, ...lines].join('\n')}\n`;
}

function understand(args: readonly string[]): Request | string {
  const wrong = (why: string) => `${why}\n\n${help}`;
  const parsed = understood(
    {
      args: [...args],
      options: {
        organization: { type: 'string' },
        format: { type: 'string' },
        'min-severity': { type: 'string' },
        help: { type: 'boolean' },
      },
    },
    help,
  );
  if (typeof parsed === 'string') return parsed;
  const { values } = parsed;
  if (values.help) return help;
  const { format = 'text', organization, 'min-severity': asked = 'WARNING' } = values;
  if (format !== 'text' && format !== 'json') return wrong('--format must be text or json.');
  const minSeverity = SEVERITIES.find((severity) => severity === asked.toUpperCase());
  if (!minSeverity) return wrong(`--min-severity must be one of ${SEVERITIES.join(', ')}.`);
  return { organizationId: organization ?? null, format, minSeverity };
}
