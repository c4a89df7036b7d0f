import { Field, InputType } from 'type-graphql';

@InputType('OrganizationProfileInput', {
  description: 'Everything an organisation says of itself; what is left out is taken away.',
})
export class OrganizationProfileInputType {
  @Field(() => String, { nullable: true, description: 'Web site: an http or https address.' })
  url?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The countries or regions it is established in, each once, at most 20 ISO 3166 codes such as DE or GB-SCT.',
  })
  regions?: string[] | null;
}
