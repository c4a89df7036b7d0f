import { z } from 'zod';
import { optionalText, text } from '../../../platform/input.ts';
import type { VersionState } from '../catalog.records.ts';
import type { EndorsementState } from './endorsement.records.ts';

export const statementRules = text(2_000);

/** An answer of the issuer; declining needs a reason. */
export const answerRules = z
  .object({ accept: z.boolean(), reason: optionalText(1_000) })
  .refine(({ accept, reason }) => accept || reason !== null, {
    path: ['reason'],
    message: 'must say why the endorsement is declined.',
  });

/** Why an organisation cannot endorse a version; null when it can. What is endorsed is what is awarded now, by somebody else, once. */
export function whyNotEndorsable(facts: {
  readonly state: VersionState;
  readonly issuerId: string;
  readonly endorserId: string;
  readonly standing: readonly string[];
}): { reason: string; message: string } | null {
  if (facts.issuerId === facts.endorserId)
    return {
      reason: 'OWN_BADGE',
      message: 'This badge is of your own organisation; an endorsement comes from somebody else.',
    };
  if (facts.state !== 'PUBLISHED')
    return {
      reason: 'NOT_PUBLISHED',
      message: `This version is ${facts.state.toLowerCase()}; endorse the one that is awarded now (Badge.currentVersion).`,
    };
  if (facts.standing.length > 0)
    return {
      reason: 'ALREADY_ENDORSED',
      message:
        'Your organisation has endorsed this version already. Withdraw that endorsement to give another one.',
    };
  return null;
}

/** Why an organisation cannot endorse an issuer; null when it can. */
export function whyNotEndorsableIssuer(facts: {
  readonly issuerId: string;
  readonly endorserId: string;
  readonly standing: readonly string[];
}): { reason: string; message: string } | null {
  if (facts.issuerId === facts.endorserId)
    return {
      reason: 'OWN_ORGANIZATION',
      message: 'This is your own organisation; an endorsement comes from somebody else.',
    };
  if (facts.standing.length > 0)
    return {
      reason: 'ALREADY_ENDORSED',
      message:
        'Your organisation has endorsed this issuer already. Withdraw that endorsement to give another one.',
    };
  return null;
}

export type Settlement = Exclude<EndorsementState, 'PROPOSED'>;

/** Whether an endorsement can become that: it is answered once, and taken back while it waits or stands. */
export const canBecome = (state: EndorsementState, next: Settlement): boolean =>
  next === 'WITHDRAWN' ? state === 'PROPOSED' || state === 'ACCEPTED' : state === 'PROPOSED';
