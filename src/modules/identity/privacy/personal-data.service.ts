import type { Clock } from '../../../platform/clock.ts';
import { notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { openFor, sealContext } from '../../../platform/seal.ts';
import { openWords, SILENT } from '../../learners/evidence.ts';
import { openProfile, personKeyOf } from '../../learners/person-seal.ts';
import { openName } from '../sign-in/person-name.ts';
import { asLearner, type Viewer } from '../viewer.ts';
import { exportStatements } from './export.repository.ts';

/** The version of the shape of the export; a field that is added is no new version. */
const FORMAT = 'credential-graph/personal-data/1';

/** Gives people everything there is about them. */
export class PersonalDataService {
  private readonly graph;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly keys: { readonly keyEncryptionKey: Uint8Array };
    },
  ) {
    this.graph = repository(deps.graph.run, exportStatements);
  }

  /** Everything about the viewer, opened. Keys and secrets themselves are left out: what they are for is said. For LEARNER. */
  async mine(): Promise<Record<string, unknown>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const { keyEncryptionKey } = this.deps.keys;
    const [person, credentials, submissions, records, said, own, agreements, events] = await Promise.all([
      this.graph.person({ learnerId }),
      this.graph.credentials({ learnerId }),
      this.graph.submissions({ learnerId }),
      this.graph.records({ learnerId }),
      this.graph.feedback({ learnerId }),
      this.graph.portfolio({ learnerId }),
      this.graph.agreements({ learnerId }),
      this.graph.events({ learnerId }),
    ]);
    if (!person) throw notFound('learner', learnerId);
    const personKey = personKeyOf(keyEncryptionKey, person.key);
    const open = (envelope: string | null, label: string, id: string, property: string): string | null =>
      personKey && envelope && openFor(personKey, envelope, sealContext(label, id, property));
    const { sealedProfile, sealedRecipient, ...learner } = person.learner;
    const profile = openProfile(keyEncryptionKey, { id: learnerId, sealedProfile, key: person.key });
    return {
      format: FORMAT,
      exportedAt: this.deps.clock(),
      profile: { ...learner, name: profile?.name ?? null, email: profile?.email ?? null },
      awardedAs: open(sealedRecipient, 'Learner', learnerId, 'sealedRecipient'),
      registeredBy: person.registeredBy,
      key: keyFacts(person.key),
      accounts: person.accounts.map(({ sealedName, key, ...account }) => ({
        ...account,
        name: sealedName && key && openName(keyEncryptionKey, { personId: account.id, sealedName, key }),
        key: keyFacts(key),
      })),
      apiKeys: person.apiKeys,
      invitations: person.invitations,
      skills: person.skills,
      credentials: credentials.map(({ credential, sealedDocument, endorsements }) => ({
        ...credential,
        document: open(sealedDocument, 'Credential', credential.id, 'sealedDocument'),
        endorsements: endorsements.map(({ sealedStatement, sealedDocument: signed, ...endorsement }) => ({
          ...endorsement,
          statement: open(sealedStatement, 'Endorsement', endorsement.id, 'sealedStatement'),
          document: open(signed, 'Endorsement', endorsement.id, 'sealedDocument'),
        })),
      })),
      foreignCredentials: own.foreignCredentials.map(({ sealedDocument, sealedReport, ...foreign }) => ({
        ...foreign,
        document: open(sealedDocument, 'ForeignCredential', foreign.id, 'sealedDocument'),
        ...asJson(open(sealedReport, 'ForeignCredential', foreign.id, 'sealedReport')),
      })),
      portfolios: own.portfolios.map(({ sealedContent, shares, ...portfolio }) => ({
        ...portfolio,
        ...asJson(open(sealedContent, 'Portfolio', portfolio.id, 'sealedContent')),
        shares: shares.map(({ sealedAudience, ...share }) => ({
          ...share,
          audience: open(sealedAudience, 'ShareLink', share.id, 'sealedAudience'),
        })),
      })),
      validations: own.validations.map(({ sealedClaim, sealedAnswer, ...validation }) => ({
        ...validation,
        asked: asJson(open(sealedClaim, 'Validation', validation.id, 'sealedClaim')),
        answer: asJson(open(sealedAnswer, 'Validation', validation.id, 'sealedAnswer')),
      })),
      submissions: submissions.map(({ submission, evidence, results, ...sealed }) => ({
        ...submission,
        narrative: open(sealed.sealedNarrative, 'Submission', submission.id, 'sealedNarrative'),
        changed: open(sealed.sealedChange, 'Submission', submission.id, 'sealedChange'),
        evidence: evidence.map(({ sealedWords, ...piece }) => ({
          ...piece,
          ...(personKey && sealedWords ? openWords(personKey, piece.id, sealedWords) : SILENT),
        })),
        results: results.map(({ sealedReason, ...result }) => ({
          ...result,
          reason: open(sealedReason, 'Result', result.id, 'sealedReason'),
        })),
      })),
      enrolments: records.enrolments,
      identityProofings: records.identityProofings,
      feedback: (said?.feedback ?? []).map(({ sealedWords, ...feedback }) => ({
        ...feedback,
        words: open(sealedWords, 'Feedback', feedback.id, 'sealedWords'),
      })),
      reviewParts: (said?.reviewParts ?? []).map(({ sealedStatement, ...part }) => ({
        ...part,
        statement: open(sealedStatement, 'ReviewPart', part.id, 'sealedStatement'),
      })),
      consents: agreements.consents,
      connectedHosts: agreements.connectedHosts,
      revealRequests: agreements.revealRequests.map(({ sealedMessage, ...request }) => ({
        ...request,
        message: open(sealedMessage, 'RevealRequest', request.id, 'sealedMessage'),
      })),
      events,
    };
  }
}

/** What was sealed as JSON, opened. */
const asJson = (text: string | null): object => (text === null ? {} : (JSON.parse(text) as object));

const keyFacts = (key: { readonly id: string; readonly kek: string } | null) =>
  key && { id: key.id, wrappedBy: key.kek };
