import { z } from 'zod';

const text = z.string().catch('');
const maybe = z.string().optional().catch(undefined);
const web = z
  .string()
  .regex(/^https?:\/\//)
  .optional()
  .catch(undefined);
const named = { id: web, name: maybe, narrative: maybe };

/** What a signed document of this service says, as far as people are shown it. Whatever is missing is left out, never guessed. */
const shape = z.object({
  id: text,
  name: text,
  validFrom: maybe,
  validUntil: maybe,
  awardedDate: maybe,
  issuer: z.object({ id: text, name: text, url: web }),
  evidence: z.array(z.object(named)).catch([]),
  credentialSubject: z.object({
    result: z.array(z.object({ resultDescription: maybe, achievedLevel: maybe })).catch([]),
    achievement: z.object({
      id: text,
      name: text,
      description: text,
      criteria: z.object({ id: web, narrative: maybe }).catch({}),
      image: z.object({ id: text, caption: maybe }).optional().catch(undefined),
      alignment: z
        .array(
          z.object({ targetName: text, targetUrl: web, targetFramework: maybe, targetDescription: maybe }),
        )
        .catch([]),
      resultDescription: z
        .array(
          z.object({
            id: text,
            name: text,
            rubricCriterionLevel: z.array(z.object({ id: text, name: text, description: maybe })).catch([]),
          }),
        )
        .catch([]),
    }),
  }),
});

export type Said = z.infer<typeof shape>;

/** Reads a signed document of this service. Throws for any other. */
export const readSaid = (document: string): Said => shape.parse(JSON.parse(document));

/** What was reached, criterion by criterion, in the words of the rubric. */
export function reached({ credentialSubject: { result, achievement } }: Said) {
  return result.flatMap(({ resultDescription, achievedLevel }) => {
    const criterion = achievement.resultDescription.find(({ id }) => id === resultDescription);
    const level = criterion?.rubricCriterionLevel.find(({ id }) => id === achievedLevel);
    return criterion && level
      ? [{ criterion: criterion.name, level: level.name, means: level.description }]
      : [];
  });
}
