import { z } from 'zod';
import { regionCode, webAddress, whole } from '../../../platform/input.ts';

const terms = {
  region: regionCode.nullish(),
  opensAt: z.date().nullish(),
  closesAt: z.date().nullish(),
  openings: whole(1, 10_000).default(1),
  contactUrl: webAddress.nullish(),
};

interface Times {
  readonly opensAt?: Date | null | undefined;
  readonly closesAt?: Date | null | undefined;
}

/** A vacancy closes after it opens; one that opened long ago is possible, one that closed already is not. */
const inOrder =
  (now: Date) =>
  ({ opensAt, closesAt }: Times, context: z.RefinementCtx) => {
    if (!closesAt) return;
    const from = opensAt && opensAt > now ? opensAt : now;
    if (closesAt <= from)
      context.addIssue({
        code: 'custom',
        path: ['closesAt'],
        message: 'must lie in the future, and after opensAt.',
      });
  };

/** What a vacancy may say when it is made. */
export const vacancyRules = (now: Date) =>
  z.object({ roleProfileId: z.string().min(1, 'must not be empty.'), ...terms }).superRefine(inOrder(now));

/** What may be changed of one: all but the role profile. */
export const vacancyTermsRules = (now: Date) => z.object(terms).superRefine(inOrder(now));

export type VacancyInput = z.input<ReturnType<typeof vacancyRules>>;
export type VacancyTerms = z.input<ReturnType<typeof vacancyTermsRules>>;
