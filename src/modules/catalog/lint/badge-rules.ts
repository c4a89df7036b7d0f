import type { BadgeFacts, BadgePart } from './facts.ts';
import type { Rule } from './rule.ts';
import { accessibilityFacts } from './rules/accessibility-facts.ts';
import { achievementType } from './rules/achievement-type.ts';
import { alignmentCounts } from './rules/alignment-counts.ts';
import { alignmentFramework } from './rules/alignment-framework.ts';
import { alignmentLevel } from './rules/alignment-level.ts';
import { alignmentMissing } from './rules/alignment-missing.ts';
import { alignmentUnreviewed } from './rules/alignment-unreviewed.ts';
import { assessmentMissing } from './rules/assessment-missing.ts';
import { assessmentTask } from './rules/assessment-task.ts';
import { bloomMismatch } from './rules/bloom-mismatch.ts';
import { captionsMissing } from './rules/captions-missing.ts';
import { creditSystem } from './rules/credit-system.ts';
import { criteriaMissing } from './rules/criteria-missing.ts';
import { descriptionMissing } from './rules/description-missing.ts';
import { employerInReviews } from './rules/employer-in-reviews.ts';
import { evidenceStatement } from './rules/evidence-statement.ts';
import { fastAgeingExpiry } from './rules/fast-ageing-expiry.ts';
import { imageAlt } from './rules/image-alt.ts';
import { imageMissing } from './rules/image-missing.ts';
import { issuerRegion } from './rules/issuer-region.ts';
import { issuerWebPage } from './rules/issuer-web-page.ts';
import { languageMissing } from './rules/language-missing.ts';
import { levelMissing } from './rules/level-missing.ts';
import { outcomeConditions } from './rules/outcome-conditions.ts';
import { outcomeNotAssessed } from './rules/outcome-not-assessed.ts';
import { outcomeSuccessCriteria } from './rules/outcome-success-criteria.ts';
import { outcomesAlike } from './rules/outcomes-alike.ts';
import { outcomesMissing } from './rules/outcomes-missing.ts';
import { participationForm } from './rules/participation-form.ts';
import { prerequisitesMissing } from './rules/prerequisites-missing.ts';
import { quizOnly } from './rules/quiz-only.ts';
import { renewalPolicy } from './rules/renewal-policy.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { reviewPolicy } from './rules/review-policy.ts';
import { rubricDescriptors } from './rules/rubric-descriptors.ts';
import { rubricLevelsOfDegree } from './rules/rubric-levels-of-degree.ts';
import { rubricLevelsSame } from './rules/rubric-levels-same.ts';
import { rubricMissing } from './rules/rubric-missing.ts';
import { skillEnded } from './rules/skill-ended.ts';
import { skillReplaced } from './rules/skill-replaced.ts';
import { supervisionStatement } from './rules/supervision-statement.ts';
import { tagsInconsistent } from './rules/tags-inconsistent.ts';
import { tagsMissing } from './rules/tags-missing.ts';
import { vagueVerb } from './rules/vague-verb.ts';
import { workloadMissing } from './rules/workload-missing.ts';

/** Every rule for badges, in the order in which their findings are shown. A new rule is a file and a line here. */
export const BADGE_RULES: readonly Rule<BadgeFacts, BadgePart>[] = [
  bloomMismatch,
  outcomeConditions,
  outcomeSuccessCriteria,
  outcomesAlike,
  outcomesMissing,
  vagueVerb,
  assessmentMissing,
  assessmentTask,
  evidenceStatement,
  outcomeNotAssessed,
  quizOnly,
  rubricDescriptors,
  rubricLevelsOfDegree,
  rubricLevelsSame,
  rubricMissing,
  supervisionStatement,
  alignmentCounts,
  alignmentFramework,
  alignmentLevel,
  alignmentMissing,
  alignmentUnreviewed,
  skillEnded,
  skillReplaced,
  achievementType,
  creditSystem,
  criteriaMissing,
  descriptionMissing,
  fastAgeingExpiry,
  issuerRegion,
  issuerWebPage,
  languageMissing,
  levelMissing,
  participationForm,
  prerequisitesMissing,
  renewalPolicy,
  tagsInconsistent,
  tagsMissing,
  workloadMissing,
  accessibilityFacts,
  captionsMissing,
  imageAlt,
  imageMissing,
  employerInReviews,
  reviewOverdue,
  reviewPolicy,
];
