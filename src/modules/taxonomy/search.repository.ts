import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { id, int } from '../../platform/graph/types.ts';
import { CONCEPT_KINDS, conceptRecord, MAPPING_RELATIONS, textRecord } from './taxonomy.records.ts';

const text = z.string().nullable();
const filter = {
  asOf: int,
  skillType: text,
  reuseLevel: text,
  jobZone: int.nullable(),
  broader: text,
};
const query = { index: id, question: id, depth: int, limit: int };
const lexicon = {
  names: int,
  stems: z.array(z.string()),
  forms: z.array(z.string()),
  frequencies: z.array(int),
  pairs: z.array(z.string()),
  likeness: z.array(z.number()),
};

export const searchStatements = {
  texts: read('taxonomy/search-texts', {
    params: { ...query, ...filter },
    row: { concept: conceptRecord, text: textRecord, score: z.number() },
    returns: 'many',
  }),
  mapped: read('taxonomy/search-mapped', {
    params: {
      ...query,
      ...filter,
      kinds: z.array(z.enum(CONCEPT_KINDS)),
      framework: text,
      parts: z.array(z.string()),
    },
    row: {
      via: id,
      concepts: z.array(z.strictObject({ uri: id, relation: z.enum(MAPPING_RELATIONS) })),
      names: z.array(z.string()),
    },
    returns: 'many',
  }),
  byUris: read('taxonomy/search-by-uris', {
    params: { uris: z.array(id), language: id, asOf: int },
    row: { concept: conceptRecord, text: textRecord },
    returns: 'many',
  }),
  languages: read('taxonomy/languages', { params: {}, row: { language: id }, returns: 'many' }),
  namesOfLanguage: read('taxonomy/names-of-language', {
    params: { language: id, afterKey: z.string(), limit: int },
    row: { key: id, names: z.array(z.string()) },
    returns: 'many',
  }),
  lexicon: read('taxonomy/lexicon', {
    params: { language: id },
    row: { ...lexicon, names: z.number(), frequencies: z.array(z.number()) },
    returns: 'maybe',
  }),
  writeLexicon: write('taxonomy/write-lexicon', {
    params: { language: id, method: id, ...lexicon },
    row: {},
    returns: 'none',
  }),
};
