import { createHash } from 'node:crypto';
import type { ConceptRow, EdgeRow, Release, TextRow } from '../../taxonomy/import/release.ts';
import { ordinalOf, type ReleaseVersion } from '../../taxonomy/import/version.ts';
import type { PackageFramework } from './package.ts';

/** The id of a framework that somebody imported: made from its URI, so that it can never be that of ESCO or O*NET. */
export const frameworkId = (uri: string): string =>
  `f-${createHash('sha256').update(uri).digest('hex').slice(0, 16)}`;

export const frameworkDigest = (framework: PackageFramework): string =>
  createHash('sha256').update(JSON.stringify(framework)).digest('hex');

/** Where a version that a publisher writes stands in order: `1.2`, `2011`, or a day, which counts as year, month and day. Null for other words. */
export function versionOf(words: string): ReleaseVersion | null {
  const said = words.trim();
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(said) ?? [];
  const numbers = year === undefined ? said.replace(/^v/i, '') : `${year}.${month ?? '0'}.${day ?? '0'}`;
  const ordinal = ordinalOf(/^\d+$/.test(numbers) ? `${numbers}.0` : numbers);
  return ordinal === null ? null : { name: said.replace(/T.*$/, ''), ordinal };
}

/** The version after another, for frameworks whose documents do not say theirs. */
export function versionAfter(newest: number | undefined): ReleaseVersion {
  const ordinal = newest === undefined ? 10_000 : newest + 1;
  const numbers = [Math.floor(ordinal / 10_000), Math.floor(ordinal / 100) % 100, ordinal % 100];
  return { name: numbers.slice(0, numbers[2] === 0 ? 2 : 3).join('.'), ordinal };
}

/** A framework as a release that the importer of taxonomies brings in: all its competencies are skills, and what it no longer has ends. */
export function frameworkRelease(framework: PackageFramework, version: ReleaseVersion): Release {
  const place = { file: framework.uri, line: 0 };
  const { concepts } = framework;
  const languages = [...new Set(concepts.flatMap(({ texts }) => texts.map(({ language }) => language)))];
  return {
    framework: {
      id: frameworkId(framework.uri),
      name: framework.name,
      publisher: framework.publisher ?? framework.name,
      url: framework.url ?? framework.uri,
      licence: framework.licence ?? 'not stated',
      attribution:
        framework.publisher === null ? framework.name : `${framework.name}, ${framework.publisher}`,
    },
    version,
    complete: true,
    structure: true,
    scales: [],
    concepts: async function* (): AsyncGenerator<ConceptRow> {
      for (const { uri, code, skillType } of concepts)
        yield {
          ...place,
          uri,
          kind: 'Skill',
          code,
          skillType,
          reuseLevel: null,
          jobZone: null,
          obsolete: false,
          replacedBy: [],
        };
    },
    texts: languages.map((language) => ({
      kind: 'Skill',
      language,
      rows: async function* (): AsyncGenerator<TextRow> {
        for (const { uri, texts } of concepts)
          for (const text of texts)
            if (text.language === language)
              yield {
                ...place,
                uri,
                label: text.label,
                alternatives: [],
                hidden: [],
                description: text.description,
              };
      },
    })),
    edges: [
      {
        type: 'BROADER',
        rows: async function* (): AsyncGenerator<EdgeRow> {
          for (const { uri, broader } of concepts)
            for (const to of broader) yield { ...place, from: uri, to, variant: '' };
        },
      },
    ],
    tasks: none,
    technologies: none,
  };
}

async function* none(): AsyncGenerator<never> {}
