import { textLabel } from '../language.ts';
import { type HeldText, planText, type TextPlan, textKey } from './plan-text.ts';
import type { TextRow, TextTable } from './release.ts';
import { batches, type Work } from './work.ts';

const SIZE = 1_000;

/** What changed for which concepts, over all languages: a concept counts once. */
export interface Rewording {
  readonly relabelled: Set<number>;
  readonly reworded: Set<number>;
}

/** Writes what the concepts of one kind are called in one language, then ends the texts that the table no longer has. */
export async function writeTexts(
  work: Work,
  table: TextTable,
  total: number,
  rewording: Rewording,
): Promise<void> {
  const { concepts, report, onProgress, release } = work;
  const seen = new Set<number>();
  let done = 0;
  for await (const batch of batches(table.rows(), SIZE)) {
    const rows = batch.filter((row) => isUsable(work, row, seen));
    await writeBatch(work, table, rows, rewording);
    done += batch.length;
    onProgress(`${table.kind} in ${table.language}`, done, total);
  }
  const key = `texts ${table.language}`;
  report.held[key] = (report.held[key] ?? 0) + seen.size;
  if (release.complete || !release.structure)
    await closeMissing(
      work,
      table,
      (number) => concepts.kind(number) === table.kind && !seen.has(number) && concepts.usable(number),
    );
}

function isUsable({ concepts, problem }: Work, row: TextRow, seen: Set<number>): boolean {
  const number = concepts.number(row.uri);
  const place = { file: row.file, line: row.line, row: { uri: row.uri, label: row.label } };
  if (number === undefined || !concepts.usable(number)) {
    if (number === undefined || !concepts.obsolete(number))
      problem({ ...place, reason: 'ABSENT', absent: [row.uri] });
    return false;
  }
  const reason = row.label === '' ? 'NO_LABEL' : seen.has(number) ? 'DUPLICATE' : null;
  if (reason !== null) problem({ ...place, reason });
  else seen.add(number);
  return reason === null;
}

async function writeBatch(
  work: Work,
  table: TextTable,
  rows: readonly TextRow[],
  rewording: Rewording,
): Promise<void> {
  const { concepts, repository, release, report, version } = work;
  const { kind, language } = table;
  const numbers = new Map(rows.map(({ uri }) => [uri, concepts.number(uri) ?? -1]));
  const held = await heldTexts(
    work,
    language,
    rows.map(({ uri }) => uri),
  );
  const plans = rows.map((row) => ({
    uri: row.uri,
    plan: planText(held.get(row.uri) ?? [], row, kind, version, release.complete || !release.structure),
  }));
  for (const { uri, plan } of plans) {
    const number = numbers.get(uri) ?? -1;
    if (plan.outcome === 'added') report.texts.added += 1;
    if (plan.outcome === 'relabelled') rewording.relabelled.add(number);
    if (plan.outcome === 'reworded') rewording.reworded.add(number);
  }
  const pick = <K extends keyof TextPlan>(field: K) =>
    plans.flatMap(({ uri, plan }) => {
      const value = plan[field];
      return value === undefined ? [] : [{ uri, value: value as NonNullable<TextPlan[K]> }];
    });
  const keys = pick('close').map(({ value }) => value);
  if (keys.length > 0) await work.change(keys.length, () => repository.closeTexts({ keys, version }));
  const widened = pick('widen').map(({ uri, value }) => ({
    key: value,
    newKey: textKey(uri, language, version),
  }));
  if (widened.length > 0)
    await work.change(widened.length, () => repository.widenTexts({ rows: widened, version }));
  const written = pick('write').map(({ uri, value }) => ({
    ...value,
    uri,
    kind,
    key: textKey(uri, language, value.since),
    alternatives: [...value.alternatives],
    hidden: [...value.hidden],
  }));
  if (written.length === 0) return;
  const framework = release.framework.id;
  const indexLabel = textLabel(language);
  await work.change(written.length, () =>
    repository.writeTexts({ framework, language, indexLabel, rows: written }),
  );
}

/** The texts that end after the version, by concept; none is asked for concepts that are new. */
async function heldTexts(
  work: Work,
  language: string,
  uris: readonly string[],
): Promise<Map<string, HeldText[]>> {
  const { concepts, repository, version } = work;
  const before = uris.filter((uri) => concepts.held(concepts.number(uri) ?? -1) !== null);
  const found = new Map<string, HeldText[]>();
  if (before.length === 0) return found;
  for (const { uri, ...text } of await repository.texts({ uris: before, language, version })) {
    const texts = found.get(uri) ?? [];
    if (texts.push(text) === 1) found.set(uri, texts);
  }
  return found;
}

async function closeMissing(
  work: Work,
  { language }: TextTable,
  missing: (number: number) => boolean,
): Promise<void> {
  const { concepts, repository, version, report } = work;
  for (const batch of concepts.heldBefore(SIZE, missing)) {
    const held = await repository.texts({
      uris: batch.map((number) => concepts.uri(number)),
      language,
      version,
    });
    const keys = held.filter(({ since }) => since <= version).map(({ key }) => key);
    if (keys.length === 0) continue;
    report.texts.removed += keys.length;
    await work.change(keys.length, () => repository.closeTexts({ keys, version }));
  }
}
