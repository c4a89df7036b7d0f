import { z } from 'zod';
import { DomainError, invalidInput } from '../../../platform/errors.ts';
import { checkInput } from '../../../platform/input.ts';
import type { IssueRow, Outcome } from '../credential.ts';
import { directFields, RECIPIENT_NAMES, recipientIn, rowOf } from './direct.rules.ts';

export const BATCH_STATES = ['RUNNING', 'FINISHED', 'STOPPED'] as const;
export type BatchState = (typeof BATCH_STATES)[number];
export const ROW_STATES = ['PENDING', 'ISSUED', 'EXISTED', 'FAILED'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** How many awards a batch holds at most. */
export const BATCH_ROWS = 10_000;
/** How often a row is tried that fails for no reason of its own. */
export const ROW_ATTEMPTS = 3;

/** Why a row was refused, as errors of the API say it. */
export interface Refusal {
  readonly code: string | null;
  readonly reason: string | null;
  readonly argument: string | null;
  readonly message: string | null;
}
const NO_REFUSAL: Refusal = { code: null, reason: null, argument: null, message: null };

/** What became of a row, as it is stored. */
export interface Settled extends Refusal {
  readonly position: number;
  readonly state: RowState;
  readonly credentialId: string | null;
}

const rowRules = z.object({
  badgeVersionId: z.string().trim().max(200).nullish(),
  resultId: z.string().trim().max(200).nullish(),
  ...directFields,
  awardedAt: z
    .union([z.date(), z.iso.datetime({ offset: true }), z.iso.date()], {
      error: 'must be a date (2026-05-01) or an instant (2026-05-01T10:00:00Z).',
    })
    .nullish()
    .transform((at) => (at === null || at === undefined ? null : new Date(at))),
});
/** A row as it is asked for, in a list or in a line of CSV. */
export type RowInput = z.input<typeof rowRules>;

/** The award a row asks for, or why it cannot be read. */
export function readRow(input: unknown): IssueRow | DomainError {
  try {
    const fields = checkInput('row', rowRules, input);
    const badge = fields.badgeVersionId || undefined;
    if (fields.resultId) {
      const named = [...RECIPIENT_NAMES, 'narrative', 'evidenceUrl', 'reference'] as const;
      const odd = named.find((name) => fields[name] !== null && fields[name] !== undefined);
      if (odd)
        throw invalidInput(`row.${odd}`, 'says nothing beside resultId: the result says who and for what.', {
          reason: 'RECIPIENT',
        });
      const { resultId, awardedAt } = fields;
      return {
        via: 'ASSESSED',
        resultId,
        badgeVersionId: badge,
        ...(awardedAt && { awardedAt }),
      };
    }
    const recipient = recipientIn(fields, 'row');
    if (!badge) throw invalidInput('row.badgeVersionId', 'is needed, here or for the whole batch.');
    return rowOf({ ...fields, badgeVersionId: badge }, recipient);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** A refusal as it is stored: without the details that could repeat what a row said of somebody. */
export function refusalOf(error: DomainError): Refusal {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const { argument, reason } = error.details;
  return { code: error.code, reason: text(reason), argument: text(argument), message: error.message };
}

/**
 * What to store of a row after an attempt; null when it is to be tried again: what failed for no reason of its own (the database, the
 * vault of keys) is, so many times.
 */
export function settledBy(
  outcome: Outcome,
  {
    position,
    attempts,
    since,
  }: { readonly position: number; readonly attempts: number; readonly since: Date },
): Settled | null {
  if (!('refused' in outcome)) {
    const state = outcome.created || outcome.issuedAt >= since ? 'ISSUED' : 'EXISTED';
    return { position, state, credentialId: outcome.id, ...NO_REFUSAL };
  }
  const { refused } = outcome;
  const passing =
    !(refused instanceof DomainError) ||
    refused.code === 'UNAVAILABLE' ||
    refused.details['reason'] === 'BUSY';
  if (passing && attempts < ROW_ATTEMPTS) return null;
  const refusal = refused instanceof DomainError ? refusalOf(refused) : NOT_ISSUED;
  return { position, state: 'FAILED', credentialId: null, ...refusal };
}

const NOT_ISSUED: Refusal = {
  code: 'INTERNAL',
  reason: 'NOT_ISSUED',
  argument: null,
  message: 'It could not be signed or written, and nothing of it was kept. Send this row again later.',
};
