import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { AssessmentKindEnum, LearningUnitModeEnum } from '../catalog.enums.ts';
import type { AssessmentKind, UnitMode } from '../catalog.records.ts';
import type { Format } from './formats.ts';
import type { LossGroup, LossSeverity, LossSide, ValueKind } from './loss.ts';
import type { Part } from './package.ts';
import type { ImportAction, ImportStep } from './steps.ts';

const AUTHORS = ROLES('ISSUER_ADMIN', 'ISSUER_STAFF');

export const ExchangeFormatEnum = enumOf<Format>(
  'ExchangeFormat',
  'What a catalogue can be read from and written as; docs/exchange.md says what of each has a place.',
  {
    OPEN_BADGES: 'Achievements of Open Badges 3.0 (1EdTech) as JSON.',
    CTDL: 'Credentials, courses, assessments, competencies and frameworks in CTDL and CTDL-ASN (Credential Engine) as JSON-LD.',
    CASE: 'A CFPackage of CASE 1.1 (1EdTech) as JSON.',
    CSV: 'A table with the columns of docs/exchange.md, for spreadsheets.',
  },
);

export const CataloguePartEnum = enumOf<Part>('CataloguePart', 'A kind of thing in a catalogue.', {
  frameworks: 'A framework of skills.',
  outcomes: 'An outcome.',
  assessments: 'An assessment with its rubric.',
  badges: 'A badge.',
  units: 'A learning unit.',
});

export const ImportActionEnum = enumOf<ImportAction>('ImportAction', 'What an import does with one thing.', {
  CREATED: 'It is new here.',
  UPDATED: 'It was here and nothing that was published rests on it: it now says what the document says.',
  NEW_VERSION: 'It was published: the document became its next version, of a badge a draft.',
  REPLACED:
    'Something published rests on it: a successor was made, and what was published keeps the old one.',
  SAME: 'It is here and says the same.',
  LEFT_OUT: 'The rules of the catalogue do not allow it; the losses say why.',
});

export const LossSideEnum = enumOf<LossSide>('LossSide', 'Where something had no place.', {
  DOCUMENT: 'It is in the document and has no place in the catalogue.',
  CATALOGUE: 'It is in the catalogue and has no place in the format.',
});

export const LossSeverityEnum = enumOf<LossSeverity>('LossSeverity', 'How much was lost.', {
  INFO: 'It is kept, though in another form or where other software may not look.',
  WARNING: 'It is left out.',
  ERROR: 'A whole thing is left out.',
});

export const LossValueKindEnum = enumOf<ValueKind>('LossValueKind', 'The kind of value that had no place.', {
  TEXT: 'A text.',
  NUMBER: 'A number.',
  BOOLEAN: 'Yes or no.',
  LIST: 'A list.',
  OBJECT: 'Something with parts of its own.',
});

@Policy(AUTHORS)
@ObjectType('ExchangeLoss', {
  description: 'Something that had no place, told once for all places that differ only by number.',
})
export class ExchangeLossType {
  @Field(() => LossSideEnum, { description: 'In the document or in the catalogue.' })
  side: LossSide;

  @Field(() => String, {
    description:
      'Where the first of them stands: a JSON pointer (RFC 6901) into the document or into the catalogue (`/badges/0/renewal`), or a line of CSV.',
  })
  path: string;

  @Field(() => Int, { description: 'How many there are.' })
  count: number;

  @Field(() => LossValueKindEnum, { description: 'The kind of value.' })
  kind: ValueKind;

  @Field(() => String, { description: 'Why, in one sentence.' })
  why: string;

  @Field(() => LossSeverityEnum, { description: 'How much that matters.' })
  severity: LossSeverity;
}

@Policy(AUTHORS)
@ObjectType('ImportStep', { description: 'What an import does with one thing of the document.' })
export class ImportStepType {
  @Field(() => CataloguePartEnum, { description: 'The kind of thing.' })
  part: Part;

  @Field(() => String, {
    description: 'The URI by which the document names it, and by which the next import finds it.',
  })
  uri: string;

  @Field(() => String, { description: 'What it is called.' })
  name: string;

  @Field(() => ImportActionEnum, { description: 'What was done, or in a dry run would be.' })
  action: ImportAction;

  @Field(() => ID, {
    nullable: true,
    description:
      'Its id here; null when it was left out. After a dry run the id of something new leads nowhere.',
  })
  id: string | null;

  @Field(() => String, { description: 'Where it stands in the document.' })
  place: string;
}

@Policy(AUTHORS)
@ObjectType('CatalogueImport', { description: 'What an import did, or in a dry run would do.' })
export class CatalogueImportType {
  @Field(() => Boolean, { description: 'True when nothing was written.' })
  dryRun: boolean;

  @Field(() => [ImportStepType], { description: 'Each thing of the document, in the order of writing.' })
  steps: readonly ImportStep[];

  @Field(() => [ExchangeLossType], { description: 'What had no place in the catalogue, worst first.' })
  losses: readonly LossGroup[];
}

@Policy(AUTHORS)
@ObjectType('CatalogueExport', { description: 'A catalogue as a document.' })
export class CatalogueExportType {
  @Field(() => String, {
    description: 'The document: JSON, or CSV with a line for the names of its columns.',
  })
  document: string;

  @Field(() => [ExchangeLossType], { description: 'What had no place in the format, worst first.' })
  losses: readonly LossGroup[];
}

@InputType({
  description: 'What holds where the document does not say something that the catalogue must know.',
})
export class ImportDefaultsInput {
  @Field(() => Int, { nullable: true, description: 'Effort of a learning unit in minutes, 1 to 525600.' })
  effortMinutes?: number | null;

  @Field(() => LearningUnitModeEnum, { nullable: true, description: 'How a learning unit is taught.' })
  mode?: UnitMode | null;

  @Field(() => Int, { nullable: true, description: 'Level of an alignment: step of the EQF, 1 to 8.' })
  level?: number | null;

  @Field(() => AssessmentKindEnum, { nullable: true, description: 'What a learner does to be assessed.' })
  kind?: AssessmentKind | null;
}
