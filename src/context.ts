import type { Config } from './config.ts';
import { AssessmentAuthoringService } from './modules/catalog/assessments/assessment-authoring.service.ts';
import { Authoring } from './modules/catalog/authoring.ts';
import { BadgeAuthoringService } from './modules/catalog/badges/badge-authoring.service.ts';
import { BadgeHistoryService } from './modules/catalog/badges/badge-history.service.ts';
import { BadgeRetiringService } from './modules/catalog/badges/badge-retiring.service.ts';
import { CatalogService } from './modules/catalog/catalog.service.ts';
import { CoCreationService } from './modules/catalog/co-creation/co-creation.service.ts';
import { EndorsementsService } from './modules/catalog/endorsements/endorsements.service.ts';
import { ExchangeService } from './modules/catalog/exchange/exchange.service.ts';
import { ImagesService } from './modules/catalog/images/images.service.ts';
import { LintService } from './modules/catalog/lint/lint.service.ts';
import { AlignmentReviewService } from './modules/catalog/outcomes/alignment-review.service.ts';
import { OutcomeAuthoringService } from './modules/catalog/outcomes/outcome-authoring.service.ts';
import { OutcomesService } from './modules/catalog/outcomes/outcomes.service.ts';
import { SuggestionsService } from './modules/catalog/outcomes/suggestions.service.ts';
import { FeedbackService } from './modules/catalog/quality/feedback/feedback.service.ts';
import { startOfMonth } from './modules/catalog/quality/feedback/feedback-token.ts';
import { ImpactService } from './modules/catalog/quality/proposals/impact.service.ts';
import { ProposalsService } from './modules/catalog/quality/proposals/proposals.service.ts';
import { ProposingService } from './modules/catalog/quality/proposals/proposing.service.ts';
import { ReviewChanges } from './modules/catalog/quality/reviews/review-changes.ts';
import { ReviewOpeningService } from './modules/catalog/quality/reviews/review-opening.service.ts';
import { ReviewingService } from './modules/catalog/quality/reviews/reviewing.service.ts';
import { ReviewsService } from './modules/catalog/quality/reviews/reviews.service.ts';
import { SampleService } from './modules/catalog/quality/reviews/sample.service.ts';
import { UnitAuthoringService } from './modules/catalog/units/unit-authoring.service.ts';
import { UnitsService } from './modules/catalog/units/units.service.ts';
import type { Credentialing } from './modules/credentials/credentialing.ts';
import { CredentialsService } from './modules/credentials/credentials.service.ts';
import { ClrService } from './modules/credentials/encodings/clr.service.ts';
import { EncodingsService } from './modules/credentials/encodings/encodings.service.ts';
import { CredentialEndorsementsService } from './modules/credentials/endorsements/credential-endorsements.service.ts';
import { EndorsementDocuments } from './modules/credentials/endorsements/endorsement-documents.ts';
import { HostsService } from './modules/credentials/exchange/open-badges-api/hosts.service.ts';
import { WalletOffersService } from './modules/credentials/exchange/wallets/wallet-offers.service.ts';
import { ForeignService } from './modules/credentials/foreign/foreign.service.ts';
import { IssuanceLogService } from './modules/credentials/issuance-log/issuance-log.service.ts';
import { BatchesService } from './modules/credentials/issuing/batches.service.ts';
import { KeysService } from './modules/credentials/keys/keys.service.ts';
import { NoticesService } from './modules/credentials/notices/notices.service.ts';
import { PortfolioService } from './modules/credentials/portfolio/portfolio.service.ts';
import { PortfolioViewService } from './modules/credentials/portfolio/portfolio-view.service.ts';
import { ValidationsService } from './modules/credentials/portfolio/validations/validations.service.ts';
import { PresentationsService } from './modules/credentials/presentations/presentations.service.ts';
import { SharingService } from './modules/credentials/sharing/sharing.service.ts';
import { ExpiringService } from './modules/credentials/status/expiring.service.ts';
import { RefreshingService } from './modules/credentials/status/refreshing.service.ts';
import { CredentialStatusService } from './modules/credentials/status/status.service.ts';
import { StatusLists } from './modules/credentials/status-lists.ts';
import { DraftingService } from './modules/employers/drafting/drafting.service.ts';
import { EmployersService } from './modules/employers/employers.service.ts';
import { ProfileLintService } from './modules/employers/lint/profile-lint.service.ts';
import { VacanciesService } from './modules/employers/vacancies/vacancies.service.ts';
import { AuditService } from './modules/identity/audit/audit.service.ts';
import type { ReadLog } from './modules/identity/audit/read-log.ts';
import { Reads } from './modules/identity/audit/reads.ts';
import { CampaignService } from './modules/identity/consent/campaign.service.ts';
import { ConsentService } from './modules/identity/consent/consent.service.ts';
import { RevealService } from './modules/identity/consent/reveal.service.ts';
import { Mutations } from './modules/identity/mutations.ts';
import { OrganizationService } from './modules/identity/organization.service.ts';
import { ErasureService } from './modules/identity/privacy/erasure.service.ts';
import { PersonalDataService } from './modules/identity/privacy/personal-data.service.ts';
import { ApiKeysService } from './modules/identity/sign-in/api-keys.service.ts';
import type { Attempts } from './modules/identity/sign-in/attempts.ts';
import { InvitationsService } from './modules/identity/sign-in/invitations.service.ts';
import { JoiningService } from './modules/identity/sign-in/joining.service.ts';
import { MembersService } from './modules/identity/sign-in/members.service.ts';
import { OrganizationProfileService } from './modules/identity/sign-in/organization-profile.service.ts';
import { ANONYMOUS, type Viewer } from './modules/identity/viewer.ts';
import { CalibrationService } from './modules/learners/calibration/calibration.service.ts';
import { CohortService } from './modules/learners/enrolment/cohort.service.ts';
import { EnrolmentService } from './modules/learners/enrolment/enrolment.service.ts';
import { MarkingService } from './modules/learners/grading/marking.service.ts';
import { LearnerSeal } from './modules/learners/learner-seal.ts';
import { LearnersService } from './modules/learners/learners.service.ts';
import { ProofingService } from './modules/learners/proofing/proofing.service.ts';
import { SubmissionsService } from './modules/learners/submissions.service.ts';
import { AskingService } from './modules/matching/asking/asking.service.ts';
import { MatchingService } from './modules/matching/matching.service.ts';
import { PathwaysService } from './modules/pathways/pathways.service.ts';
import type { Planner } from './modules/pathways/planner.ts';
import { StackingService } from './modules/stacking/stacking.service.ts';
import type { Lexicons } from './modules/taxonomy/lexicons.ts';
import { SearchService } from './modules/taxonomy/search.service.ts';
import { TaxonomyService } from './modules/taxonomy/taxonomy.service.ts';
import type { Clock } from './platform/clock.ts';
import type { Graph } from './platform/graph/graph.ts';
import { readOnly } from './platform/graph/read-only.ts';
import type { Log } from './platform/log.ts';

