import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import {
  ConceptType,
  OccupationConnection,
  OccupationType,
  SkillConceptType,
  SkillConnection,
} from './concept.type.ts';
import { FrameworkType, FrameworkVersionConnection } from './framework.type.ts';
import {
  ConceptListArgs,
  ConceptNameArgs,
  OccupationFilterInput,
  SkillFilterInput,
} from './taxonomy.input.ts';
import type { FrameworkRecord } from './taxonomy.records.ts';

const look =
  'by URI, or by code and framework. Null when there is none or, with `asOf`, when it was not there at that version. Without `asOf` a concept that is gone is found, too: see `until`.';

@Resolver(() => FrameworkType)
export class TaxonomyResolver {
  @Policy(PUBLIC)
  @Query(() => [FrameworkType], { description: 'The taxonomies that were imported here.' })
  frameworks(@Ctx() { taxonomy }: Context) {
    return taxonomy.frameworks();
  }

  @Policy(PUBLIC)
  @Query(() => FrameworkType, {
    nullable: true,
    description: 'A taxonomy by id; null when it was never imported.',
  })
  framework(
    @Arg('id', () => ID, { description: 'Its short name: `esco`, `onet`, `ddat`.' }) id: string,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.framework(id);
  }

  @FieldResolver(() => FrameworkVersionConnection, { description: 'Its versions here, newest first.' })
  versions(
    @Root() framework: FrameworkRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.versions(framework, page);
  }

  @Policy(PUBLIC)
  @Query(() => ConceptType, {
    nullable: true,
    description: `A skill, an occupation or a group of either, ${look}`,
  })
  concept(@Args(() => ConceptNameArgs) name: ConceptNameArgs, @Ctx() { taxonomy }: Context) {
    return taxonomy.concept(name);
  }

  @Policy(PUBLIC)
  @Query(() => SkillConceptType, { nullable: true, description: `A skill, ${look}` })
  skill(@Args(() => ConceptNameArgs) name: ConceptNameArgs, @Ctx() { taxonomy }: Context) {
    return taxonomy.concept(name, 'Skill');
  }

  @Policy(PUBLIC)
  @Query(() => OccupationType, { nullable: true, description: `An occupation, ${look}` })
  occupation(@Args(() => ConceptNameArgs) name: ConceptNameArgs, @Ctx() { taxonomy }: Context) {
    return taxonomy.concept(name, 'Occupation');
  }

  @Policy(PUBLIC)
  @Query(() => SkillConnection, {
    description: 'Skills that hold at a version. To find one by words, see `search`.',
  })
  skills(
    @Args(() => ConceptListArgs) args: ConceptListArgs,
    @Arg('filter', () => SkillFilterInput, {
      nullable: true,
      description: 'Which to show; all when left out.',
    })
    filter: SkillFilterInput | undefined,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.concepts('Skill', { ...args, page: args, filter: filter ?? {} });
  }

  @Policy(PUBLIC)
  @Query(() => OccupationConnection, {
    description: 'Occupations that hold at a version. To find one by words, see `search`.',
  })
  occupations(
    @Args(() => ConceptListArgs) args: ConceptListArgs,
    @Arg('filter', () => OccupationFilterInput, {
      nullable: true,
      description: 'Which to show; all when left out.',
    })
    filter: OccupationFilterInput | undefined,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.concepts('Occupation', { ...args, page: args, filter: filter ?? {} });
  }
}
