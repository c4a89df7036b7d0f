import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import {
  type Outcome,
  type PresentedFormat,
  STEPS,
  type StepName,
  type TrustAnswer,
  type Verdict,
  type VouchedAlignment,
} from './verification/report.ts';

export const VerificationStepNameEnum = Object.fromEntries(STEPS.map((name) => [name, name]));
registerEnumType(VerificationStepNameEnum, {
  name: 'VerificationStepName',
  description: 'The checks a verification consists of, in the order they are made.',
  valuesConfig: {
    FORMAT: {
      description:
        'It is JSON, a compact JWT or an SD-JWT, perhaps in an image or at an address, within the limits of size and depth, no member named twice.',
    },
    STRUCTURE: {
      description:
        'It has the shape of a W3C verifiable credential (VCDM 2.0, or 1.1 for older ones) and of its kind (Open Badges 3.0 credential or endorsement, CLR 2.0), and names only JSON-LD contexts that are known.',
    },
    SCHEMA: {
      description:
        'It keeps to the JSON Schemas it names. Those of Open Badges are part of `STRUCTURE`; others cannot be checked here.',
    },
    ISSUER: {
      description:
        'The issuer lists the key of the signature for issuing (`assertionMethod` of its DID: did:web, did:key or did:jwk; or of the document at its https address).',
    },
    ACHIEVEMENT: { description: 'The badge belongs to the issuer, as far as this service knows the badge.' },
    PROOF: {
      description:
        'Every signature holds: Data Integrity (`eddsa-rdfc-2022`, `ecdsa-rdfc-2019`, `eddsa-jcs-2022`, `ecdsa-jcs-2019`, `ecdsa-sd-2023` (base and derived), the older `Ed25519Signature2020`), or JWS by RS256, ES256, ES384 or EdDSA.',
    },
    DATES: { description: 'It is valid now, by `validFrom` and `validUntil`, or by `nbf` and `exp`.' },
    STATUS: {
      description:
        'The issuer has not withdrawn or suspended it (W3C Bitstring Status List, 1EdTech Revocation List, IETF Token Status List).',
    },
    LOG: {
      description:
        'A badge whose issuer is of this service stands, as it is, in its issuance log: one that was made with a stolen key and dated back does not. Other issuers keep no log here; nor is anything but badges in it.',
    },
    ENDORSEMENTS: {
      description:
        'Every endorsement it carries holds. One that has run out is told, but does not count against it.',
    },
    CREDENTIALS: {
      description:
        'Every credential embedded in it (CLR) holds by the same checks, but for who vouches for its issuer. One that has run out is told, but does not count against it.',
    },
    TRUST: {
      description:
        'A registry asked here vouches for the issuer, in the frameworks and at the levels of the credential. An issuer none knows could not be checked.',
    },
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

export const PresentedFormatEnum = { JSON: 'JSON', JWT: 'JWT', SD_JWT: 'SD_JWT' };
registerEnumType(PresentedFormatEnum, {
  name: 'PresentedFormat',
  description: 'What was shown, once it was fetched or taken out of an image.',
  valuesConfig: {
    JSON: { description: 'A JSON document with embedded proofs.' },
    JWT: { description: 'A compact JWT (Open Badges 3.0, VC-JOSE-COSE, or VCDM 1.1).' },
    SD_JWT: { description: 'An SD-JWT VC, with the claims its holder disclosed.' },
  },
});

export const TrustStatusEnum = { KNOWN: 'KNOWN', UNKNOWN: 'UNKNOWN', UNREACHABLE: 'UNREACHABLE' };
registerEnumType(TrustStatusEnum, {
  name: 'TrustStatus',
  description: 'Whether a registry vouches for an issuer.',
  valuesConfig: {
    KNOWN: { description: 'A registry lists it.' },
    UNKNOWN: { description: 'Every registry was asked, none lists it.' },
    UNREACHABLE: { description: 'None of those that answered lists it, but one could not be asked.' },
  },
});

@Policy(PUBLIC)
@ObjectType('IssuerTrust', {
  description: 'What trust registries say of an issuer. To trust it for what, is for the reader to decide.',
})
export class IssuerTrustType implements TrustAnswer {
  @Field(() => TrustStatusEnum, { description: 'Whether a registry vouches for it.' })
  status: TrustAnswer['status'];

  @Field(() => String, {
    nullable: true,
    description:
      'The registry that lists it, or those that could not be asked; null when every one was asked and none does.',
  })
  registry: string | null;

  @Field(() => String, { nullable: true, description: 'What the registry vouches for, in its words.' })
  scope: string | null;

  @Field(() => String, { nullable: true, description: 'The address of the rules the registry goes by.' })
  governanceUrl: string | null;

  @Field(() => String, { nullable: true, description: 'What the registry calls the issuer.' })
  name: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Beginnings of the addresses of the frameworks the registry vouches for the issuer in, such as `http://data.europa.eu/esco/`; null when it does in any.',
  })
  frameworks?: readonly string[] | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      'The levels it vouches for the issuer at, as steps of the European Qualifications Framework, 1 to 8; null when it does at any.',
  })
  levels?: readonly number[] | null;
}

@Policy(PUBLIC)
@ObjectType('ClaimedAlignment', {
  description:
    'What the issuer of a credential says it shows (Open Badges 3.0 Alignment), in the words of that issuer, and the skill known here that it means.',
})
export class ClaimedAlignmentType implements VouchedAlignment {
  @Field(() => String, { description: 'What the target is called.' })
  targetName: string;

  @Field(() => String, { description: 'The address of the target, such as the URI of an ESCO skill.' })
  targetUrl: string;

  @Field(() => String, { nullable: true, description: 'The framework the target is of; null when not said.' })
  targetFramework: string | null;

  @Field(() => String, { nullable: true, description: 'The code of the target there; null when not said.' })
  targetCode: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the registry that knows the issuer vouches for it here: some do so only for some frameworks or levels.',
  })
  vouched: boolean;
}

@Policy(PUBLIC)
@ObjectType('VerificationStep', { description: 'One check and what came of it.' })
export class VerificationStepType {
  @Field(() => VerificationStepNameEnum, { description: 'Which check.' })
  name: StepName;

  @Field(() => CheckOutcomeEnum, { description: 'What came of it.' })
  outcome: Outcome;

  @Field(() => String, { description: 'Why, in a sentence.' })
  reason: string;

  @Field(() => Float, { description: 'How long it took, in milliseconds; 0 when it was not reached.' })
  milliseconds: number;
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
  steps: readonly VerificationStepType[];

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

  @Field(() => PresentedFormatEnum, {
    nullable: true,
    description: 'What was shown; null when that could not be told.',
  })
  format: PresentedFormat | null;

  @Field(() => IssuerTrustType, {
    nullable: true,
    description: 'What trust registries say of the issuer; null when the document has no readable structure.',
  })
  trust: TrustAnswer | null;

  @Field(() => [ClaimedAlignmentType], {
    description:
      'What the issuer says it shows, at most 50. Empty unless the issuer lists the key and the signature holds; whether to believe the issuer, `trust` helps to decide.',
  })
  alignments: readonly VouchedAlignment[];
}
