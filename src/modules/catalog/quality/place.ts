import { z } from 'zod';

/** What of a badge words can be about. */
export const PLACE_KINDS = ['VERSION', 'OUTCOME', 'ASSESSMENT', 'CRITERION', 'EVIDENCE'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** The fields whose words can be pointed at and proposed anew, by what they stand in. */
export const PLACE_FIELDS: Readonly<Record<PlaceKind, readonly string[]>> = {
  VERSION: ['name', 'description', 'criteria', 'imageAlt'],
  OUTCOME: ['statement', 'verb', 'object', 'conditions'],
  ASSESSMENT: ['title', 'task'],
  CRITERION: ['title'],
  EVIDENCE: [],
};

/** Where something is: in the badge version, one of its outcomes, assessments or criteria, or a piece of sampled work. */
export interface Place {
  readonly kind: PlaceKind;
  /** The id of that thing; the code of sampled work. */
  readonly id: string;
  /** The field of it; null: it as a whole. */
  readonly field: string | null;
  /** The very words meant; null: all of them. */
  readonly quote: string | null;
}

export const placeRules = z
  .object({
    kind: z.enum(PLACE_KINDS),
    id: z.string().min(1, 'must not be empty.').max(200),
    field: z
      .string()
      .nullish()
      .transform((field) => field ?? null),
    quote: z
      .string()
      .min(1, 'must not be empty.')
      .max(1_000, 'must have at most 1000 characters.')
      .nullish()
      .transform((quote) => quote ?? null),
  })
  .superRefine(({ kind, field, quote }, context) => {
    if (field !== null && !PLACE_FIELDS[kind].includes(field))
      context.addIssue({
        code: 'custom',
        path: ['field'],
        message: PLACE_FIELDS[kind].length
          ? `must be one of ${PLACE_FIELDS[kind].join(', ')} for ${kind}, or be left out.`
          : `must be left out for ${kind}.`,
      });
    if (quote !== null && field === null)
      context.addIssue({ code: 'custom', path: ['quote'], message: 'needs the field it stands in.' });
  });
export type PlaceInput = z.input<typeof placeRules>;

/** The words of one thing of a badge, as the graph has them. */
export interface PlaceText {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly texts: Readonly<Record<string, string | null>>;
}

/** What is wrong with a place, given everything there is in a badge version; null when it is there and has these words. */
export function whyNoPlace(
  place: Place,
  things: readonly PlaceText[],
): { readonly at: 'id' | 'quote'; readonly message: string } | null {
  const thing = things.find(({ kind, id }) => kind === place.kind && id === place.id);
  if (!thing) return { at: 'id', message: `names no ${place.kind} of this version of the badge.` };
  const words = place.field === null ? null : (thing.texts[place.field] ?? '');
  if (place.quote !== null && !words?.includes(place.quote))
    return { at: 'quote', message: `does not stand in ${place.field}. Quote it letter by letter.` };
  return null;
}
