import { z } from 'zod';

/** The kinds of achievement of Open Badges 3.0 (`AchievementType`); others begin with `ext:`. */
export const ACHIEVEMENT_TYPES = [
  'Achievement',
  'ApprenticeshipCertificate',
  'Assessment',
  'Assignment',
  'AssociateDegree',
  'Award',
  'Badge',
  'BachelorDegree',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'CommunityService',
  'Competency',
  'Course',
  'CoCurricular',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'Fieldwork',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'LearningProgram',
  'License',
  'Membership',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'MasterCertificate',
  'MasterDegree',
  'MicroCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
] as const;

/** The kinds of identifier of Open Badges 3.0 (`IdentifierTypeEnum`) that can name a badge; others begin with `ext:`. */
export const IDENTIFIER_TYPES = [
  'name',
  'sourcedId',
  'systemId',
  'productId',
  'isbn',
  'issn',
  'lisSourcedId',
  'oneRosterSourcedId',
  'sisSourcedId',
  'ltiContextId',
  'ltiDeploymentId',
  'ltiToolId',
  'ltiPlatformId',
  'identifier',
] as const;

export const RENEWALS = ['NONE', 'REASSESS', 'REFRESH'] as const;
/** Assurance levels of electronic identification (eIDAS, Regulation (EU) 910/2014, article 8), lowest first. */
export const IDENTITY_LEVELS = ['LOW', 'SUBSTANTIAL', 'HIGH'] as const;
export type Renewal = (typeof RENEWALS)[number];
export type IdentityLevel = (typeof IDENTITY_LEVELS)[number];

const otherIdentifier = z.strictObject({ identifier: z.string(), type: z.string() });
export type OtherIdentifier = z.output<typeof otherIdentifier>;

const text = z.string().nullable();
const whole = z.number().int().nullable();
const list = z
  .array(z.string())
  .nullable()
  .transform((value) => value ?? []);

/** What a version of a badge says in its own properties, as statements answer it. */
export const versionSays = {
  name: z.string(),
  description: text,
  criteria: text,
  criteriaUrl: text,
  achievementType: text,
  humanCode: text,
  fieldOfStudy: text,
  specialization: text,
  tags: list,
  languages: list,
  creditValue: whole,
  creditSystem: text,
  otherIdentifiers: text.transform((json) =>
    json === null ? [] : z.array(otherIdentifier).parse(JSON.parse(json)),
  ),
  validMonths: whole,
  renewal: z.enum(RENEWALS).nullable(),
  renewalText: text,
  identityProofing: z.enum(IDENTITY_LEVELS).nullable(),
  imageUrl: text,
  imageAlt: text,
  imageDigest: text,
  changeReason: text,
};
