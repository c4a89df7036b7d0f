import type { GraphQLResolveInfo } from 'graphql';
import { askedBelow } from '../../platform/graphql/look-ahead.ts';
import { DEFAULT_LANGUAGE } from '../taxonomy/language.ts';

const LABEL = ['edges', 'node', 'alignments', 'edges', 'node', 'skill', 'label'];

/** The languages in which a query asks for the labels of the skills of these outcomes, so that the labels come with them. */
export const languagesOfLabels = (info: GraphQLResolveInfo): string[] => [
  ...new Set(
    askedBelow(info, LABEL).map(({ language }) =>
      (typeof language === 'string' ? language : DEFAULT_LANGUAGE).toLowerCase(),
    ),
  ),
];
