import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { PORTFOLIO_LIMITS, type PortfolioItemKind } from './portfolio.rules.ts';

export const PortfolioItemKindEnum = enumOf<PortfolioItemKind>(
  'PortfolioItemKind',
  'What a part of a portfolio is.',
  {
    ARTEFACT: 'Something that was made: at `url`, perhaps with the SHA-256 of the file.',
    NARRATIVE: 'A text of the learner.',
    VALIDATION: 'What a supervisor confirmed.',
    CREDENTIAL: 'A credential, issued here or brought from elsewhere; verified whenever it is shown.',
  },
);

const AUDIENCE = `Whom it is for, in your words, at most ${PORTFOLIO_LIMITS.audience} characters; only links for this audience show it. Null: for everybody who has a link.`;

@Policy(ROLES('LEARNER'))
@ObjectType('PortfolioItem', { description: 'A part of a portfolio.' })
export class PortfolioItemType {
  @Field(() => PortfolioItemKindEnum, { description: 'What it is.' })
  kind: PortfolioItemKind;

  @Field(() => String, { nullable: true, description: 'What it is called.' })
  title: string | null;

  @Field(() => String, { nullable: true, description: 'What the learner says: the narrative, or about it.' })
  text: string | null;

  @Field(() => String, { nullable: true, description: 'Where the artefact is.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the artefact, in hex.' })
  digest: string | null;

  @Field(() => String, { nullable: true, description: 'Who made which part of it.' })
  attribution: string | null;

  @Field(() => String, { nullable: true, description: AUDIENCE })
  audience: string | null;

  @Field(() => ID, { nullable: true, description: 'The credential, issued here.' })
  credentialId: string | null;

  @Field(() => ID, { nullable: true, description: 'The credential, brought from elsewhere.' })
  foreignCredentialId: string | null;

  @Field(() => ID, { nullable: true, description: 'What a supervisor confirmed.' })
  validationId: string | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('PortfolioSection', { description: 'A section of a portfolio.' })
export class PortfolioSectionType {
  @Field(() => String, { description: 'Its heading.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  introduction: string | null;

  @Field(() => [PortfolioItemType], { description: 'What is in it, in order.' })
  items: PortfolioItemType[];
}

@Policy(ROLES('LEARNER'))
@ObjectType('PortfolioShare', {
  description: 'A link that shows a portfolio to whoever has it, until it expires or is taken back.',
})
export class PortfolioShareType {
  @Field(() => ID, { description: 'What to take it back by. It opens nothing.' })
  id: string;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { description: 'From when on it shows nothing.' })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The audience it is for; null: it shows only what is for everybody.',
  })
  audience: string | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('NewPortfolioShare', { description: 'A link that was just made.' })
export class NewPortfolioShareType {
  @Field(() => ID, { description: 'The portfolio it shows.' })
  portfolioId: string;

  @Field(() => Date, { description: 'From when on it shows nothing.' })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The address to pass on, told this one time: only a digest of the secret in it is stored. Null when the same request was carried out before.',
  })
  url: string | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('Portfolio', {
  description: 'What a learner put together to show. Sealed with their key; nobody sees it without a link.',
})
export class PortfolioType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about.' })
  introduction: string | null;

  @Field(() => Date, { description: 'When it was begun (UTC).' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it was last changed (UTC).' })
  updatedAt: Date;

  @Field(() => [PortfolioSectionType], { description: 'Its sections, in order.' })
  sections: PortfolioSectionType[];
}

export const PortfolioConnection = connectionOf(() => PortfolioType, 'Portfolio');

@InputType({ description: 'A part of a portfolio. What belongs to another kind is INVALID_INPUT.' })
export class PortfolioItemInput {
  @Field(() => PortfolioItemKindEnum, { description: 'What it is.' })
  kind: PortfolioItemKind;

  @Field(() => String, { nullable: true, description: 'What it is called, at most 200 characters.' })
  title?: string;

  @Field(() => String, {
    nullable: true,
    description: 'What you say, at most 5000 characters; a NARRATIVE needs it.',
  })
  text?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where an ARTEFACT is, which needs it: http or https.',
  })
  url?: string;

  @Field(() => String, { nullable: true, description: 'SHA-256 of an ARTEFACT, 64 hexadecimal digits.' })
  digest?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who made which part of it, at most 500 characters.',
  })
  attribution?: string;

  @Field(() => String, { nullable: true, description: AUDIENCE })
  audience?: string;

  @Field(() => ID, { nullable: true, description: 'For a CREDENTIAL: one issued here.' })
  credentialId?: string;

  @Field(() => ID, { nullable: true, description: 'For a CREDENTIAL: one that you brought.' })
  foreignCredentialId?: string;

  @Field(() => ID, { nullable: true, description: 'For a VALIDATION: which.' })
  validationId?: string;
}

@InputType({ description: 'A section of a portfolio.' })
export class PortfolioSectionInput {
  @Field(() => String, { description: 'Its heading, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 5000 characters.' })
  introduction?: string;

  @Field(() => [PortfolioItemInput], { description: 'What is in it, in order.' })
  items: PortfolioItemInput[];
}

@InputType({ description: 'A portfolio as a whole.' })
export class PortfolioInput {
  @Field(() => String, { description: 'What it is called, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 5000 characters.' })
  introduction?: string;

  @Field(() => [PortfolioSectionInput], {
    description: `Its sections, in order: at most ${PORTFOLIO_LIMITS.sections}, with ${PORTFOLIO_LIMITS.items} items in all.`,
  })
  sections: PortfolioSectionInput[];
}
