import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import { LanguageArgs } from '../taxonomy/taxonomy.input.ts';
import type { OutcomeRecord } from './catalog.records.ts';
import { AlignmentConnection, OutcomeTextConnection, OutcomeTextType, OutcomeType } from './outcome.type.ts';

@Resolver(() => OutcomeType)
export class OutcomeResolver {
  @FieldResolver(() => OrganizationType, { description: 'Whose outcome it is.' })
  owner(@Root() outcome: OutcomeRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(outcome.ownerId);
  }

  @FieldResolver(() => AlignmentConnection, {
    description: 'The skills of taxonomies it shows, in order of URI.',
  })
  alignments(
    @Root() outcome: OutcomeRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.alignmentsOf(outcome, page);
  }

  @FieldResolver(() => AlignmentConnection, {
    description: 'Skills it was claimed to show until somebody else found the claim wrong, last first.',
  })
  rejectedAlignments(
    @Root() outcome: OutcomeRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { outcomes }: Context,
  ) {
    return outcomes.rejectedAlignments(outcome.id, page);
  }

  @FieldResolver(() => OutcomeTextType, {
    description:
      'What it says, in the asked language, else its base language, else English, else the language of its own; the answer says which.',
  })
  text(
    @Root() outcome: OutcomeRecord,
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() { outcomes }: Context,
  ) {
    return outcomes.text(outcome, language);
  }

  @FieldResolver(() => OutcomeTextConnection, {
    description: 'What it says in every language it is there in, its own first.',
  })
  texts(@Root() outcome: OutcomeRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { outcomes }: Context) {
    return outcomes.texts(outcome, page);
  }
}