/** What lives as long as the process. */
export interface App {
  readonly config: Config;
  readonly graph: Graph;
  readonly log: Log;
  readonly clock: Clock;
  readonly credentialing: Credentialing;
  readonly lexicons: Lexicons;
  readonly readLog: Pick<ReadLog, 'write'>;
  readonly planner: Planner;
  /** Tells the worker threads that there is a batch to carry out; nothing where this process has none. */
  readonly kickIssuing?: () => void;
}

/** What belongs to one request. */
export interface RequestScope {
  readonly viewer: Viewer;
  /** The graph, ending its open queries when the request ends. */
  readonly graph: Graph;
  readonly requestId: string;
  /** Failed tries to prove something, counted over all requests. */
  readonly attempts: Attempts;
  /** Counts one verification for whoever asks; throws RATE_LIMITED when there were too many. */
  readonly verifying: () => Promise<void>;
}

/** What a resolver may reach: one service per module and the loaders, made anew for each request. */
export type Context = ReturnType<typeof createContext>;

/** The only wiring. */
export function createContext(app: App, scope: RequestScope) {
  const { viewer, requestId } = scope;
  // whoever changes something does it through Mutations; what a request itself must write, gets the other graph by name
  const graph = readOnly(scope.graph);
  const { clock, config: keys } = app;
  const mutations = new Mutations(scope.graph, viewer, clock);
  const reads = new Reads({ log: app.readLog, viewer, clock });
  const taxonomy = new TaxonomyService({ graph });
  const catalog = new CatalogService({ graph, viewer });
  const search = new SearchService({ graph, taxonomy, lexicons: app.lexicons });
  const outcomes = new OutcomesService({ graph, viewer });
  const authoring = new Authoring({ viewer, clock, catalog, mutations });
  const seal = new LearnerSeal({ graph, keys });
  const organizations = new OrganizationService({ graph });
  const reviews = new ReviewsService({ graph, viewer, clock, reads, seal });
  const history = new BadgeHistoryService({ graph, viewer, catalog });
  const proposals = new ProposalsService({ graph, viewer, history });
  const anonymously = new Mutations(scope.graph, ANONYMOUS, () => startOfMonth(clock()));
  const changes = new ReviewChanges({ viewer, mutations, reviews });
  const credentials = new CredentialsService(
    viewer,
    { ...app.credentialing, graph: scope.graph, reads, mutations },
    (learnerIds) => stacking.awardCompleted(learnerIds),
  );
  const stacking = new StackingService({ graph, viewer, clock, credentials, reads });
  const campaigns = new CampaignService({ graph, viewer, clock, mutations });
  const consents = new ConsentService({ graph, viewer, clock, campaigns, mutations });
  const cohorts = new CohortService({ graph, viewer, catalog, mutations });
  const submissions = new SubmissionsService({ graph, viewer, clock, catalog, keys, mutations, reads });
  const matching = new MatchingService({ graph, viewer, clock, indexKey: app.config.indexKey, reads });
  const sharing = new SharingService({ ...app.credentialing, graph, viewer, mutations, reads, credentials });
  const records = new ClrService({ ...app.credentialing, graph: scope.graph, viewer, credentials });
  const validations = new ValidationsService({ graph, viewer, mutations, reads, kek: app.credentialing.kek });
  const portfolios = new PortfolioService({
    graph,
    viewer,
    clock,
    mutations,
    seal,
    publicUrl: app.config.publicUrl,
  });
  const employers = new EmployersService({ graph, viewer, clock, mutations });
  return {
    viewer,
    requestId,
    verifying: scope.verifying,
    reads,
    audit: new AuditService({ graph, viewer, indexKey: keys.indexKey }),
    organizations,
    apiKeys: new ApiKeysService({ graph, viewer, clock, mutations }),
    members: new MembersService({ graph, viewer, clock, keys, reads, mutations }),
    organizationProfile: new OrganizationProfileService({ graph, viewer, mutations }),
    invitations: new InvitationsService({ graph, viewer, clock, mutations }),
    joining: new JoiningService({
      graph: scope.graph,
      viewer,
      clock,
      keys,
      attempts: scope.attempts,
      mutations,
    }),
    catalog,
    units: new UnitsService({ graph }),
    unitAuthoring: new UnitAuthoringService(authoring),
    outcomes,
    suggestions: new SuggestionsService({ graph, viewer, catalog, outcomes, search }),
    alignmentReview: new AlignmentReviewService({ authoring, viewer, mutations }),
    outcomeAuthoring: new OutcomeAuthoringService(authoring),
    assessmentAuthoring: new AssessmentAuthoringService(authoring),
    badgeAuthoring: new BadgeAuthoringService(authoring, app.credentialing.urls),
    images: new ImagesService({ graph, viewer, mutations, urls: app.credentialing.urls }),
    badgeRetiring: new BadgeRetiringService(authoring),
    badgeHistory: history,
    endorsements: new EndorsementsService({
      graph,
      viewer,
      clock,
      mutations,
      sign: (id) => new EndorsementDocuments({ ...app.credentialing, graph: scope.graph }).sign(id),
    }),
    coCreation: new CoCreationService({ graph, viewer, clock, mutations, organizations }),
    reviews,
    reviewOpening: new ReviewOpeningService({ changes, catalog, organizations, reviews }),
    reviewing: new ReviewingService({ viewer, changes, reviews, seal }),
    proposals,
    proposing: new ProposingService({ viewer, mutations, catalog, proposals }),
    impacts: new ImpactService({ graph, viewer, clock, catalog }),
    feedback: new FeedbackService({ graph, viewer, mutations, anonymously, reads, seal, keys }),
    samples: new SampleService({ graph, viewer, clock, reads, keys }),
    linter: new LintService({ graph, clock, catalog }),
    profileLinter: new ProfileLintService({ graph, employers }),
    exchange: new ExchangeService({
      graph,
      viewer,
      clock,
      mutations,
      organizations,
      publicUrl: app.config.publicUrl,
      urls: app.credentialing.urls,
    }),
    learners: new LearnersService({ graph, viewer, clock, keys, mutations }),
    submissions,
    cohorts,
    enrolments: new EnrolmentService({ graph, viewer, catalog, cohorts, mutations, reads }),
    proofings: new ProofingService({ graph, viewer, mutations, reads }),
    calibrations: new CalibrationService({ graph, viewer }),
    markings: new MarkingService({ graph, viewer, catalog, submissions, mutations }),
    campaigns,
    consents,
    reveals: new RevealService({ graph, viewer, clock, consents, keys, mutations, reads }),
    personalData: new PersonalDataService({ graph, viewer, clock, keys }),
    erasure: new ErasureService({ viewer, clock, mutations }),
    employers,
    vacancies: new VacanciesService({ graph, viewer, clock, mutations, employers, organizations, taxonomy }),
    matching,
    asking: new AskingService({
      ...app.credentialing,
      graph: scope.graph,
      viewer,
      clock,
      mutations,
      matching,
      indexKey: keys.indexKey,
    }),
    pathways: new PathwaysService({ graph, viewer, clock, matching, planner: app.planner }),
    taxonomy,
    search,
    drafting: new DraftingService({ viewer, taxonomy, search }),
    credentials,
    batches: new BatchesService({
      graph,
      viewer,
      clock,
      kek: app.credentialing.kek,
      mutations,
      kick: app.kickIssuing ?? (() => {}),
    }),
    encodings: new EncodingsService({ ...app.credentialing, graph: scope.graph, credentials }),
    foreign: new ForeignService({
      ...app.credentialing,
      graph,
      viewer,
      mutations,
      verifying: scope.verifying,
    }),
    records,
    validations,
    portfolios,
    portfolioViews: new PortfolioViewService({
      ...app.credentialing,
      graph,
      viewer,
      seal,
      reads,
      verifying: scope.verifying,
      portfolios,
      validations,
      records,
    }),
    credentialStatuses: new CredentialStatusService({
      graph,
      viewer,
      mutations,
      lists: new StatusLists(scope.graph, app.credentialing.agent, app.credentialing.urls, clock),
      onReinstated: (learnerIds) => stacking.awardCompleted(learnerIds),
    }),
    signingKeys: new KeysService({ ...app.credentialing, graph: scope.graph, viewer, mutations }),
    issuanceLogs: new IssuanceLogService({ ...app.credentialing, graph: scope.graph }),
    notices: new NoticesService({ graph, viewer, clock, reads }),
    refreshing: new RefreshingService({
      graph,
      viewer,
      clock,
      mutations,
      lists: new StatusLists(scope.graph, app.credentialing.agent, app.credentialing.urls, clock),
      credentials,
    }),
    expiring: new ExpiringService({ graph, viewer, clock, credentials }),
    sharing,
    hosts: new HostsService({ graph, viewer, mutations }),
    walletOffers: new WalletOffersService({
      graph,
      viewer,
      clock,
      mutations,
      publicUrl: app.config.publicUrl,
      indexKey: keys.indexKey,
    }),
    credentialEndorsements: new CredentialEndorsementsService({
      ...app.credentialing,
      graph: scope.graph,
      viewer,
      mutations,
      reads,
      sharing,
      credentials,
    }),
    presentations: new PresentationsService({ ...app.credentialing, graph, viewer, mutations }),
    stacking,
  };
}
