import { once } from 'node:events';
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { ChainFault } from '../modules/identity/audit/chain.ts';
import { type Anchors, anchorFile, checkAudit, exportAudit } from '../modules/identity/audit/checker.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { understood } from './arguments.ts';

const help = `Checks the audit: that no event was altered, removed or moved since it was written.

  npm run audit -- verify              every chain; names the first event of each that is not as it was
  npm run audit -- export FILE         all events as lines of JSON, for a checker of your own

  --chain ID        only the chain of this organisation (or "platform")
  --anchor FILE     compare with the heads noted down in FILE, then note down the new ones there; keep it
                    where nobody who can write to the database can write: then a cut-off end is found, too
  --help            this text

docs/security/audit.md says how it works and how to check an export with another program.
`;

interface Terminal {
  write(text: string): unknown;
}

const FAULTS: Record<ChainFault['fault'], string> = {
  ALTERED: 'was altered',
  MISSING: 'is missing',
  REORDERED: 'is not in its place',
  CUT_OFF: 'is missing, and what came after it, or the head of the chain was changed',
  REWRITTEN: 'is not the one noted down in the anchor: the chain was rewritten',
};

/** `npm run audit`: answers the exit code, 0 when all is as it was written, 1 when it is not, 2 when the call is wrong. */
export async function runAudit(
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
  if (request.command === 'export') {
    const events = await withGraph((graph) => writeExport(graph, request.file, request.chain));
    out.write(`${events} events are in ${request.file}.\n`);
    return 0;
  }
  const anchors = readAnchors(request.anchor);
  if (anchors === null) {
    err.write(
      `${request.anchor} is no anchor file. Name the one that an earlier check wrote, or a new one.\n`,
    );
    return 2;
  }
  const report = await withGraph((graph) => checkAudit(graph, { chain: request.chain, anchors }));
  for (const { chain, seq, fault } of report.faults)
    out.write(`${chain}: event ${seq} ${FAULTS[fault]} (${fault}).\n`);
  if (report.faults.length > 0) return 1;
  if (request.anchor !== undefined)
    writeFileSync(request.anchor, `${JSON.stringify({ ...anchors, ...report.heads }, null, 2)}\n`);
  out.write(
    `${report.events} events in ${Object.keys(report.heads).length} chains: each as it was written, none missing.\n`,
  );
  return 0;
}

type Request =
  | { readonly command: 'export'; readonly file: string; readonly chain: string | undefined }
  | {
      readonly command: 'verify';
      readonly chain: string | undefined;
      readonly anchor: string | undefined;
    };

function understand(args: readonly string[]): Request | string {
  const parsed = understood(
    {
      args: [...args],
      allowPositionals: true,
      options: { chain: { type: 'string' }, anchor: { type: 'string' }, help: { type: 'boolean' } },
    },
    help,
  );
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  if (values.help) return help;
  const [command, file, ...rest] = positionals;
  if (command === 'verify' && file === undefined)
    return { command, chain: values.chain, anchor: values.anchor };
  if (command === 'export' && file !== undefined && rest.length === 0)
    return { command, file, chain: values.chain };
  return `Say what to do: verify, or export and a file.\n\n${help}`;
}

async function writeExport(graph: Graph, path: string, chain: string | undefined): Promise<number> {
  const file = createWriteStream(path, { mode: 0o600 });
  const events = await exportAudit(
    graph,
    async (line) => {
      if (!file.write(line)) await once(file, 'drain');
    },
    chain,
  );
  file.end();
  await once(file, 'close');
  return events;
}

/** None yet where there is no file; null where the file holds something else. */
function readAnchors(path: string | undefined): Anchors | null {
  if (path === undefined || !existsSync(path)) return {};
  try {
    return anchorFile.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}
