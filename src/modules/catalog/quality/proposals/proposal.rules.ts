import { z } from 'zod';
import { optionalText, text } from '../../../../platform/input.ts';
import type { Thing } from '../../badges/definition.ts';
import { PLACE_KINDS, type Place, type PlaceText, placeRules } from '../place.ts';

/** Where a proposal comes from. */
export const PROPOSAL_SOURCES = ['REVIEWER', 'EMPLOYER', 'ADVISORY_BOARD', 'ISSUER'] as const;
export type ProposalSource = (typeof PROPOSAL_SOURCES)[number];

export const PROPOSAL_STATES = ['OPEN', 'ACCEPTED', 'DECLINED'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** Words that a badge cannot be without. */
const NEEDED = ['name', 'statement', 'title'];

const editRules = z
  .object({ place: placeRules, text: optionalText(5_000) })
  .superRefine(({ place, text: words }, context) => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (place.kind === 'EVIDENCE') wrong(['place', 'kind'], 'cannot be changed: work is what it is.');
    if (place.field === null && place.kind !== 'OUTCOME' && place.kind !== 'ASSESSMENT')
      wrong(['place', 'field'], 'is missing; only an outcome or an assessment can be dropped as a whole.');
    if (place.field === null && words !== null)
      wrong(['text'], 'needs a place with a field; without one the whole thing is dropped.');
    if (words === null && place.quote === null && place.field !== null && NEEDED.includes(place.field))
      wrong(['text'], `must not be empty: ${place.field} is needed.`);
  });

export const proposalRules = z.object({
  title: text(200),
  reason: text(5_000),
  board: optionalText(200),
  edits: z
    .array(editRules)
    .min(1, 'must change at least one thing.')
    .max(30, 'must have at most 30 entries.'),
});
export type ProposalInput = z.input<typeof proposalRules>;

export const commentRules = z.object({ place: placeRules.nullish(), text: text(2_000) });
export type CommentInput = z.input<typeof commentRules>;

/** A change of one text, or, without a field, that an outcome or assessment goes. */
export interface Edit {
  readonly kind: Place['kind'];
  readonly id: string;
  readonly field: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

const editsStored = z.array(
  z.strictObject({
    kind: z.enum(PLACE_KINDS),
    id: z.string(),
    field: z.string().nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  }),
);
export const readEdits = (json: string): Edit[] => editsStored.parse(JSON.parse(json));

const NAMES: Readonly<Record<string, string>> = { OUTCOME: 'statement', ASSESSMENT: 'title' };

/** An edit as it is kept: with the words as they are now, and as they would be; the words quoted are replaced where they first stand. */
export function editOf(
  { place, text: words }: z.output<typeof editRules>,
  things: readonly PlaceText[],
): Edit {
  const { kind, id, field, quote } = place;
  const texts = things.find((thing) => thing.kind === kind && thing.id === id)?.texts ?? {};
  if (field === null) return { kind, id, field, before: texts[NAMES[kind] ?? ''] ?? null, after: null };
  const before = texts[field] ?? null;
  const after = quote === null ? words : (before ?? '').replace(quote, () => words ?? '').trim() || null;
  return { kind, id, field, before, after };
}

/** Whether what an edit would change has other words by now, or is gone. */
export function isStale({ kind, id, field, before }: Edit, things: readonly PlaceText[]): boolean {
  const thing = things.find((one) => one.kind === kind && one.id === id);
  if (!thing) return true;
  return (thing.texts[field ?? NAMES[kind] ?? ''] ?? null) !== before;
}

const AREAS: Readonly<Record<string, Thing['area']>> = {
  VERSION: 'BADGE',
  OUTCOME: 'OUTCOME',
  ASSESSMENT: 'ASSESSMENT',
  CRITERION: 'CRITERION',
};

/** A definition with the edits made. A criterion is found by its title, since its id is nothing a definition says. */
export const revised = (definition: Thing, edits: readonly Edit[]): Thing =>
  edits.reduce((thing, edit) => edited(thing, edit), definition);

function edited(thing: Thing, edit: Edit): Thing {
  const area = AREAS[edit.kind];
  const hit = (one: Thing): boolean =>
    one.area === area &&
    (area === 'BADGE' || (area === 'CRITERION' ? one.name === edit.before : one.key === edit.id));
  const parts = thing.parts
    .filter((part) => edit.field !== null || !hit(part))
    .map((part) => edited(part, edit));
  if (edit.field === null || !hit(thing)) return { ...thing, parts };
  const naming = edit.before === thing.name && edit.field !== null && NEEDED.includes(edit.field);
  const name = naming ? (edit.after ?? '') : thing.name;
  if (area === 'CRITERION') return { ...thing, key: name, name, parts };
  return { ...thing, name, facts: { ...thing.facts, [edit.field]: edit.after }, parts };
}

/** The outcomes an edit touches: itself, or, of an assessment, those it assesses. The words of the badge alone touch none. */
export const touchedOutcomes = (
  edits: readonly Edit[],
  assessed: ReadonlyMap<string, readonly string[]>,
): string[] => [
  ...new Set(
    edits.flatMap(({ kind, id }) =>
      kind === 'OUTCOME' ? [id] : kind === 'ASSESSMENT' ? (assessed.get(id) ?? []) : [],
    ),
  ),
];
