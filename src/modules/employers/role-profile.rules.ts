import { z } from 'zod';
import { distinct, eqfLevel, optionalText, regionCode, text, whole } from '../../platform/input.ts';
import { EVIDENCE_POLICIES, NECESSITIES } from './role-profile.records.ts';

const requirementRules = z.object({
  skillUri: text(500),
  weight: whole(1, 1_000).default(1),
  level: eqfLevel,
  necessity: z.enum(NECESSITIES).default('MUST'),
  evidence: z.enum(EVIDENCE_POLICIES).default('ANY'),
  maxAgeMonths: whole(1, 1_200, 'months').nullish(),
});

/** Why something was done: kept, and shown to everybody. */
export const reasonText = text(1_000);

/** What a version of a role profile may say: each skill once, at most 100 of them. */
export const profileRules = z.object({
  title: text(200),
  description: optionalText(20_000),
  region: regionCode.nullish(),
  occupationUri: text(500).nullish(),
  requirements: distinct(requirementRules, 100, ({ skillUri }) => skillUri)
    .nullish()
    .transform((value) => value ?? []),
});

export type ProfileInput = z.input<typeof profileRules>;
export type CheckedProfile = z.output<typeof profileRules>;
