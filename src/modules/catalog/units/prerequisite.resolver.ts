import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { SkillConceptType } from '../../taxonomy/concept.type.ts';
import { BadgeType } from '../badge.type.ts';
import { OutcomeType } from '../outcome.type.ts';
import { PrerequisiteType } from './prerequisite.type.ts';

@Resolver(() => PrerequisiteType)
export class PrerequisiteResolver {
  @FieldResolver(() => OutcomeType, {
    nullable: true,
    description: 'The outcome; null for other kinds.',
  })
  outcome(@Root() { outcomeId }: PrerequisiteType, @Ctx() { catalog }: Context) {
    return outcomeId && catalog.outcome(outcomeId);
  }

  @FieldResolver(() => BadgeType, {
    nullable: true,
    description: 'The badge; null for other kinds, and when it is an unpublished draft of somebody else.',
  })
  badge(@Root() { badgeId }: PrerequisiteType, @Ctx() { catalog }: Context) {
    return badgeId && catalog.badge(badgeId);
  }

  @FieldResolver(() => SkillConceptType, {
    nullable: true,
    description: 'The skill, as of today; null for other kinds.',
  })
  skill(@Root() { skillUri }: PrerequisiteType, @Ctx() { taxonomy }: Context) {
    return skillUri && taxonomy.conceptByUri(skillUri);
  }
}
