import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Policy, PUBLIC } from './policy/policy.ts';
import { rolesOf } from './viewer.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver()
export class IdentityResolver {
  @Policy(PUBLIC)
  @Query(() => ViewerType, { description: 'Who the API sees you as. Works without a key or token, too.' })
  viewer(@Ctx() { viewer }: Context): ViewerType {
    const { person } = viewer;
    return {
      ...viewer,
      roles: rolesOf(viewer),
      personId: person?.id ?? null,
      mustChoose: person?.mustChoose ?? false,
    };
  }
}
