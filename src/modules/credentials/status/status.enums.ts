import { enumOf } from '../../../platform/graphql/enum.ts';
import type { StatusAudience } from '../credential.ts';
import type { StatusChange } from './status.rules.ts';

export const StatusAudienceEnum = enumOf<StatusAudience>(
  'StatusAudience',
  'Who may know why a credential was suspended, reinstated or revoked. That it was, everybody can see.',
  {
    ISSUER: 'Only the organisation that issued it (and the learner in the export of all their data).',
    HOLDER: 'That organisation and the learner who holds it.',
    EVERYBODY: 'Whoever verifies it, too.',
  },
);

export const StatusChangeEnum = enumOf<StatusChange>(
  'StatusChange',
  'What an issuer can do to the status of a credential.',
  {
    REVOKE: 'Withdraw it for good.',
    SUSPEND: 'Let it not count for the time being.',
    REINSTATE: 'Let one that is suspended count again.',
  },
);
