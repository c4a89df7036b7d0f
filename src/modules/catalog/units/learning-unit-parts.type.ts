import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';

@Policy(PUBLIC)
@ObjectType('Session', { description: 'When and where a learning unit takes place.' })
export class SessionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When it starts (UTC).' })
  startsAt: Date;

  @Field(() => Date, { description: 'When it ends (UTC).' })
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'Where it is; null when it is online only.' })
  place: string | null;

  @Field(() => Boolean, { description: 'True when one can take part from afar.' })
  online: boolean;

  @Field(() => Int, { nullable: true, description: 'How many can take part; null: not limited.' })
  seats: number | null;
}

@Policy(PUBLIC)
@ObjectType('LearningUnitText', { description: 'What a learning unit says in one language.' })
export class LearningUnitTextType {
  @Field(() => String, {
    description: 'The language this text is in (BCP 47): it may be another than asked for.',
  })
  language: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, in a few sentences.' })
  summary: string | null;

  @Field(() => String, { nullable: true, description: 'The whole description.' })
  description: string | null;

  @Field(() => String, { nullable: true, description: 'What the image shows.' })
  imageAlt: string | null;

  @Field(() => String, { nullable: true, description: 'Accessibility in words.' })
  accessibilitySummary: string | null;
}

@Policy(PUBLIC)
@ObjectType('Accessibility', {
  description:
    'How far people with disabilities can use a learning unit, in the words of schema.org. A list that is null is not stated.',
})
export class AccessibilityType {
  @Field(() => [String], {
    nullable: true,
    description: 'Senses it needs (schema.org `accessMode`): textual, visual, auditory, …',
  })
  accessModes: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'What helps (schema.org `accessibilityFeature`): captions, transcript, highContrastDisplay, …',
  })
  features: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'What may harm, or is known not to be there (schema.org `accessibilityHazard`): noFlashingHazard, …',
  })
  hazards: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'By what it can be operated (schema.org `accessibilityControl`): fullKeyboardControl, …',
  })
  controls: string[] | null;

  @Field(() => String, { nullable: true, description: 'In words (schema.org `accessibilitySummary`).' })
  summary: string | null;
}

@Policy(PUBLIC)
@ObjectType('LearningUnitEquivalent', {
  description: 'Another way to show the same outcomes: a learning unit or an assessment.',
})
export class LearningUnitEquivalentType {
  @Field(() => String, { description: 'Why it is as good, as the provider says.' })
  reason: string;
}

export const SessionConnection = connectionOf(() => SessionType, 'Session');
export const LearningUnitTextConnection = connectionOf(() => LearningUnitTextType, 'LearningUnitText');
export const LearningUnitEquivalentConnection = connectionOf(
  () => LearningUnitEquivalentType,
  'LearningUnitEquivalent',
);
