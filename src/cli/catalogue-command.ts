import { readFile, stat, writeFile } from 'node:fs/promises';
import type { ExchangeService, ImportRequest } from '../modules/catalog/exchange/exchange.service.ts';
import { FORMATS, type Format } from '../modules/catalog/exchange/formats.ts';
import type { LossGroup } from '../modules/catalog/exchange/loss.ts';
import { IMPORT_ACTIONS } from '../modules/catalog/exchange/steps.ts';
import { DomainError } from '../platform/errors.ts';
import { understood } from './arguments.ts';

const help = `Brings the catalogue of an organisation in from a document, or gives it out as one.

  npm run catalogue -- import <format> FILE --organization ID
  npm run catalogue -- export <format> FILE --organization ID

  format: ${FORMATS.map(nameOf).join(', ')}

  --dry-run              says what an import would do and writes nothing
  --effort-minutes N     effort of learning units whose document does not say it
  --mode MODE            how they are taught: ASYNCHRONOUS, LIVE, BLENDED or WORKPLACE
  --level N              level of alignments that have none, 1 to 8
  --kind KIND            what a learner does in assessments that do not say it, such as PROJECT
  --badge ID             exports this badge alone; may be given several times
  --report FILE          where to write the loss report as JSON; else FILE.losses.json
  --help                 this text

docs/exchange.md says what of each format has a place.
`;

/** As much as one document may hold: it is read into memory whole. */
const MAX_BYTES = 50_000_000;

type Defaults = NonNullable<ImportRequest['defaults']>;

interface Task {
  readonly command: 'import' | 'export';
  readonly format: Format;
  readonly file: string;
  readonly organizationId: string;
  readonly dryRun: boolean;
  readonly defaults: Defaults;
  readonly badgeIds: string[] | null;
  readonly report: string;
}

/** What the command works with. */
export interface CatalogueTools {
  readonly exchange: ExchangeService;
  /** Lets search learn the words of new labels. */
  learnWords(): Promise<void>;
}

interface Terminal {
  write(text: string): unknown;
}

/** `npm run catalogue`: answers the exit code, 0 when it was done, 1 when it was refused, 2 when the call is wrong. */
export async function runCatalogue(
  args: readonly string[],
  withService: <T>(organizationId: string, work: (service: CatalogueTools) => Promise<T>) => Promise<T>,
  out: Terminal,
  err: Terminal,
): Promise<number> {
  const task = understand(args);
  if (typeof task === 'string') {
    (task === help ? out : err).write(task);
    return task === help ? 0 : 2;
  }
  try {
    await withService(task.organizationId, (tools) =>
      task.command === 'import' ? bringIn(tools, task, out) : giveOut(tools, task, out),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    err.write(`${error.message}\n`);
    return 1;
  }
}

function understand(args: readonly string[]): Task | string {
  const one = { type: 'string' } as const;
  const parsed = understood(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        organization: one,
        'effort-minutes': one,
        mode: one,
        level: one,
        kind: one,
        report: one,
        badge: { type: 'string', multiple: true },
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    },
    help,
  );
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [command, word, file, more] = positionals;
  const format = FORMATS.find((each) => nameOf(each) === word);
  const organizationId = values['organization'];
  if (values['help']) return help;
  if (command !== 'import' && command !== 'export') return `Say import or export.\n\n${help}`;
  if (!format) return `Say which format: ${FORMATS.map(nameOf).join(', ')}.\n\n${help}`;
  if (file === undefined || more !== undefined) return `Name one file.\n\n${help}`;
  if (typeof organizationId !== 'string') return `Say whose catalogue it is: --organization ID.\n\n${help}`;
  const number = (value: string | undefined) => (value === undefined ? null : Number(value));
  return {
    command,
    format,
    file,
    organizationId,
    dryRun: values['dry-run'] === true,
    defaults: {
      effortMinutes: number(values['effort-minutes']),
      level: number(values.level),
      // Checked by the service, as whatever else a caller says
      mode: (values['mode'] ?? null) as Defaults['mode'],
      kind: (values['kind'] ?? null) as Defaults['kind'],
    },
    badgeIds: Array.isArray(values['badge']) ? values['badge'] : null,
    report: typeof values['report'] === 'string' ? values['report'] : `${file}.losses.json`,
  };
}

/** `OPEN_BADGES` is written open-badges. */
function nameOf(format: Format): string {
  return format.toLowerCase().replaceAll('_', '-');
}

async function bringIn({ exchange, learnWords }: CatalogueTools, task: Task, out: Terminal): Promise<void> {
  const { format, dryRun, defaults } = task;
  const document = await readDocument(task.file);
  const { steps, losses } = await exchange.importCatalogue({ format, document, dryRun, defaults });
  const newWords = steps.some(({ part, action }) => part === 'frameworks' && action !== 'SAME');
  if (newWords && !dryRun) await learnWords();
  await writeFile(task.report, `${JSON.stringify({ steps, losses }, null, 2)}\n`);
  const counts = IMPORT_ACTIONS.map(
    (action) => [action, steps.filter((step) => step.action === action).length] as const,
  );
  const told = counts.filter(([, count]) => count > 0).map(([action, count]) => `${count} ${spoken(action)}`);
  out.write(
    `${dryRun ? 'It would be' : 'Done'}: ${told.join(', ') || 'nothing'}.\n${lossLine(losses)} Report: ${task.report}\n`,
  );
}

async function giveOut({ exchange }: CatalogueTools, task: Task, out: Terminal): Promise<void> {
  const result = await exchange.exportCatalogue(task.format, task.badgeIds);
  if (!result) throw new DomainError('NOT_FOUND', 'One of these is no badge of the organisation.');
  await writeFile(task.file, result.document);
  await writeFile(task.report, `${JSON.stringify({ losses: result.losses }, null, 2)}\n`);
  out.write(`${task.file} holds the catalogue.\n${lossLine(result.losses)} Report: ${task.report}\n`);
}

async function readDocument(file: string): Promise<string> {
  const stats = await stat(file).catch(() => null);
  if (!stats?.isFile()) throw new DomainError('INVALID_INPUT', `${file} is no file. Check the path.`);
  if (stats.size > MAX_BYTES)
    throw new DomainError('INVALID_INPUT', `${file} is larger than ${MAX_BYTES / 1e6} MB. Divide it.`);
  const bytes = await readFile(file);
  const text = bytes.toString('utf8');
  if (Buffer.byteLength(text) !== bytes.length && !text.startsWith('\uFEFF'))
    throw new DomainError('INVALID_INPUT', `${file} is not UTF-8. Save it as UTF-8.`);
  return text;
}

const spoken = (action: string): string => action.toLowerCase().replaceAll('_', ' ');

function lossLine(losses: readonly LossGroup[]): string {
  const count = (severity: string) =>
    losses.filter((loss) => loss.severity === severity).reduce((sum, loss) => sum + loss.count, 0);
  if (losses.length === 0) return 'Everything had a place.';
  return `Without a place: ${count('ERROR')} things, ${count('WARNING')} values; ${count('INFO')} kept in another form.`;
}
