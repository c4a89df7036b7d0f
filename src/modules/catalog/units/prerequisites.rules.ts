import { z } from 'zod';
import { eqfLevel, text, whole } from '../../../platform/input.ts';
import {
  clausesOf,
  depthOf,
  factsOf,
  nameOf,
  PREREQUISITE_LIMITS,
  type Prerequisite,
} from './prerequisites.ts';

/** A rule as it is written: exactly one of the fields says what it is. */
export interface PrerequisiteInput {
  readonly all?: readonly PrerequisiteInput[] | null | undefined;
  readonly any?: readonly PrerequisiteInput[] | null | undefined;
  readonly some?: { readonly n: number; readonly of: readonly PrerequisiteInput[] } | null | undefined;
  readonly outcomeId?: string | null | undefined;
  readonly badgeId?: string | null | undefined;
  readonly skill?: { readonly uri: string; readonly level: number } | null | undefined;
}

const { depth, facts, clauses } = PREREQUISITE_LIMITS;
const anId = z.string().min(1, 'must not be empty.').max(200).nullish();
const list = z
  .array(z.lazy(() => ruleInput))
  .min(1, 'must name at least one, or be left out.')
  .max(facts, `must have at most ${facts} entries.`);

const ruleInput: z.ZodType<Prerequisite, PrerequisiteInput> = z
  .object({
    all: list.nullish(),
    any: list.nullish(),
    some: z
      .object({ n: whole(1, facts), of: list })
      .refine(({ n, of }) => n <= of.length, {
        path: ['n'],
        message: 'must not be more than there are in `of`.',
      })
      .nullish(),
    outcomeId: anId,
    badgeId: anId,
    skill: z.object({ uri: text(500), level: eqfLevel }).nullish(),
  })
  .transform((value, context): Prerequisite => {
    const { all, any, some, outcomeId, badgeId, skill } = value;
    const said: Prerequisite[] = [];
    if (all) said.push({ op: 'all', of: all });
    if (any) said.push({ op: 'any', of: any });
    if (some) said.push({ op: 'some', ...some });
    if (outcomeId) said.push({ op: 'outcome', outcomeId });
    if (badgeId) said.push({ op: 'badge', badgeId });
    if (skill) said.push({ op: 'skill', skillUri: skill.uri, level: skill.level });
    const [rule] = said;
    if (rule && said.length === 1) return rule;
    context.addIssue({
      code: 'custom',
      message: 'must have exactly one of all, any, some, outcomeId, badgeId and skill.',
    });
    return z.NEVER;
  });

/** A rule of limited size that names no fact twice in the same list. */
export const prerequisiteRules = ruleInput.superRefine((rule, context) => {
  const problem = (message: string) => context.addIssue({ code: 'custom', message });
  if (depthOf(rule) > depth) problem(`must be at most ${depth} levels deep.`);
  else if (factsOf(rule).length > facts) problem(`must name at most ${facts} outcomes, badges and skills.`);
  else if (!clausesOf(rule))
    problem(
      `has too many combinations: written as “one of … and one of …” it may have at most ${clauses} parts.`,
    );
  for (const twice of repeated(rule)) problem(`names the ${twice} twice in one list; name each once.`);
});

function repeated(rule: Prerequisite): string[] {
  if (!('of' in rule)) return [];
  const names = rule.of.flatMap((part) => ('of' in part ? [] : [nameOf(part)]));
  return [...names.filter((name, at) => names.indexOf(name) !== at), ...rule.of.flatMap(repeated)];
}
