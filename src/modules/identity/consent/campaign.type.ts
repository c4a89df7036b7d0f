import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../policy/policy.ts';

@Policy(PUBLIC)
@ObjectType('Campaign', {
  description: 'What an organisation asks learners to agree to for a while, such as filling certain roles.',
})
export class CampaignType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The organisation that runs it.' })
  organizationId: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { description: 'What it is for, in the words learners agree to. It never changes.' })
  purposeText: string;

  @Field(() => Date, { description: 'When it was opened (UTC).' })
  createdAt: Date;

  @Field(() => Date, { description: 'When it ends or ended (UTC), and with it every consent within it.' })
  endsAt: Date;
}

export const CampaignConnection = connectionOf(() => CampaignType, 'Campaign');

@InputType({ description: 'A campaign to open.' })
export class CreateCampaignInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, {
    description: 'What it is for, 1 to 2000 characters: part of the words learners agree to.',
  })
  purposeText: string;

  @Field(() => Date, { description: 'When it ends, in the future (UTC).' })
  endsAt: Date;
}
