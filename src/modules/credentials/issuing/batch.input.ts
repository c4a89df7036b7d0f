import { ArgsType, Field, ID, InputType } from 'type-graphql';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { BATCH_ROWS, type RowState } from './batch.rules.ts';
import { IssuingRowStateEnum } from './batch.type.ts';
import { CSV_COLUMNS } from './batch-csv.ts';
import { DirectAwardFields } from './issuing.input.ts';

@InputType({
  description:
    'One award of a batch: a passed result (resultId), or an award by decision with a recipient as issueCredentialDirectly takes it. What cannot be used is answered with the row.',
})
export class IssuingRowInput extends DirectAwardFields {
  @Field(() => ID, {
    nullable: true,
    description: 'The version of the badge; that of the batch when left out.',
  })
  badgeVersionId?: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The passed result to issue the badge for; then it stands for recipient, narrative and evidence.',
  })
  resultId?: string;
}

@InputType({ description: `1 to ${BATCH_ROWS} awards, as a list or as CSV (else INVALID_INPUT, \`ROWS\`).` })
export class IssueCredentialsInput {
  @Field(() => ID, { nullable: true, description: 'The version of the badge for rows that name none.' })
  badgeVersionId?: string;

  @Field(() => [IssuingRowInput], { nullable: true, description: `The awards, at most ${BATCH_ROWS}.` })
  rows?: IssuingRowInput[];

  @Field(() => String, {
    nullable: true,
    description: `The awards as CSV (RFC 4180, commas or semicolons) whose first line names the columns: ${CSV_COLUMNS.join(', ')}. awardedAt is a date or an instant. INVALID_INPUT (\`UNREADABLE_CSV\`) for anything else.`,
  })
  csv?: string;
}

@ArgsType()
export class IssuingRowsArgs extends PageArgs {
  @Field(() => IssuingRowStateEnum, { nullable: true, description: 'Only those in this state.' })
  state?: RowState;
}
