import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { lookUpPage } from '../../../platform/paging.ts';
import { RoleProfileConnection } from '../../employers/role-profile.type.ts';
import { OccupationConnection } from '../../taxonomy/concept.type.ts';
import { LanguageArgs } from '../../taxonomy/taxonomy.input.ts';
import { AssessmentType } from '../assessment.type.ts';
import type { UnitRecord } from '../catalog.records.ts';
import { LearningUnitType } from '../learning-unit.type.ts';
import {
  AccessibilityType,
  LearningUnitEquivalentConnection,
  LearningUnitEquivalentType,
  LearningUnitTextConnection,
  LearningUnitTextType,
  SessionConnection,
} from './learning-unit-parts.type.ts';
import { PrerequisiteType, prerequisiteOf } from './prerequisite.type.ts';
import type { EquivalentRecord } from './unit.records.ts';

@Resolver(() => LearningUnitType)
export class LearningUnitPartsResolver {
  @FieldResolver(() => LearningUnitTextType, {
    description:
      'What it says, in the asked language, else its base language, else English, else the language of its own; the answer says which.',
  })
  text(
    @Root() unit: UnitRecord,
    @Args(() => LanguageArgs) { language }: LanguageArgs,
    @Ctx() { units }: Context,
  ) {
    return units.text(unit, language);
  }

  @FieldResolver(() => LearningUnitTextConnection, {
    description: 'What it says in every language it is there in, its own first.',
  })
  texts(@Root() unit: UnitRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { units }: Context) {
    return units.texts(unit, page);
  }

  @FieldResolver(() => SessionConnection, { description: 'When and where it takes place, in order of time.' })
  sessions(@Root() unit: UnitRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { units }: Context) {
    return units.sessions(unit.id, page);
  }

  @FieldResolver(() => PrerequisiteType, {
    nullable: true,
    description: 'What a learner must have shown before it starts, as a rule; null: nothing.',
  })
  prerequisites(@Root() { prerequisites }: UnitRecord) {
    return prerequisites && prerequisiteOf(prerequisites);
  }

  @FieldResolver(() => AccessibilityType, {
    nullable: true,
    description: 'How far people with disabilities can use it; null: nothing is stated.',
  })
  accessibility(@Root() unit: UnitRecord): AccessibilityType | null {
    const said = {
      accessModes: unit.accessModes,
      features: unit.accessibilityFeatures,
      hazards: unit.accessibilityHazards,
      controls: unit.accessibilityControls,
      summary: unit.accessibilitySummary,
    };
    return Object.values(said).some((value) => value !== null) ? said : null;
  }

  @FieldResolver(() => LearningUnitEquivalentConnection, {
    description: 'Other ways to show the same outcomes, as its provider says.',
  })
  equivalents(@Root() unit: UnitRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { units }: Context) {
    return units.equivalents(unit.id, page);
  }

  @FieldResolver(() => OccupationConnection, { description: 'Occupations it leads towards.' })
  async targetOccupations(
    @Root() unit: UnitRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { units, taxonomy }: Context,
  ) {
    return lookUpPage(await units.occupations(unit.id, page), (uri) => taxonomy.conceptByUri(uri));
  }

  @FieldResolver(() => RoleProfileConnection, { description: 'Published role profiles it leads towards.' })
  async targetRoleProfiles(
    @Root() unit: UnitRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { units, employers }: Context,
  ) {
    return lookUpPage(await units.roleProfiles(unit.id, page), (id) => employers.profile(id));
  }
}

@Resolver(() => LearningUnitEquivalentType)
export class LearningUnitEquivalentResolver {
  @FieldResolver(() => LearningUnitType, {
    nullable: true,
    description: 'The learning unit; null when it is an assessment.',
  })
  learningUnit(@Root() { learningUnitId }: EquivalentRecord, @Ctx() { catalog }: Context) {
    return learningUnitId && catalog.unit(learningUnitId);
  }

  @FieldResolver(() => AssessmentType, {
    nullable: true,
    description: 'The assessment; null when it is a learning unit.',
  })
  assessment(@Root() { assessmentId }: EquivalentRecord, @Ctx() { catalog }: Context) {
    return assessmentId && catalog.assessment(assessmentId);
  }
}
