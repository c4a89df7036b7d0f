import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { type Outcome, STEPS, type StepName, type Verdict } from './verification/verify.ts';

export const VerificationStepNameEnum = Object.fromEntries(STEPS.map((name) => [name, name]));
registerEnumType(VerificationStepNameEnum, {
  name: 'VerificationStepName',
  description: 'The checks a verification consists of, in the order they are made.',
  valuesConfig: {
    FORMAT: {
      description: 'It is a JSON object within the limits of size and depth, no member named twice.',
    },
    STRUCTURE: {
      description:
        'It has the shape of an Open Badges 3.0 credential (VCDM 2.0) and names only JSON-LD contexts that are known.',
    },
    ISSUER: {
      description:
        'The issuer has the key of the proof and uses it for issuing (`assertionMethod` of its DID).',
    },
    ACHIEVEMENT: { description: 'The badge belongs to the issuer, as far as this service knows the badge.' },
    PROOF: { description: 'Every proof holds (Data Integrity, `eddsa-rdfc-2022`).' },
    DATES: { description: 'It is valid now, by `validFrom` and `validUntil`.' },
    STATUS: { description: 'The issuer has not withdrawn it (W3C Bitstring Status List).' },
  },
});

export const CheckOutcomeEnum = { PASS: 'PASS', FAIL: 'FAIL', COULD_NOT_CHECK: 'COULD_NOT_CHECK' };
registerEnumType(CheckOutcomeEnum, {
  name: 'CheckOutcome',
  description: 'What came of one check.',
  valuesConfig: {
    PASS: { description: 'It holds.' },
    FAIL: { description: 'It does not hold.' },
    COULD_NOT_CHECK: { description: 'It could not be made; this never counts as a pass.' },
  },
});

export const VerdictEnum = { VERIFIED: 'VERIFIED', FAILED: 'FAILED', UNDETERMINED: 'UNDETERMINED' };
registerEnumType(VerdictEnum, {
  name: 'Verdict',
  description: 'What the checks amount to.',
  valuesConfig: {
    VERIFIED: { description: 'Every check passed.' },
    FAILED: { description: 'At least one check failed.' },
    UNDETERMINED: { description: 'None failed, but at least one could not be made.' },
  },
});

@Policy(PUBLIC)
@ObjectType('VerificationStep', { description: 'One check and what came of it.' })
export class VerificationStepType {
  @Field(() => VerificationStepNameEnum, { description: 'Which check.' })
  name: StepName;

  @Field(() => CheckOutcomeEnum, { description: 'What came of it.' })
  outcome: Outcome;

  @Field(() => String, { description: 'Why, in a sentence.' })
  reason: string;
}

@Policy(PUBLIC)
@ObjectType('VerificationReport', { description: 'What is known of a credential somebody showed.' })
export class VerificationReportType {
  @Field(() => VerdictEnum, {
    description: 'What the checks amount to. Read the steps before you rely on it.',
  })
  verdict: Verdict;

  @Field(() => Date, { description: 'When it was checked. A credential may be withdrawn later.' })
  checkedAt: Date;

  @Field(() => [VerificationStepType], { description: 'Every check, in order.' })
  steps: VerificationStepType[];

  @Field(() => String, {
    nullable: true,
    description: 'The id in the document; null when it has no readable structure.',
  })
  credentialId: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The DID of the issuer in the document; null when it has no readable structure.',
  })
  issuer: string | null;
}
