import { invalidInput } from '../../platform/errors.ts';
import type { Repository } from '../../platform/graph/repository.ts';
import { highestLevel, reachesLevel } from '../learners/proofing/proofing.rules.ts';
import type { awardStatements } from './credentials.repository.ts';

interface Pair {
  readonly learnerId: string;
  readonly badgeVersionId: string;
}

/** Refuses awards of badges that ask for more than was passed: INVALID_INPUT (`ASSESSMENTS_MISSING`), naming what is missing. */
export async function checkAllPassed(awards: Repository<typeof awardStatements>, of: readonly Pair[]) {
  const [missing] = await awards.assessmentsNotPassed({ pairs: pairs(of) });
  if (missing)
    throw invalidInput(
      'resultId',
      'is not all the badge asks for: other assessments have to be passed, too.',
      {
        reason: 'ASSESSMENTS_MISSING',
        missing: missing.assessmentIds,
      },
    );
}

/**
 * Refuses awards to learners whom the issuer of the badge does not know as surely as the badge asks for: INVALID_INPUT
 * (`IDENTITY_NOT_PROVEN`), naming the level asked for and the one that is known.
 */
export async function checkIdentity(
  awards: Repository<typeof awardStatements>,
  argument: string,
  of: readonly Pair[],
) {
  for (const { asked, proofings } of await awards.identityAsked({ pairs: pairs(of) })) {
    const known = highestLevel(proofings);
    if (!reachesLevel(known, asked))
      throw invalidInput(
        argument,
        `would go to somebody who is not known surely enough: the badge asks for ${asked}, and its issuer recorded ${known ?? 'nothing'}. Make sure who it is and send recordIdentityProofing.`,
        { reason: 'IDENTITY_NOT_PROVEN', asked, known },
      );
  }
}

const pairs = (of: readonly Pair[]) =>
  of.map(({ learnerId, badgeVersionId }) => ({ learnerId, badgeVersionId }));
