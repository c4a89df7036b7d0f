import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { ConceptType, OccupationType, SkillConceptType } from './concept.type.ts';
import { MappingType, NeedConnection, NeedType, TaskConnection, TechnologyConnection } from './need.type.ts';
import { NeedPageArgs } from './taxonomy.input.ts';
import type { ConceptRecord, MappingRecord, NeedRecord } from './taxonomy.records.ts';

const order =
  'Essential ones first, then optional ones, then rated ones by importance; within each by label.';

@Resolver(() => SkillConceptType)
export class SkillResolver {
  @FieldResolver(() => NeedConnection, { description: `The occupations that need it. ${order}` })
  neededBy(
    @Root() skill: ConceptRecord,
    @Args(() => NeedPageArgs) args: NeedPageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.neededBy(skill, 'Occupation', { ...args, page: args });
  }

  @FieldResolver(() => NeedConnection, { description: `The skills it builds on (ESCO). ${order}` })
  buildsOn(
    @Root() skill: ConceptRecord,
    @Args(() => NeedPageArgs) args: NeedPageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.needs(skill, { ...args, page: args });
  }

  @FieldResolver(() => NeedConnection, { description: `The skills that build on it (ESCO). ${order}` })
  builtUponBy(
    @Root() skill: ConceptRecord,
    @Args(() => NeedPageArgs) args: NeedPageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.neededBy(skill, 'Skill', { ...args, page: args });
  }
}

@Resolver(() => OccupationType)
export class OccupationResolver {
  @FieldResolver(() => NeedConnection, { description: `The skills it needs. ${order}` })
  skills(
    @Root() occupation: ConceptRecord,
    @Args(() => NeedPageArgs) args: NeedPageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.needs(occupation, { ...args, page: args });
  }

  @FieldResolver(() => TaskConnection, { description: 'What people in it do (O*NET); empty elsewhere.' })
  tasks(
    @Root() occupation: ConceptRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.tasks(occupation, page);
  }

  @FieldResolver(() => TechnologyConnection, {
    description: 'What people in it use, hot technologies first (O*NET); empty elsewhere.',
  })
  technologies(
    @Root() occupation: ConceptRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.technologies(occupation, page);
  }
}

@Resolver(() => NeedType)
export class NeedResolver {
  @FieldResolver(() => ConceptType, {
    description:
      'The other end: the skill that is needed or, in `neededBy` and `builtUponBy`, what needs it.',
  })
  concept(@Root() need: NeedRecord) {
    return need.concept;
  }

  @FieldResolver(() => SkillConceptType, { nullable: true, description: '`concept`, when it is a skill.' })
  skill(@Root() { concept }: NeedRecord) {
    return concept.kind === 'Skill' ? concept : null;
  }

  @FieldResolver(() => OccupationType, {
    nullable: true,
    description: '`concept`, when it is an occupation.',
  })
  occupation(@Root() { concept }: NeedRecord) {
    return concept.kind === 'Occupation' ? concept : null;
  }
}

@Resolver(() => MappingType)
export class MappingResolver {
  @FieldResolver(() => ConceptType, { nullable: true, description: 'The concept of the other framework.' })
  concept(@Root() mapping: MappingRecord, @Ctx() { taxonomy }: Context) {
    return taxonomy.mapped(mapping);
  }
}
