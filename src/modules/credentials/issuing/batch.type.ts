import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { OWN, Policy } from '../../identity/policy/policy.ts';
import type { BatchState, RowState } from './batch.rules.ts';

const IssuingBatchStateEnum = enumOf<BatchState>(
  'IssuingBatchState',
  'Whether a batch of awards is being carried out.',
  {
    RUNNING: 'There are rows left, which are being carried out, by whichever instance is free.',
    FINISHED: 'Every row was carried out, or failed.',
    STOPPED: 'It was stopped: rows that are PENDING will not be carried out.',
  },
);

export const IssuingRowStateEnum = enumOf<RowState>(
  'IssuingRowState',
  'What became of one award of a batch.',
  {
    PENDING: 'Not yet carried out.',
    ISSUED: 'Its credential was issued since the batch was started.',
    EXISTED: 'The same award was issued before; its credential is that one.',
    FAILED: 'Nothing was issued; `error` says why.',
  },
);

const STAFF = OWN({ organization: 'organizationId', roles: ['ISSUER_STAFF', 'ISSUER_ADMIN'] });

@Policy(STAFF)
@ObjectType('IssuingRowError', {
  description: 'Why an award of a batch was refused, as the API tells errors.',
})
export class IssuingRowErrorType {
  organizationId: string;

  @Field(() => String, { description: 'The code, such as INVALID_INPUT, NOT_FOUND or CONFLICT.' })
  code: string;

  @Field(() => String, { nullable: true, description: 'What refines the code, such as IDENTITY_NOT_PROVEN.' })
  reason: string | null;

  @Field(() => String, { nullable: true, description: 'The field that is wrong, where it is one.' })
  argument: string | null;

  @Field(() => String, { description: 'The same in words, with the way out.' })
  message: string;
}

@Policy(STAFF)
@ObjectType('IssuingRow', { description: 'One award of a batch, and what became of it.' })
export class IssuingRowType {
  organizationId: string;

  @Field(() => Int, {
    description: 'Its place in the list or the table, from 1; lines that were empty are not counted.',
  })
  position: number;

  @Field(() => IssuingRowStateEnum, { description: 'What became of it.' })
  state: RowState;

  @Field(() => ID, {
    nullable: true,
    description: 'The id of its credential; null while there is none, and when it failed.',
  })
  credentialId: string | null;
}

export const IssuingRowConnection = connectionOf(() => IssuingRowType, 'IssuingRow');

@Policy(STAFF)
@ObjectType('IssuingBatch', {
  description: 'A batch of awards that staff of an issuer asked for, and how far it is.',
})
export class IssuingBatchType {
  @Field(() => ID, { description: 'The id within this service.' })
  id: string;

  organizationId: string;

  @Field(() => IssuingBatchStateEnum, { description: 'Whether it is being carried out.' })
  state: BatchState;

  @Field(() => Date, { description: 'When it was started.' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was over; null while it runs.' })
  finishedAt: Date | null;

  @Field(() => Int, { description: 'How many awards it holds.' })
  total: number;

  @Field(() => Int, { description: 'For how many of them a credential was issued.' })
  issued: number;

  @Field(() => Int, { description: 'How many of them had been issued before.' })
  existed: number;

  @Field(() => Int, { description: 'How many of them were refused.' })
  failed: number;
}

export const IssuingBatchConnection = connectionOf(() => IssuingBatchType, 'IssuingBatch');
