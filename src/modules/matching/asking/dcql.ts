import type { Requirement } from '../engine/model.ts';

/** The name of the one credential query. */
export const BADGES = 'badges';

/** Where in a credential the skills stand that it is about. */
export const SKILL_PATH = ['credentialSubject', 'achievement', 'alignment', null, 'targetUrl'] as const;

/** Every skill that answers one of these requirements: the one asked, and those a reviewed mapping calls exactly equal. */
export const skillsAsked = (requirements: readonly Pick<Requirement, 'skill' | 'exact'>[]): string[] =>
  [...new Set(requirements.flatMap(({ skill, exact }) => [skill, ...exact]))].sort();

/**
 * What a role needs as a query to wallets (DCQL, OpenID4VP 1.0 section 6): badges issued here, of which only the alignments with these
 * skills are to be disclosed. Which badge, by whom and until when stands in the open anyway.
 */
export const dcqlOf = (requirements: readonly Pick<Requirement, 'skill' | 'exact'>[], type: string) => ({
  credentials: [
    {
      id: BADGES,
      format: 'dc+sd-jwt' as const,
      multiple: true,
      require_cryptographic_holder_binding: true,
      meta: { vct_values: [type] },
      claims: [{ id: 'skill', path: [...SKILL_PATH], values: skillsAsked(requirements) }],
    },
  ],
});
