import { z } from 'zod';
import { type Page, pageOf, pageWindow } from '../../platform/paging.ts';
import type { TaxonomyLoaders } from './taxonomy.loaders.ts';
import { checkLanguage, type NeedList } from './taxonomy.questions.ts';
import type { ConceptRecord, NeedRecord } from './taxonomy.records.ts';

const needKeys = z.tuple([z.number(), z.string(), z.string()]);

/** A page of needs, in the order that `needs` documents: by rank, label, then what breaks ties. */
export async function needPage(
  { asOf }: ConceptRecord,
  { page, relation, language }: NeedList,
  load: (args: Parameters<TaxonomyLoaders['needs']>[1]) => ReturnType<TaxonomyLoaders['needs']>,
  count: () => Promise<number>,
): Promise<Page<NeedRecord>> {
  const window = pageWindow(page, needKeys);
  const [afterRank, afterLabel, afterTie] = window.after ?? [-1, '', ''];
  const rows = await load({
    relation: relation ?? null,
    language: checkLanguage(language),
    afterRank,
    afterLabel,
    afterTie,
    limit: window.limit,
  });
  return pageOf(
    window,
    rows,
    {
      node: (row) => ({ ...row.need, concept: { ...row.concept, asOf } }),
      keysOf: (row): [number, string, string] => [row.rank, row.label, row.tie],
    },
    count,
  );
}
