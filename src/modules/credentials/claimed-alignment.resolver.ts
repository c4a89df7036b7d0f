import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { SkillConceptType } from '../taxonomy/concept.type.ts';
import type { ClaimedAlignment } from './verification/report.ts';
import { ClaimedAlignmentType } from './verification.type.ts';

@Resolver(() => ClaimedAlignmentType)
export class ClaimedAlignmentResolver {
  @FieldResolver(() => SkillConceptType, {
    nullable: true,
    description: 'The skill with that address, of the frameworks known here; null when there is none.',
  })
  async skill(@Root() { targetUrl }: ClaimedAlignment, @Ctx() { taxonomy }: Context) {
    const concept = await taxonomy.conceptByUri(targetUrl);
    return concept?.kind === 'Skill' ? concept : null;
  }
}
