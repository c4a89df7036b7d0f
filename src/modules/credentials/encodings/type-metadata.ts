import type { PublicUrls } from '../public-urls.ts';

/** The kind of SD-JWT VC that badges are issued as. */
export const OPEN_BADGE_TYPE = 'open-badge';

const BADGE = ['credentialSubject', 'achievement'] as const;

const CLAIMS = [
  { path: ['name'], name: 'Credential', sd: 'never' },
  { path: ['issuer', 'name'], name: 'Issued by', sd: 'never' },
  { path: [...BADGE, 'name'], name: 'Badge', sd: 'never' },
  { path: [...BADGE, 'description'], name: 'What it says', sd: 'always' },
  { path: [...BADGE, 'criteria'], name: 'What it takes', sd: 'always' },
  { path: [...BADGE, 'alignment', null], name: 'Skill', sd: 'always' },
  { path: ['credentialSubject', 'result', null], name: 'Level reached', sd: 'always' },
  { path: ['credentialSubject', 'identifier', null], name: 'Whose it is', sd: 'always' },
  { path: ['evidence', null], name: 'Evidence', sd: 'always' },
  { path: ['awardedDate'], name: 'Awarded', sd: 'always' },
] as const;

/** SD-JWT VC Type Metadata of a badge: what wallets show of it, and what its holder may leave out. */
export const typeMetadata = (urls: Pick<PublicUrls, 'credentialType'>): object => ({
  vct: urls.credentialType(OPEN_BADGE_TYPE),
  name: 'Open Badge',
  description: 'A badge for assessed work, in the words of Open Badges 3.0 (1EdTech).',
  display: [{ lang: 'en', name: 'Open Badge' }],
  claims: CLAIMS.map(({ path, name, sd }) => ({ path, display: [{ lang: 'en', label: name }], sd })),
});
