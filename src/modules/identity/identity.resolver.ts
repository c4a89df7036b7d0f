import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { ViewerType } from './viewer.type.ts';

@Resolver()
export class IdentityResolver {
  @Query(() => ViewerType, { description: 'Who the API sees you as. Works without a key, too.' })
  viewer(@Ctx() { viewer }: Context): ViewerType {
    return viewer;
  }
}
