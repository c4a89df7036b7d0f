import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { Policy, PUBLIC, ROLES } from '../../../identity/policy/policy.ts';
import type { Place } from '../place.ts';
import { PlaceInputType, PlaceType } from '../place.type.ts';
import { ProposalSourceEnum, ProposalStateEnum, WordChangeEnum } from '../quality.enums.ts';
import type { ProposalSource, ProposalState } from './proposal.rules.ts';
import type { WordChange } from './word-diff.ts';

@Policy(PUBLIC)
@ObjectType('ChangeProposal', {
  description:
    'A proposal to change what is published of a badge. Open ones are seen by the issuer and by the organisation they come from, those that were decided on by anybody.',
})
export class ChangeProposalType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What it is about, in a few words.' })
  title: string;

  @Field(() => String, { description: 'Why it should be changed.' })
  reason: string;

  @Field(() => ProposalSourceEnum, { description: 'Where it comes from.' })
  source: ProposalSource;

  @Field(() => String, {
    nullable: true,
    description: 'The advisory board that wants it; null for any other source.',
  })
  board: string | null;

  @Field(() => ProposalStateEnum, { description: 'Open, accepted or declined.' })
  state: ProposalState;

  @Field(() => Date, { description: 'When it was made (UTC).' })
  proposedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided on (UTC); null while it is open.' })
  decidedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was accepted or declined; null while it is open.',
  })
  decisionReason: string | null;
}

@Policy(PUBLIC)
@ObjectType('WordRun', { description: 'Words of a text that stayed, went or came.' })
export class WordRunType {
  @Field(() => WordChangeEnum, { description: 'Which of these.' })
  change: WordChange;

  @Field(() => String, { description: 'The words, with the spaces around them.' })
  text: string;
}

@Policy(PUBLIC)
@ObjectType('ProposedEdit', {
  description: 'A text as it is and as it would be; or that an outcome or assessment goes.',
})
export class ProposedEditType {
  @Field(() => PlaceType, { description: 'Where; without a field that thing as a whole would go.' })
  place: Place;

  @Field(() => String, {
    nullable: true,
    description: 'The text when it was proposed; null: there was none.',
  })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'The text as it would be; null: it would go.' })
  after: string | null;

  @Field(() => [WordRunType], {
    description:
      'The difference word by word: kept and removed is the text before, kept and added the one after.',
  })
  words: readonly WordRunType[];

  @Field(() => Boolean, {
    description: 'True when the text is another one by now, so that the proposal is outdated there.',
  })
  stale: boolean;
}

@Policy(PUBLIC)
@ObjectType('ProposalComment', { description: 'What somebody said about a change proposal.' })
export class ProposalCommentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'The words.' })
  text: string;

  @Field(() => Date, { description: 'When (UTC).' })
  at: Date;

  @Field(() => PlaceType, {
    nullable: true,
    description: 'On which words of the badge; null: on the proposal.',
  })
  place: Place | null;
}

export const CONTRIBUTORS = ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER', 'EMPLOYER');
const CROWD = 'null when it is about fewer than ten people, else to the nearest five';

@Policy(CONTRIBUTORS)
@ObjectType('ProposalImpact', {
  description:
    'What a change would touch, computed from the graph at this moment. People are counted in crowds only.',
})
export class ProposalImpactType {
  @Field(() => Int, {
    nullable: true,
    description: `Credentials of the badge that are in force: ${CROWD}. They stay tied to their version.`,
  })
  credentials: number | null;

  @Field(() => Int, { nullable: true, description: `People who hold one: ${CROWD}.` })
  holders: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Stacked credentials in force that rest on one of them: ${CROWD}.`,
  })
  stackedCredentials: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `People, of those an employer may match (consent to MATCHING), who meet a requirement of a published role by an outcome it touches, and by no other badge: ${CROWD}. Words of the badge itself touch no outcome.`,
  })
  learners: number | null;

  @Field(() => Int, {
    nullable: true,
    description: `Matches of these people with these roles, which could change: ${CROWD}.`,
  })
  matches: number | null;
}

export const ChangeProposalConnection = connectionOf(() => ChangeProposalType, 'ChangeProposal');
export const ProposalCommentConnection = connectionOf(() => ProposalCommentType, 'ProposalComment');

@InputType('ProposedEditInput', {
  description: 'A change of one text, or that an outcome or assessment shall go.',
})
export class ProposedEditInput {
  @Field(() => PlaceInputType, {
    description:
      'Where. With `quote`, only these words are replaced, where they first stand. Without `field`, the outcome or assessment shall go.',
  })
  place: PlaceInputType;

  @Field(() => String, {
    nullable: true,
    description:
      'The new words, at most 5000 characters; left out: the old ones go. Not for name, statement and title.',
  })
  text?: string | null;
}

@InputType('ChangeProposalInput', { description: 'What shall be changed, and why.' })
export class ChangeProposalInput {
  @Field(() => String, { description: 'What it is about, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { description: 'Why, 1 to 5000 characters.' })
  reason: string;

  @Field(() => String, {
    nullable: true,
    description: 'The advisory board that wants it, when you propose it for one; at most 200 characters.',
  })
  board?: string | null;

  @Field(() => [ProposedEditInput], { description: 'The changes, 1 to 30; each text at most once.' })
  edits: ProposedEditInput[];
}

@InputType('ProposalCommentInput', { description: 'What to say about a change proposal.' })
export class ProposalCommentInput {
  @Field(() => PlaceInputType, {
    nullable: true,
    description: 'On which words of the badge; left out: on the proposal.',
  })
  place?: PlaceInputType | null;

  @Field(() => String, { description: 'The words, 1 to 2000 characters. Public once it is decided.' })
  text: string;
}

@InputType('ChangeProposalFilter', {
  description: 'Which proposals a list shows; all that is given must hold.',
})
export class ChangeProposalFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only proposals to this badge.' })
  badgeId?: string | null;

  @Field(() => ProposalStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: ProposalState | null;
}
