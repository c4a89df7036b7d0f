import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { AlignmentRecord } from '../catalog/catalog.records.ts';
import { AlignmentType } from '../catalog/outcome.type.ts';
import { SkillConceptType } from './concept.type.ts';

@Resolver(() => AlignmentType)
export class AlignmentResolver {
  @FieldResolver(() => SkillConceptType, { nullable: true, description: 'The skill itself, as of today.' })
  skill(@Root() { skill }: AlignmentRecord) {
    return skill;
  }
}
