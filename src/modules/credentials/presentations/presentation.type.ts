import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { PRESENTATION_STEPS, type PresentationStepName } from '../verification/presentation.ts';
import type { Outcome, Verdict, VerificationReport } from '../verification/report.ts';
import { CheckOutcomeEnum, VerdictEnum, VerificationReportType } from '../verification.type.ts';
import { VERIFIERS } from './presentations.service.ts';

export const PresentationStepNameEnum = Object.fromEntries(PRESENTATION_STEPS.map((name) => [name, name]));
registerEnumType(PresentationStepNameEnum, {
  name: 'PresentationStepName',
  description: 'The checks a presentation undergoes, in the order they are made.',
  valuesConfig: {
    FORMAT: { description: 'It is JSON, a compact JWT or an SD-JWT, within the limits of size and depth.' },
    STRUCTURE: {
      description: 'It has the shape of a W3C verifiable presentation, or of an SD-JWT with key binding.',
    },
    HOLDER: { description: 'The holder lists the key for proving itself (`authentication` of its DID).' },
    PROOF: { description: 'The signature of the holder holds.' },
    CHALLENGE: { description: 'It was made for this challenge and this domain, and has not expired.' },
    CREDENTIALS: { description: 'Every credential in it is verified.' },
    BINDING: {
      description:
        'Every credential is about the holder. One that names its holder only by a hashed address could not be checked.',
    },
  },
});

@Policy(ROLES(...VERIFIERS))
@ObjectType('PresentationRequest', { description: 'What a wallet has to sign to answer.' })
export class PresentationRequestType {
  @Field(() => String, {
    description:
      'For `proof.challenge`, or the claim `nonce` of a token: 32 random bytes in base64url. It is shown once and answered once.',
  })
  challenge: string;

  @Field(() => String, { description: 'For `proof.domain`, or the claim `aud` of a token: a host.' })
  domain: string;

  @Field(() => Date, { description: 'From when on no answer is taken: ten minutes after it was asked.' })
  expiresAt: Date;
}

@Policy(ROLES(...VERIFIERS))
@ObjectType('PresentationStep', { description: 'One check of a presentation and what came of it.' })
export class PresentationStepType {
  @Field(() => PresentationStepNameEnum, { description: 'Which check.' })
  name: PresentationStepName;

  @Field(() => CheckOutcomeEnum, { description: 'What came of it.' })
  outcome: Outcome;

  @Field(() => String, { description: 'Why, in a sentence.' })
  reason: string;

  @Field(() => Float, { description: 'How long it took, in milliseconds; 0 when it was not reached.' })
  milliseconds: number;
}

@Policy(ROLES(...VERIFIERS))
@ObjectType('PresentationReport', {
  description: 'What is known of a presentation and of the credentials in it. Nothing of it is kept here.',
})
export class PresentationReportType {
  @Field(() => VerdictEnum, {
    description: 'What the checks amount to. Read the steps before you rely on it.',
  })
  verdict: Verdict;

  @Field(() => Date, { description: 'When it was checked.' })
  checkedAt: Date;

  @Field(() => [PresentationStepType], { description: 'Every check, in order.' })
  steps: readonly PresentationStepType[];

  @Field(() => String, {
    nullable: true,
    description:
      'The DID of whoever presents; null when it could not be read, or when nothing but a key stands for them.',
  })
  holder: string | null;

  @Field(() => [VerificationReportType], {
    description:
      'What was presented, each verified as `verifyCredential` does, in the order it was given; at most 20.',
  })
  credentials: readonly VerificationReport[];
}
