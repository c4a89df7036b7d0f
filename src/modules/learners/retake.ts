/** What an assessment says about handing in again; null: no limit, no wait, nothing. */
export interface RetakePolicy {
  readonly attempts: number | null;
  readonly retakeWaitDays: number | null;
  readonly retakeChange: string | null;
}

/** Work that somebody handed in for an assessment before, and what came of it; null while it waits. */
export interface Attempt {
  readonly submittedAt: Date;
  readonly result: { readonly achievedAt: Date; readonly passed: boolean } | null;
}

/** Which attempt it is, or why it may not be handed in now. `argument` says that something is missing in the input. */
export type Retake =
  | { readonly attempt: number }
  | {
      readonly reason: 'NO_ATTEMPTS_LEFT' | 'WORK_WAITING' | 'RETAKE_TOO_SOON' | 'CHANGE_MISSING';
      readonly message: string;
      readonly argument?: string;
      readonly from?: Date;
    };

const DAY = 86_400_000;

/**
 * Whether work may be handed in now, after these attempts in the order of their dates. Attempts are counted from the last pass on, so that
 * a badge can be renewed; the wait and the change are asked for after a result that did not pass. An assessment that says nothing of
 * retakes takes in work at any time.
 */
export function retake(
  policy: RetakePolicy,
  earlier: readonly Attempt[],
  { now, changed }: { readonly now: Date; readonly changed: string | null },
): Retake {
  const { attempts, retakeWaitDays, retakeChange } = policy;
  const passed = earlier.findLastIndex(({ result }) => result?.passed === true);
  const since = earlier.slice(passed + 1);
  const last = since.at(-1);
  const attempt = since.length + 1;
  if (!last || (attempts === null && retakeWaitDays === null && retakeChange === null)) return { attempt };
  if (attempts !== null && since.length >= attempts)
    return {
      reason: 'NO_ATTEMPTS_LEFT',
      message: `All attempts at this assessment are used up (${attempts}). Ask the organisation that assesses you.`,
    };
  if (!last.result)
    return {
      reason: 'WORK_WAITING',
      message:
        'Your last work for this assessment has not been graded yet; wait for its result before you hand in again.',
    };
  const from = new Date(last.result.achievedAt.getTime() + (retakeWaitDays ?? 0) * DAY);
  if (now < from)
    return {
      reason: 'RETAKE_TOO_SOON',
      message: `Work may be handed in again ${retakeWaitDays} days after the last result: from ${from.toISOString()} on.`,
      from,
    };
  if (retakeChange !== null && changed === null)
    return {
      reason: 'CHANGE_MISSING',
      argument: 'input.changed',
      message: `must say what you changed since the last attempt. What is asked for: ${retakeChange}`,
    };
  return { attempt };
}
