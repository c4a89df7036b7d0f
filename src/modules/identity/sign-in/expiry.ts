import { invalidInput } from '../../../platform/errors.ts';

const DAY_MS = 86_400_000;

/** When something ends: as asked, or after the usual days. INVALID_INPUT when that is not in the future, or later than allowed. */
export function expiryOf(
  argument: string,
  asked: Date | null | undefined,
  now: Date,
  days: { readonly default: number; readonly max: number },
): Date {
  if (!asked) return new Date(now.getTime() + days.default * DAY_MS);
  if (asked <= now || asked.getTime() > now.getTime() + days.max * DAY_MS)
    throw invalidInput(argument, `must lie in the future, ${days.max} days ahead at most.`, {
      maxDays: days.max,
    });
  return asked;
}
