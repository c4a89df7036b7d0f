import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { ProposalDecision } from './co-creation.records.ts';

const ProposalDecisionEnum = enumOf<ProposalDecision>('OutcomeProposalDecision', 'What came of a proposal.', {
  OPEN: 'Not decided yet.',
  ADOPTED: 'It became an outcome as it was proposed.',
  ADAPTED: 'It became an outcome in other words.',
  DECLINED: 'It was not taken up.',
});

@Policy(PUBLIC)
@ObjectType('OutcomeProposal', {
  description:
    'What a practitioner proposed that people should be able to do. Practitioners are named by organisation and job title, never by name.',
})
export class OutcomeProposalType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What was proposed, as one sentence.' })
  statement: string;

  @Field(() => String, { description: 'What the practitioner does for a living.' })
  jobTitle: string;

  @Field(() => String, {
    nullable: true,
    description:
      'For whom the practitioner works, as the issuer wrote it down; null when it is an organisation that is known here.',
  })
  organizationName: string | null;

  @Field(() => ProposalDecisionEnum, { description: 'What came of it.' })
  decision: ProposalDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was adapted or declined; null when nothing was said.',
  })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was decided (UTC); null while it is open.' })
  decidedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When the practitioner’s own organisation confirmed it (UTC); null: only the issuer says so.',
  })
  confirmedAt: Date | null;
}

@Policy(PUBLIC)
@ObjectType('CoCreation', {
  description:
    'A session in which an issuer and practitioners worked out what a badge should stand for, as the issuer recorded it.',
})
export class CoCreationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What it was about.' })
  title: string;

  @Field(() => Date, { description: 'When it was held (UTC).' })
  heldAt: Date;

  @Field(() => String, { nullable: true, description: 'How it went, in words.' })
  summary: string | null;
}

@InputType({ description: 'What a practitioner proposed, and what came of it.' })
export class OutcomeProposalInput {
  @Field(() => String, { description: 'What was proposed, as one sentence, 1 to 1000 characters.' })
  statement: string;

  @Field(() => String, {
    description: 'What the practitioner does for a living, 1 to 100 characters. No names: this is public.',
  })
  jobTitle: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'For which organisation known here the practitioner works; it can confirm the proposal. Or give organizationName.',
  })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'For whom the practitioner works, where that is not known here, at most 200 characters.',
  })
  organizationName?: string | null;

  @Field(() => ProposalDecisionEnum, { nullable: true, description: 'What came of it; OPEN when left out.' })
  decision?: ProposalDecision | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was adapted or declined, at most 1000 characters.',
  })
  reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'The outcome of your organisation that it became.' })
  outcomeId?: string | null;
}

@InputType('CoCreationInput', { description: 'A co-creation session that was held.' })
export class CoCreationInputType {
  @Field(() => String, { description: 'What it was about, 1 to 200 characters.' })
  title: string;

  @Field(() => Date, { description: 'When it was held (UTC), not in the future.' })
  heldAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'How it went, in words, at most 5000 characters. No names: this is public.',
  })
  summary?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Badges of your organisation it was about, at most 20.' })
  badgeIds?: string[] | null;

  @Field(() => [OutcomeProposalInput], { description: 'What was proposed, in order: 1 to 100.' })
  proposals: OutcomeProposalInput[];
}

@InputType({ description: 'What came of a proposal.' })
export class ProposalDecisionInput {
  @Field(() => ProposalDecisionEnum, { description: 'ADOPTED, ADAPTED or DECLINED.' })
  decision: ProposalDecision;

  @Field(() => String, {
    nullable: true,
    description: 'Why, at most 1000 characters; needed when it was adapted or declined.',
  })
  reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The outcome of your organisation that it became, when it did.',
  })
  outcomeId?: string | null;
}

export const CoCreationConnection = connectionOf(() => CoCreationType, 'CoCreation');
export const OutcomeProposalConnection = connectionOf(() => OutcomeProposalType, 'OutcomeProposal');
