import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { GraphQLDateTimeISO } from 'graphql-scalars';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import {
  AssessmentResolver,
  CriterionResolver,
  RubricResolver,
} from './modules/catalog/assessment.resolver.ts';
import { AssessmentAuthoringResolver } from './modules/catalog/assessments/assessment-authoring.resolver.ts';
import { BadgeResolver, BadgeVersionResolver } from './modules/catalog/badge.resolver.ts';
import { BadgeAuthoringResolver } from './modules/catalog/badges/badge-authoring.resolver.ts';
import { BadgeHistoryResolver } from './modules/catalog/badges/badge-history.resolver.ts';
import { BadgeRetiringResolver } from './modules/catalog/badges/badge-retiring.resolver.ts';
import { CatalogResolver } from './modules/catalog/catalog.resolver.ts';
import {
  CoCreatedBadgeResolver,
  CoCreationResolver,
  OutcomeProposalResolver,
  ProposedOutcomeResolver,
} from './modules/catalog/co-creation/co-creation.resolver.ts';
import {
  EndorsedIssuerResolver,
  EndorsedVersionResolver,
  EndorsementsResolver,
} from './modules/catalog/endorsements/endorsements.resolver.ts';
import { ExchangeResolver } from './modules/catalog/exchange/exchange.resolver.ts';
import { LearningUnitResolver } from './modules/catalog/learning-unit.resolver.ts';
import { BadgeLintResolver, DiscoverabilityGainResolver } from './modules/catalog/lint/lint.resolver.ts';
import { OutcomeResolver } from './modules/catalog/outcome.resolver.ts';
import { AlignmentReviewResolver } from './modules/catalog/outcomes/alignment-review.resolver.ts';
import { OutcomeAuthoringResolver } from './modules/catalog/outcomes/outcome-authoring.resolver.ts';
import { SuggestionsResolver } from './modules/catalog/outcomes/suggestions.resolver.ts';
import {
  BadgeFeedbackResolver,
  FeedbackResolver,
} from './modules/catalog/quality/feedback/feedback.resolver.ts';
import {
  BadgeProposalResolver,
  ProposalCommentResolver,
  ProposalImpactResolver,
  ProposalsResolver,
} from './modules/catalog/quality/proposals/proposals.resolver.ts';
import {
  BadgeReviewResolver,
  OverdueBadgeResolver,
  ReviewPartResolver,
  ReviewsResolver,
} from './modules/catalog/quality/reviews/reviews.resolver.ts';
import {
  LearningUnitEquivalentResolver,
  LearningUnitPartsResolver,
} from './modules/catalog/units/learning-unit-parts.resolver.ts';
import { PrerequisiteResolver } from './modules/catalog/units/prerequisite.resolver.ts';
import { UnitAuthoringResolver } from './modules/catalog/units/unit-authoring.resolver.ts';
import { ClaimedAlignmentResolver } from './modules/credentials/claimed-alignment.resolver.ts';
import { CredentialsResolver } from './modules/credentials/credentials.resolver.ts';
import { ClrResolver } from './modules/credentials/encodings/clr.resolver.ts';
import { EncodingsResolver } from './modules/credentials/encodings/encodings.resolver.ts';
import {
  CredentialEndorsementsResolver,
  EndorsedCredentialResolver,
} from './modules/credentials/endorsements/credential-endorsements.resolver.ts';
import { HostsResolver } from './modules/credentials/exchange/open-badges-api/hosts.resolver.ts';
import { WalletOffersResolver } from './modules/credentials/exchange/wallets/wallet-offers.resolver.ts';
import { ForeignResolver } from './modules/credentials/foreign/foreign.resolver.ts';
import { IssuanceLogResolver } from './modules/credentials/issuance-log/issuance-log.resolver.ts';
import { IssuingBatchResolver, IssuingRowResolver } from './modules/credentials/issuing/batch.resolver.ts';
import { DirectIssuingResolver } from './modules/credentials/issuing/issuing.resolver.ts';
import { KeysResolver } from './modules/credentials/keys/keys.resolver.ts';
import { NoticesResolver } from './modules/credentials/notices/notices.resolver.ts';
import { PortfolioResolver } from './modules/credentials/portfolio/portfolio.resolver.ts';
import { ValidationsResolver } from './modules/credentials/portfolio/validations/validations.resolver.ts';
import { PresentationsResolver } from './modules/credentials/presentations/presentations.resolver.ts';
import { SharingResolver } from './modules/credentials/sharing/sharing.resolver.ts';
import { CredentialStatusResolver } from './modules/credentials/status/status.resolver.ts';
import {
  DraftingResolver,
  SuggestedRequirementResolver,
} from './modules/employers/drafting/drafting.resolver.ts';
import { EmployersResolver, RequirementResolver } from './modules/employers/employers.resolver.ts';
import { RoleProfileLintResolver } from './modules/employers/lint/profile-lint.resolver.ts';
import { VacanciesResolver } from './modules/employers/vacancies/vacancies.resolver.ts';
import { AuditResolver } from './modules/identity/audit/audit.resolver.ts';
import { CampaignResolver } from './modules/identity/consent/campaign.resolver.ts';
import { ConsentResolver } from './modules/identity/consent/consent.resolver.ts';
import { RevealRequestResolver, RevealResolver } from './modules/identity/consent/reveal.resolver.ts';
import { IdentityResolver } from './modules/identity/identity.resolver.ts';
import { OrganizationResolver } from './modules/identity/organization.resolver.ts';
import { enforcePolicies } from './modules/identity/policy/enforce.ts';
import { PrivacyResolver } from './modules/identity/privacy/privacy.resolver.ts';
import { ApiKeysResolver } from './modules/identity/sign-in/api-keys.resolver.ts';
import {
  InvitationsResolver,
  JoinedResolver,
  NewOrganizationResolver,
} from './modules/identity/sign-in/invitations.resolver.ts';
import {
  MembershipResolver,
  MembersResolver,
  ViewerMembershipsResolver,
} from './modules/identity/sign-in/members.resolver.ts';
import { OrganizationProfileResolver } from './modules/identity/sign-in/organization-profile.resolver.ts';
import { CalibrationResolver } from './modules/learners/calibration/calibration.resolver.ts';
import { CohortResolver, EnrolmentResolver } from './modules/learners/enrolment/enrolment.resolver.ts';
import {
  MarkingResolver,
  MarkingsOfSubmissionResolver,
  ResultResolver,
} from './modules/learners/grading/marking.resolver.ts';
import { LearnersResolver } from './modules/learners/learners.resolver.ts';
import {
  IdentityOfSubmissionResolver,
  ProofingResolver,
} from './modules/learners/proofing/proofing.resolver.ts';
import { SubmissionsResolver } from './modules/learners/submissions.resolver.ts';
import { AskingResolver } from './modules/matching/asking/asking.resolver.ts';
import { MatchingResolver } from './modules/matching/matching.resolver.ts';
import { PathwaysResolver } from './modules/pathways/pathways.resolver.ts';
import { StackingResolver } from './modules/stacking/stacking.resolver.ts';
import { AlignmentResolver } from './modules/taxonomy/alignment.resolver.ts';
import { ConceptResolver, HierarchyPathResolver } from './modules/taxonomy/concept.resolver.ts';
import { SearchResolver } from './modules/taxonomy/search.resolver.ts';
import {
  MappingResolver,
  NeedResolver,
  OccupationResolver,
  SkillResolver,
} from './modules/taxonomy/skill.resolver.ts';
import { TaxonomyResolver } from './modules/taxonomy/taxonomy.resolver.ts';

