import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';

/** Whether two inputs say the same once they are checked; where an alignment was learnt from, and why a version follows, is no difference. */
export function same<I>(rules: z.ZodType<unknown, I>, one: I, other: I): boolean {
  const [left, right] = [one, other].map((input) => rules.safeParse(input).data);
  return left !== undefined && isDeepStrictEqual(comparable(left), comparable(right));
}

const comparable = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) =>
      ['source', 'changeReason', 'learningUnitIds', 'followsId'].includes(name) ? undefined : inner,
    ),
  );
