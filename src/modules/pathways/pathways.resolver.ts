import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { LearningUnitType } from '../catalog/learning-unit.type.ts';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import { PathwayInput } from './pathway.input.ts';
import { presentPathway } from './pathway.present.ts';
import { PathwayResultType, PathwayStepType } from './pathway.type.ts';

@Resolver(() => PathwayStepType)
export class PathwaysResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => PathwayResultType, {
    nullable: true,
    description:
      'What you (role LEARNER) lack for a role, and the cheapest units that close it, in an order in which they can be done: a unit may start when what it asks for is held, a badge is earned by passing all its assessments or by holding all the badges it stacks. Badges held now count as held throughout; assessments passed earlier for a badge not yet awarded do not count. OPTIMAL is said only when proven; each plan is checked by independent code. Null: no such role, or another learner.',
  })
  async pathway(
    @Arg('input', () => PathwayInput, { description: 'From whom to what, and what to keep small.' })
    input: PathwayInput,
    @Ctx() { pathways }: Context,
  ): Promise<PathwayResultType | null> {
    const pathway = await pathways.pathway(input);
    return pathway && presentPathway(pathway);
  }

  @FieldResolver(() => LearningUnitType, {
    nullable: true,
    description: 'The learning unit as the catalogue shows it.',
  })
  unit(@Root() step: PathwayStepType, @Ctx() { catalog }: Context): Promise<unknown> {
    return catalog.unit(step.unitId);
  }
}
