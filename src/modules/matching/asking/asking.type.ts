import { Field, ID, ObjectType } from 'type-graphql';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { CandidateMatchType } from '../match.type.ts';

@Policy(ROLES('EMPLOYER'))
@ObjectType('CandidateRequest', {
  description:
    'Somebody is asked to present what a role needs (OpenID4VP 1.0). What they present is matched and not kept; how well it fills the role can be read for an hour.',
})
export class CandidateRequestType {
  @Field(() => ID, { description: 'Identifier of the request.' })
  id: string;

  @Field(() => ID, { description: 'The role profile it is for.' })
  roleProfileId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What to show to the candidate, as a link or QR code (`openid4vp://…`), told this one time; null when it is asked for again.',
  })
  uri: string | null;

  @Field(() => Date, { description: 'From when on no answer is taken: ten minutes after it was made.' })
  expiresAt: Date;

  @Field(() => Date, { description: 'From when on it is unknown: an hour after it was made.' })
  forgottenAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered; null while it was not.' })
  answeredAt: Date | null;

  @Field(() => CandidateMatchType, {
    nullable: true,
    description:
      'How well what was presented fills the role, by the same arithmetic as `matchCandidates`; null while it was not answered. Its pseudonyms hold for this answer alone.',
  })
  match: CandidateMatchType | null;
}
