import { enumOf } from '../../../platform/graphql/enum.ts';
import type { IdentityLevel, Renewal } from './badge-version.fields.ts';

export const RenewalEnum = enumOf<Renewal>('Renewal', 'What happens when a credential expires.', {
  NONE: 'It ends for good; the badge has to be earned anew.',
  REASSESS: 'It is renewed by passing its assessments again.',
  REFRESH: 'It is renewed by something shorter, described in words.',
});

export const IdentityLevelEnum = enumOf<IdentityLevel>(
  'IdentityLevel',
  'How surely it is known who somebody is: the assurance levels of electronic identification (eIDAS, Regulation (EU) 910/2014, article 8).',
  {
    LOW: 'Limited confidence, such as an account that was confirmed by e-mail.',
    SUBSTANTIAL: 'Substantial confidence, such as an identity document that was checked.',
    HIGH: 'High confidence, such as an identity document that was checked against the person.',
  },
);
