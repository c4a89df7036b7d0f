import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { kindOf, SearchArgs, SearchConnection, SearchFilterInput } from './search.type.ts';

@Resolver()
export class SearchResolver {
  @Policy(PUBLIC)
  @Query(() => SearchConnection, {
    description:
      'Finds skills, occupations and groups by words, best answer first: an exact label, then an exact alternative label, then by likeness. A search shows some hundred answers at most, `totalCount` says how many; ask more precisely for others.',
  })
  search(
    @Args(() => SearchArgs) args: SearchArgs,
    @Arg('filter', () => SearchFilterInput, {
      nullable: true,
      description: 'Which concepts may be found; all when left out.',
    })
    filter: SearchFilterInput | undefined,
    @Ctx() { search }: Context,
  ) {
    return search.search({
      ...args,
      kinds: args.types?.map((type) => kindOf[type]),
      filter: filter ?? {},
      page: args,
    });
  }
}
