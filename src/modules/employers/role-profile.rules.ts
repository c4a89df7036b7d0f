import { z } from 'zod';
import { distinct, eqfLevel, text, whole } from '../../platform/input.ts';
import { EVIDENCE_POLICIES, NECESSITIES } from './role-profile.records.ts';

const requirementRules = z.object({
  skillUri: text(500),
  weight: whole(1, 1_000).default(1),
  level: eqfLevel,
  necessity: z.enum(NECESSITIES).default('MUST'),
  evidence: z.enum(EVIDENCE_POLICIES).default('ANY'),
  maxAgeMonths: whole(1, 1_200, 'months').nullish(),
});

/** What a version of a role profile may say: each skill once, at most 100 of them. */
export const profileRules = z.object({
  title: text(200),
  region: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/, 'must be a code of ISO 3166, such as DE or GB-SCT.')
    .nullish(),
  occupationUri: text(500).nullish(),
  requirements: distinct(requirementRules, 100, ({ skillUri }) => skillUri)
    .nullish()
    .transform((value) => value ?? []),
});

export type ProfileInput = z.input<typeof profileRules>;
export type CheckedProfile = z.output<typeof profileRules>;
