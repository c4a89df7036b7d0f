import { CONTEXTS } from '../../credentials/open-badge.ts';
import { ACHIEVEMENT_TYPES } from '../badges/badge-version.fields.ts';
import { EXTENSION_CONTEXT } from './extension.ts';

export const isAchievementType = (value: string): boolean =>
  (ACHIEVEMENT_TYPES as readonly string[]).includes(value) || /^ext:[A-Za-z0-9._-]+$/.test(value);

/** The target type of an alignment that names an outcome of ours; one to a skill has that of its framework, or none. */
export const OUTCOME_TARGET = 'ext:LearningOutcome';

export const OPEN_BADGES_CONTEXT = [...CONTEXTS, EXTENSION_CONTEXT] as const;

/** How an alignment says its level; the specification has no word for it. */
export const levelWords = (level: number): string => `EQF level ${level}`;
export const levelIn = (words: string | null): number | null => {
  const level = /^EQF level ([1-8])$/.exec(words ?? '')?.[1];
  return level === undefined ? null : Number(level);
};
