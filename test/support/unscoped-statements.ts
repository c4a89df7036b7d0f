const CHECKED = 'the service compares each row with the viewer before it shows it';
const PARENT = 'its ids come from rows that were read in scope';
const ISSUING = 'issuing reads it for the award of one organisation, which it compares with the viewer';
const COUNTED =
  'answers numbers of people, which the service tells in crowds of ten or more, to the nearest five';
const OPERATOR = 'the operator re-wraps every key on the command line; what it seals stays sealed';
const SIGN_IN = 'signing in reads it, before anybody is known';

const WALLET = 'answers a wallet with the secret of an offer that the learner made';

/** Statements that read what is somebody's without a parameter for the viewer, and why that is right. Keep it short. */
export const UNSCOPED_STATEMENTS: Readonly<Record<string, string>> = {
  'catalog/assessments-of-versions': PARENT,
  'catalog/badges/use-of-draft': 'deleting asks it once the badge is held for its own issuer',
  'catalog/lint/alignment-reach': PARENT,
  'catalog/lint/assessment-facts': PARENT,
  'catalog/lint/outcome-facts': PARENT,
  'catalog/lint/review-facts': PARENT,
  'catalog/lint/unit-facts': PARENT,
  'catalog/lint/versions-to-lint': 'the operator lints every badge on the command line',
  'catalog/outcomes-of-versions': PARENT,
  'catalog/outcomes/uses-of-outcome': 'says of an outcome that was locked for its owner how many use it',
  'catalog/units/uses-of-unit': 'says of a unit that was locked for its owner how many use it',
  'catalog/units/ways-to-facts': 'looks for circles among what units of every provider ask for',
  'catalog/quality/credentials-touched': COUNTED,
  'catalog/quality/feedback-given': 'says yes or no of what only a learner’s own key leads to',
  'catalog/quality/feedback-of-badges': COUNTED,
  'catalog/quality/matches-touched': COUNTED,
  'catalog/quality/places-of-versions': PARENT,
  'catalog/quality/proposals-of-badges':
    'only those that were decided; of the version that carried one out it answers the id, and the catalogue says who sees it',
  'catalog/stacked-within': 'looks for circles among badges of every issuer and answers yes or no',
  'credentials/achievement-issuer': 'verifying asks whose badge it is; an id in a signed document is public',
  'credentials/assessments-not-passed': ISSUING,
  'credentials/award-bases': ISSUING,
  'credentials/badge-facts': ISSUING,
  'credentials/badge-rubrics': ISSUING,
  'credentials/badge-skills': ISSUING,
  'credentials/credentials-by-award-keys': ISSUING,
  'credentials/credentials-by-ids': CHECKED,
  'credentials/credentials-to-renew': ISSUING,
  'credentials/endorsements/endorsement-to-sign': 'signs what was given; only what was accepted is shown',
  'credentials/endorsements/endorsements-to-export':
    'answers what was accepted of published versions and of issuers',
  'credentials/identity-asked': ISSUING,
  'credentials/issuing/badge-reviewers': ISSUING,
  'credentials/keys/replacements': PARENT,
  'credentials/issuance-log/credentials-not-logged':
    'the operator enters what was issued before there were logs; what it opens it only digests',
  'credentials/issuing/running-batches':
    'the platform carries out what staff asked for, each batch as whoever asked',
  'credentials/portfolio/shown': 'only the secret of a link leads to it',
  'credentials/portfolio/validations/by-ids': CHECKED,
  'credentials/recipients': ISSUING,
  'credentials/renewed-credentials': PARENT,
  'credentials/status/suspended-entries': 'answers numbers of a public list',
  'credentials/status/public-status-reason':
    'verifying asks why; it answers only what everybody may know of an entry that stands in the document',
  'credentials/exchange/wallet-offer-by-access': WALLET,
  'credentials/exchange/wallet-offer-by-code': WALLET,
  'credentials/shares/shown-credential':
    'answers what its learner shows to everybody, or whoever has the secret of a link to it',
  'credentials/taken-status-entries': 'answers which numbers of status lists are taken, not by whom',
  'employers/lint/profile-facts': PARENT,
  'employers/requirements-of-profiles': PARENT,
  'matching/asking/candidate-request-by-secret':
    'whoever has the secret in its address was shown it to answer',
  'matching/asking/presented-claims': 'its holder has just shown them, and proved to hold their key',
  'identity/audit/chain-names':
    'the checker of the audit looks at every chain; only the command line calls it',
  'identity/privacy/keys-by-kek': OPERATOR,
  'identity/privacy/person-keys-of-kek': OPERATOR,
  'identity/sign-in/api-key': SIGN_IN,
  'identity/sign-in/invitation-secret': SIGN_IN,
  'identity/sign-in/names-of-members': PARENT,
  'learners/learners-by-ids': CHECKED,
  'learners/proofing/proofings-by-ids': CHECKED,
  'learners/calibration/scores-of-assessments':
    'the service answers figures alone, and who drifts only to admins of the organisation whose assessment it is',
  'learners/enrolment/enrolments-by-ids': CHECKED,
  'learners/evidence-of-submissions': PARENT,
  'learners/grading/markings-of-submissions': PARENT,
  'learners/grading/results-of-submissions': PARENT,
  'learners/submissions-by-ids': CHECKED,
  'matching/roles-by-ids': CHECKED,
  'seed/known-learners': 'the sample world is loaded by the platform itself',
  'stacking/open-stacks': 'the platform awards what is complete, for the learners of a change just made',
};
