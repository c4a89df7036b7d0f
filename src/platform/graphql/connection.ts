import { ArgsType, type ClassType, Extensions, Field, Int, ObjectType } from 'type-graphql';
import { PAGE_SIZE } from '../paging.ts';

// what a page looks like is no secret; the policies themselves belong to a module
@Extensions({ policy: { kind: 'PUBLIC' } })
@ObjectType({ description: 'Where a page lies in its list (GraphQL Cursor Connections).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when there is more after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'True when this page was asked for with `after`.' })
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first entry; null on an empty page.' })
  startCursor: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last entry: pass it as `after` for the next page; null on an empty page.',
  })
  endCursor: string | null;
}

/** The arguments every list takes. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: `How many to return, 1 to ${PAGE_SIZE.max} (some lists allow fewer); ${PAGE_SIZE.default} when left out. Outside of that: INVALID_INPUT.`,
  })
  first?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Return what comes after this cursor: the `endCursor` of the page before.',
  })
  after?: string;
}

/**
 * The Relay connection types `<name>Connection` and `<name>Edge` for a list of `item`. A service answers a `Page`;
 * `totalCount` is counted only when it is selected.
 */
export function connectionOf<T extends object>(item: () => ClassType<T>, name: string) {
  @ObjectType(`${name}Edge`, { description: `One entry of a list of ${name}.` })
  class Edge {
    @Field(() => item(), { description: 'The entry itself.' })
    node: T;

    @Field(() => String, { description: 'Where it stands in the list.' })
    cursor: string;
  }

  @ObjectType(`${name}Connection`, {
    description: `A page of a list of ${name} (GraphQL Cursor Connections).`,
  })
  class Connection {
    @Field(() => [Edge], { description: 'The entries of this page, in order.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Where the page lies in the list.' })
    pageInfo: PageInfo;

    count: () => Promise<number>;

    @Field(() => Int, { description: 'How many entries the whole list has. Counted only when asked for.' })
    totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}
