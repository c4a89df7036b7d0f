import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { AlignmentType } from '../catalog/outcome.type.ts';
import { SkillConceptType } from './concept.type.ts';

@Resolver(() => AlignmentType)
export class AlignmentResolver {
  @FieldResolver(() => SkillConceptType, { nullable: true, description: 'The skill itself, as of today.' })
  skill(@Root() { skillUri }: AlignmentType, @Ctx() { taxonomy }: Context) {
    return taxonomy.conceptByUri(skillUri);
  }
}
