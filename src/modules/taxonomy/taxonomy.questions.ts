import { z } from 'zod';
import { checkInput } from '../../platform/input.ts';
import type { PageRequest } from '../../platform/paging.ts';
import type { NeedRelation, ReuseLevel, SkillType } from './taxonomy.records.ts';

/** How a concept is named in a question: by its URI, or by a code and the framework the code belongs to. */
export interface ConceptName {
  readonly uri?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly framework?: string | null | undefined;
  readonly asOf?: string | null | undefined;
}

export interface ConceptFilter {
  readonly framework?: string | null | undefined;
  readonly skillType?: SkillType | null | undefined;
  readonly reuseLevel?: ReuseLevel | null | undefined;
  readonly jobZone?: number | null | undefined;
  readonly broader?: string | null | undefined;
}
export type ConceptSort = 'LABEL' | 'LABEL_DESCENDING' | 'CODE';

export interface ConceptList {
  readonly page: PageRequest;
  readonly filter: ConceptFilter;
  readonly sort: ConceptSort;
  readonly language: string;
  readonly asOf?: string | null | undefined;
}

/** Which needs of, or for, a concept to show, and in which language they are ordered. */
export interface NeedList {
  readonly page: PageRequest;
  readonly relation?: NeedRelation | null | undefined;
  readonly language: string;
}

const languageTag = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'must be a language tag (BCP 47), such as "en" or "pt-BR".')
  .transform((tag) => tag.toLowerCase());

/** A language as asked for, in lower case. Throws INVALID_INPUT when it is no BCP 47 tag. */
export const checkLanguage = (language: string): string => checkInput('language', languageTag, language);
