import type { AlignmentRelation, AssessmentKind, UnitMode } from '../catalog.records.ts';
import { EXTENSION, EXTENSION_CONTEXT } from './extension.ts';

/** The contexts a CTDL document of ours names; none is ever fetched. */
export const CTDL_CONTEXT = [
  'https://credreg.net/ctdl/schema/context/json',
  'https://credreg.net/ctdlasn/schema/context/json',
  EXTENSION_CONTEXT,
] as const;

/** Namespaces by the prefix the words below are written with; both protocols, old and new homes. */
export const NAMESPACES: readonly (readonly [prefix: string, ...addresses: string[]])[] = [
  ['ceterms', 'purl.org/ctdl/terms/', 'credreg.net/ctdl/terms/'],
  ['ceasn', 'purl.org/ctdlasn/terms/', 'credreg.net/ctdlasn/terms/'],
  ['schema', 'schema.org/'],
  ['skos', 'www.w3.org/2004/02/skos/core#'],
  ['asn', 'purl.org/ASN/schema/core/'],
];

/** Words that documents write without a prefix and that are not of `ceterms`. */
export const UNPREFIXED: Readonly<Record<string, string>> = {
  Competency: 'ceasn:Competency',
  CompetencyFramework: 'ceasn:CompetencyFramework',
  Rubric: 'ceasn:Rubric',
  RubricCriterion: 'ceasn:RubricCriterion',
  CriterionLevel: 'ceasn:CriterionLevel',
  [EXTENSION]: EXTENSION,
};

/** Where `res:ce-…` and bare CTIDs live. */
export const REGISTRY = 'https://credentialengineregistry.org/resources/';

/** Credentials of CTDL that Open Badges names, too, by the same word. */
const SAME_IN_BOTH = [
  'ApprenticeshipCertificate',
  'AssociateDegree',
  'BachelorDegree',
  'Badge',
  'Certificate',
  'CertificateOfCompletion',
  'Certification',
  'Degree',
  'Diploma',
  'DoctoralDegree',
  'GeneralEducationDevelopment',
  'JourneymanCertificate',
  'License',
  'MasterCertificate',
  'MasterDegree',
  'MicroCredential',
  'ProfessionalDoctorate',
  'QualityAssuranceCredential',
  'ResearchDoctorate',
  'SecondarySchoolDiploma',
] as const;

/** What a credential type of CTDL is called as a type of achievement; null for one that says no more than "credential". */
export const CREDENTIAL_TYPES: ReadonlyMap<string, string | null> = new Map<string, string | null>([
  ...SAME_IN_BOTH.map((word): [string, string] => [`ceterms:${word}`, word]),
  ['ceterms:OpenBadge', 'Badge'],
  ['ceterms:DigitalBadge', 'Badge'],
  ['ceterms:Credential', null],
]);

export const ctdlTypeOf = (achievementType: string | null): { type: string; exact: boolean } => {
  if (achievementType === null) return { type: 'ceterms:Credential', exact: true };
  const exact = (SAME_IN_BOTH as readonly string[]).includes(achievementType);
  return { type: exact ? `ceterms:${achievementType}` : 'ceterms:Credential', exact };
};

export const COURSE_TYPES: readonly string[] = [
  'ceterms:Course',
  'ceterms:LearningOpportunityProfile',
  'ceterms:LearningOpportunity',
  'ceterms:LearningProgram',
];
export const ASSESSMENT_TYPES: readonly string[] = ['ceterms:AssessmentProfile', 'ceterms:Assessment'];
export const RUBRIC_PARTS: readonly string[] = [
  'ceasn:Rubric',
  'ceasn:RubricCriterion',
  'ceasn:CriterionLevel',
  'asn:Rubric',
  'asn:RubricCriterion',
  'asn:CriterionLevel',
];

/** How the referenced competency stands to ours: CTDL looks from the other side, so what is broader there is narrower here. */
export const ALIGNMENT_WORDS: Readonly<Record<AlignmentRelation, string>> = {
  EXACT: 'ceasn:exactAlignment',
  CLOSE: 'ceasn:majorAlignment',
  NARROW: 'ceasn:broadAlignment',
  BROAD: 'ceasn:narrowAlignment',
  RELATED: 'ceasn:minorAlignment',
};

/** Kinds of assessment and ways of teaching that CTDL has a word for. */
export const METHOD_WORDS: Readonly<Partial<Record<AssessmentKind, string>>> = {
  EXAM: 'assessMethod:Exam',
  DEMONSTRATION: 'assessMethod:Performance',
  PROJECT: 'assessMethod:Artifact',
};
export const DELIVERY_WORDS: Readonly<Partial<Record<UnitMode, string>>> = {
  ASYNCHRONOUS: 'deliveryType:OnlineOnly',
  LIVE: 'deliveryType:InPerson',
  BLENDED: 'deliveryType:BlendedDelivery',
};

/** The one of ours that a word of CTDL means; null for any other word. */
export function meantBy<K extends string>(
  words: Readonly<Partial<Record<K, string>>>,
  said: readonly string[],
): K | null {
  const names = said.map((each) => each.replace(/^.*[/:]/, ''));
  const found = (Object.keys(words) as K[]).find((each) =>
    names.includes(words[each]?.replace(/^.*:/, '') ?? ''),
  );
  return found ?? null;
}
