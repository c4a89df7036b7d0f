import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import {
  ConceptConnection,
  ConceptTextConnection,
  ConceptTextType,
  ConceptType,
  HierarchyPathConnection,
  HierarchyPathType,
} from './concept.type.ts';
import { FrameworkType, FrameworkVersionType } from './framework.type.ts';
import { MappingConnection } from './need.type.ts';
import { LabelledPageArgs, LanguageArgs, MappingPageArgs } from './taxonomy.input.ts';
import type { ConceptRecord } from './taxonomy.records.ts';

@Resolver(() => ConceptType)
export class ConceptResolver {
  @FieldResolver(() => FrameworkType, { nullable: true, description: 'The framework it belongs to.' })
  framework(@Root() concept: ConceptRecord, @Ctx() { taxonomy }: Context) {
    return taxonomy.framework(concept.framework);
  }

  @FieldResolver(() => ConceptTextType, {
    nullable: true,
    description:
      'What it is called, in the asked language, else its base language, else English, else any; the answer says which. A concept that is gone keeps its last texts.',
  })
  text(
    @Root() concept: ConceptRecord,
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.text(concept, language);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Short for the label of `text`.',
  })
  label(
    @Root() concept: ConceptRecord,
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.label(concept, language);
  }

  @FieldResolver(() => ConceptTextConnection, { description: 'What it is called in every language.' })
  texts(@Root() concept: ConceptRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { taxonomy }: Context) {
    return taxonomy.texts(concept, page);
  }

  @FieldResolver(() => FrameworkVersionType, {
    nullable: true,
    description: 'The first version with it; null when that version was not imported here.',
  })
  since(@Root() concept: ConceptRecord, @Ctx() { taxonomy }: Context) {
    return taxonomy.versionAt(concept.framework, concept.since);
  }

  @FieldResolver(() => FrameworkVersionType, {
    nullable: true,
    description: 'The first version without it any more; null while it holds.',
  })
  until(@Root() concept: ConceptRecord, @Ctx() { taxonomy }: Context) {
    return taxonomy.until(concept);
  }

  @FieldResolver(() => ConceptConnection, {
    description: 'The concepts right above it; there may be several, the hierarchy is no tree.',
  })
  broader(
    @Root() concept: ConceptRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.broader(concept, page);
  }

  @FieldResolver(() => ConceptConnection, { description: 'The concepts right below it.' })
  narrower(
    @Root() concept: ConceptRecord,
    @Args(() => LabelledPageArgs) page: LabelledPageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.narrower(concept, page, page.language);
  }

  @FieldResolver(() => ConceptConnection, {
    description: 'Every concept anywhere above it, nearest first, each once.',
  })
  ancestors(
    @Root() concept: ConceptRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.ancestors(concept, page);
  }

  @FieldResolver(() => HierarchyPathConnection, {
    description: 'The ways from the top down to it, a hundred at most.',
  })
  paths(@Root() concept: ConceptRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { taxonomy }: Context) {
    return taxonomy.paths(concept, page);
  }

  @FieldResolver(() => MappingConnection, {
    description: 'Concepts of other frameworks it is said to correspond to, closest first.',
  })
  mappings(
    @Root() concept: ConceptRecord,
    @Args(() => MappingPageArgs) page: MappingPageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.mappings(concept, page, page);
  }

  @FieldResolver(() => ConceptConnection, {
    description: 'What came after it, as its publisher states; empty while it holds.',
  })
  replacedBy(
    @Root() concept: ConceptRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.replacedBy(concept, page);
  }

  @FieldResolver(() => ConceptConnection, { description: 'Concepts that are gone and that it came after.' })
  replaces(
    @Root() concept: ConceptRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { taxonomy }: Context,
  ) {
    return taxonomy.replaces(concept, page);
  }
}

@Resolver(() => HierarchyPathType)
export class HierarchyPathResolver {
  @FieldResolver(() => [ConceptType], { description: 'From the top down; the concept itself left out.' })
  concepts(@Root() path: HierarchyPathType, @Ctx() { taxonomy }: Context) {
    return taxonomy.conceptsOfPath(path);
  }
}
