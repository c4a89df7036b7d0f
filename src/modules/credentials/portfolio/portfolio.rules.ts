import { z } from 'zod';
import { optionalText, text, webAddress } from '../../../platform/input.ts';
import { evidenceDigest } from '../../learners/evidence.ts';

/** What a portfolio is made of. */
export const ITEM_KINDS = ['ARTEFACT', 'NARRATIVE', 'VALIDATION', 'CREDENTIAL'] as const;
export type PortfolioItemKind = (typeof ITEM_KINDS)[number];

/** How many portfolios a learner may keep, and how much may be in one. */
export const PORTFOLIO_LIMITS = {
  portfolios: 20,
  sections: 20,
  items: 100,
  shares: 20,
  audience: 100,
} as const;

const optionalId = z
  .string()
  .min(1)
  .max(200)
  .nullish()
  .transform((value) => value ?? null);

const item = z
  .object({
    kind: z.enum(ITEM_KINDS),
    title: optionalText(200),
    text: optionalText(5_000),
    url: webAddress.nullish().transform((value) => value ?? null),
    digest: evidenceDigest.nullish().transform((value) => value ?? null),
    attribution: optionalText(500),
    audience: optionalText(PORTFOLIO_LIMITS.audience),
    credentialId: optionalId,
    foreignCredentialId: optionalId,
    validationId: optionalId,
  })
  .superRefine((value, context) => {
    const wrong = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const { kind, url, digest, credentialId, foreignCredentialId, validationId } = value;
    const credentials = [credentialId, foreignCredentialId].filter((one) => one !== null).length;
    if (kind === 'ARTEFACT' && url === null) wrong('url', 'is missing: say where the artefact is.');
    if (kind === 'NARRATIVE' && value.text === null) wrong('text', 'is missing: a narrative is its text.');
    if (kind === 'VALIDATION' && validationId === null) wrong('validationId', 'is missing.');
    if (kind === 'CREDENTIAL' && credentials !== 1)
      wrong('credentialId', 'or foreignCredentialId has to name the credential, not both.');
    if (kind !== 'ARTEFACT' && url !== null) wrong('url', 'belongs to an artefact.');
    if (url === null && digest !== null) wrong('digest', 'is that of what lies at url, which is missing.');
    if (kind !== 'CREDENTIAL' && credentials > 0) wrong('credentialId', 'belongs to a credential.');
    if (kind !== 'VALIDATION' && validationId !== null) wrong('validationId', 'belongs to a validation.');
  });

const section = z.object({
  title: text(200),
  introduction: optionalText(5_000),
  items: z.array(item).max(PORTFOLIO_LIMITS.items, `must have at most ${PORTFOLIO_LIMITS.items} entries.`),
});

/** What a portfolio says, checked. */
export const portfolioRules = z
  .object({
    title: text(200),
    introduction: optionalText(5_000),
    sections: z
      .array(section)
      .max(PORTFOLIO_LIMITS.sections, `must have at most ${PORTFOLIO_LIMITS.sections} entries.`),
  })
  .refine(
    ({ sections }) => sections.reduce((sum, { items }) => sum + items.length, 0) <= PORTFOLIO_LIMITS.items,
    { path: ['sections'], message: `must have at most ${PORTFOLIO_LIMITS.items} items in all.` },
  );

export type PortfolioInputValue = z.input<typeof portfolioRules>;
export type PortfolioContent = z.output<typeof portfolioRules>;
export type PortfolioSection = PortfolioContent['sections'][number];
export type PortfolioItem = PortfolioSection['items'][number];

/** What a portfolio refers to, each once. */
export function referencesOf({ sections }: Pick<PortfolioContent, 'sections'>) {
  const items = sections.flatMap((one) => one.items);
  const each = (name: 'credentialId' | 'foreignCredentialId' | 'validationId') => [
    ...new Set(items.flatMap((one) => one[name] ?? [])),
  ];
  return {
    credentialIds: each('credentialId'),
    foreignCredentialIds: each('foreignCredentialId'),
    validationIds: each('validationId'),
  };
}

/**
 * What is shown of a portfolio to an audience: what is for everybody, and what is for that audience; sections of which nothing is left go, unless they never
 * had an item. Null is the audience of a link that names none.
 */
export const forAudience = (content: PortfolioContent, audience: string | null): PortfolioContent => ({
  ...content,
  sections: content.sections.flatMap((one) => {
    const items = one.items.filter((each) => each.audience === null || each.audience === audience);
    return items.length > 0 || one.items.length === 0 ? [{ ...one, items }] : [];
  }),
});
