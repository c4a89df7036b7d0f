import type { BadgeFacts } from '../../../src/modules/catalog/lint/facts.ts';
import type { CaseTable } from '../../support/lint-rules.ts';
import { badge, goodBadge, stack, withUnit } from './facts.ts';

const review = (changes: Partial<typeof goodBadge.review>) =>
  badge({ review: { ...goodBadge.review, ...changes } });

export const qualityCases: CaseTable<BadgeFacts> = {
  'image-missing': {
    fires: { none: badge({ imageUrl: null, imageAlt: null }) },
    quiet: { one: badge({}) },
    mend: (facts) => ({
      ...facts,
      imageUrl: facts.imageUrl ?? 'https://images.example/1.png',
      imageAlt: facts.imageUrl === null ? 'A tree.' : facts.imageAlt,
    }),
  },
  'image-alt': {
    fires: {
      'of the badge': badge({ imageAlt: null }),
      blank: badge({ imageAlt: ' ' }),
      'of a unit': withUnit({ imageAlt: null }),
    },
    quiet: { 'both have one': badge({}), 'no image': badge({ imageUrl: null, imageAlt: null, units: [] }) },
    mend: (facts) => ({
      ...facts,
      imageAlt: 'A tree.',
      units: facts.units.map((each) => ({ ...each, imageAlt: 'A tree.' })),
    }),
  },
  'accessibility-facts': {
    fires: {
      'no hazards stated': withUnit({ accessibilityHazards: null }),
      'nothing stated': withUnit({
        accessModes: null,
        accessibilityFeatures: null,
        accessibilityHazards: null,
      }),
    },
    quiet: {
      stated: badge({}),
      'none of it, and it says so': withUnit({ accessModes: [] }),
      'a stacked credential': stack,
    },
    mend: (facts) => ({
      ...facts,
      units: facts.units.map((each) => ({
        ...each,
        accessModes: each.accessModes ?? ['textual'],
        accessibilityFeatures: each.accessibilityFeatures ?? [],
        accessibilityHazards: each.accessibilityHazards ?? ['none'],
      })),
    }),
  },
  'captions-missing': {
    fires: { 'sound without text': withUnit({ accessibilityFeatures: ['structuralNavigation'] }) },
    quiet: {
      captions: badge({}),
      'a transcript': withUnit({ accessibilityFeatures: ['transcript'] }),
      'nothing to hear': withUnit({ accessModes: ['textual'], accessibilityFeatures: [] }),
      'not stated, which another rule says': withUnit({ accessModes: null }),
    },
    mend: (facts) => ({
      ...facts,
      units: facts.units.map((each) => ({
        ...each,
        accessibilityFeatures: each.accessibilityFeatures && [...each.accessibilityFeatures, 'captions'],
      })),
    }),
  },
  'review-policy': {
    fires: { none: review({ intervalMonths: null }) },
    quiet: { 'every year': badge({}) },
    mend: (facts) => ({
      ...facts,
      review: { ...facts.review, intervalMonths: facts.review.intervalMonths ?? 12 },
    }),
  },
  'employer-in-reviews': {
    fires: { none: review({ employerTookPart: false }) },
    quiet: { one: badge({}) },
    mend: (facts) => ({ ...facts, review: { ...facts.review, employerTookPart: true } }),
  },
  'review-overdue': {
    fires: { overdue: review({ overdue: true }) },
    quiet: {
      'in time': badge({}),
      'no policy, which another rule says': review({ intervalMonths: null, overdue: true }),
    },
    mend: (facts) => ({ ...facts, review: { ...facts.review, overdue: false } }),
  },
};