/** Every resolver of the API. Add a module's resolver here and nowhere else. */
// biome-ignore lint/complexity/noBannedTypes: type-graphql's own word for a resolver class
const resolvers: NonEmptyArray<Function> = [
  IdentityResolver,
  AuditResolver,
  ApiKeysResolver,
  MembersResolver,
  MembershipResolver,
  ViewerMembershipsResolver,
  InvitationsResolver,
  NewOrganizationResolver,
  JoinedResolver,
  ClaimedAlignmentResolver,
  CredentialsResolver,
  DirectIssuingResolver,
  IssuingBatchResolver,
  IssuingRowResolver,
  CredentialStatusResolver,
  NoticesResolver,
  IssuanceLogResolver,
  ForeignResolver,
  KeysResolver,
  PortfolioResolver,
  ValidationsResolver,
  PresentationsResolver,
  ClrResolver,
  EncodingsResolver,
  SharingResolver,
  WalletOffersResolver,
  HostsResolver,
  OrganizationResolver,
  OrganizationProfileResolver,
  CatalogResolver,
  UnitAuthoringResolver,
  OutcomeAuthoringResolver,
  AlignmentReviewResolver,
  SuggestionsResolver,
  AssessmentAuthoringResolver,
  BadgeAuthoringResolver,
  BadgeRetiringResolver,
  BadgeHistoryResolver,
  EndorsementsResolver,
  CoCreationResolver,
  OutcomeProposalResolver,
  CoCreatedBadgeResolver,
  ProposedOutcomeResolver,
  EndorsedIssuerResolver,
  CredentialEndorsementsResolver,
  EndorsedCredentialResolver,
  EndorsedVersionResolver,
  BadgeResolver,
  BadgeVersionResolver,
  ReviewsResolver,
  ReviewPartResolver,
  OverdueBadgeResolver,
  BadgeReviewResolver,
  ProposalsResolver,
  ProposalCommentResolver,
  ProposalImpactResolver,
  BadgeProposalResolver,
  FeedbackResolver,
  BadgeFeedbackResolver,
  LearningUnitResolver,
  LearningUnitPartsResolver,
  LearningUnitEquivalentResolver,
  PrerequisiteResolver,
  OutcomeResolver,
  AssessmentResolver,
  RubricResolver,
  CriterionResolver,
  BadgeLintResolver,
  DiscoverabilityGainResolver,
  ExchangeResolver,
  LearnersResolver,
  SubmissionsResolver,
  MarkingsOfSubmissionResolver,
  ResultResolver,
  MarkingResolver,
  CalibrationResolver,
  EnrolmentResolver,
  CohortResolver,
  ProofingResolver,
  IdentityOfSubmissionResolver,
  ConsentResolver,
  CampaignResolver,
  RevealResolver,
  RevealRequestResolver,
  PrivacyResolver,
  EmployersResolver,
  RequirementResolver,
  RoleProfileLintResolver,
  VacanciesResolver,
  DraftingResolver,
  SuggestedRequirementResolver,
  MatchingResolver,
  AskingResolver,
  PathwaysResolver,
  StackingResolver,
  TaxonomyResolver,
  SearchResolver,
  ConceptResolver,
  HierarchyPathResolver,
  SkillResolver,
  OccupationResolver,
  NeedResolver,
  MappingResolver,
  AlignmentResolver,
];

const noTopics = (): never => {
  throw new Error('subscriptions read the graph: what happens in one process is not known to the others');
};
const NO_TOPICS = { publish: noTopics, subscribe: noTopics };

/** The one schema, with the policies of its fields in force. */
export const createSchema = (): GraphQLSchema => enforcePolicies(createBareSchema());

/** What the three types say that resolvers only add fields to. */
const ROOTS = {
  Query: 'What can be asked. It changes nothing; whoever reads about other people is audited.',
  Mutation:
    'What can be done. Each takes an idempotencyKey: sent again with the same one it is done once, and CONFLICT (`KEY_REUSED`) if it asks for something else.',
  Subscription: 'What can be followed as it happens, at `/graphql/stream` as server-sent events.',
};

/** The schema before the policies are put in force: for measuring what they cost, never for serving. Input is checked by zod and the services. */
export function createBareSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers,
    validate: false,
    pubSub: NO_TOPICS,
    scalarsMap: [{ type: Date, scalar: GraphQLDateTimeISO }],
  });
  for (const [name, description] of Object.entries(ROOTS))
    Object.assign(schema.getType(name) ?? {}, { description });
  return schema;
}
