import type { ConceptRecord } from '../../taxonomy/taxonomy.records.ts';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.ts';
import type { Suggestion, Unplaced } from './draft.ts';
import type { Reading } from './drafting.rules.ts';
import type { Read } from './from-text.ts';
import type { PostedSkill } from './job-posting-reading.ts';
import type { TextReader } from './text-reader.ts';
import { readerOf } from './wording.ts';

const AT_ONCE = 4;

/** Finds the skills that a posting lists: by their URIs, else by the names they come closest to. */
export async function readSkills(
  skills: readonly PostedSkill[],
  { taxonomy, reader, reading }: { taxonomy: TaxonomyService; reader: TextReader; reading: Reading },
): Promise<{ named: Suggestion[]; reads: Read[]; unplaced: Unplaced[] }> {
  const found = await Promise.all(
    skills.map(async (skill) => ({
      skill,
      concept: skill.url === null ? null : await taxonomy.conceptByUri(skill.url),
    })),
  );
  const named = found.flatMap(({ skill, concept }) =>
    concept?.kind === 'Skill' ? [namedSkill(concept, skill, reading)] : [],
  );
  const others = found.flatMap(({ skill, concept }) => (concept?.kind === 'Skill' ? [] : [skill]));
  const reads: Read[] = [];
  const unplaced: Unplaced[] = [];
  for (let at = 0; at < others.length; at += AT_ONCE) {
    const some = others.slice(at, at + AT_ONCE);
    const read = await Promise.all(some.map(({ path, name, about }) => reader.readName(path, name, about)));
    for (const [i, { path, name, url }] of some.entries()) {
      const { reads: said, unplaced: unread } = read[i] ?? { reads: [], unplaced: [] };
      reads.push(...said);
      unplaced.push(...unread);
      if (said.length + unread.length === 0)
        unplaced.push({
          path,
          value: name || (url ?? ''),
          reason: `no skill of "${reading.framework}" is named like it.`,
        });
    }
  }
  return { named, reads, unplaced };
}

function namedSkill(
  { uri }: ConceptRecord,
  { path, name, about }: PostedSkill,
  { language, level }: Reading,
): Suggestion {
  const words = readerOf(language);
  const said = `${name}. ${about ?? ''}`;
  return {
    skillUri: uri,
    necessity: words.necessity(said)?.value ?? 'NICE',
    weight: 1,
    level: words.level(said)?.value ?? level,
    score: null,
    source: 'JOB_POSTING',
    sourceUri: uri,
    why: `The posting names it by its URI (${path}).`,
    places: [],
  };
}
