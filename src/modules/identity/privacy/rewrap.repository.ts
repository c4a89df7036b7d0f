import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { id, int, rows } from '../../../platform/graph/types.ts';

const page = { params: { kek: id, limit: int }, row: { id, wrapped: id }, returns: 'many' } as const;
const total = { total: z.number().int() };
const keys = rows({ id, before: id, after: id });

export const rewrapStatements = {
  personKeys: read('identity/privacy/person-keys-of-kek', page),
  rewrapPersonKeys: write('identity/privacy/rewrap-person-keys', {
    params: { kek: id, keys },
    row: total,
    returns: 'one',
  }),
  signingKeys: read('identity/privacy/signing-keys-of-kek', page),
  rewrapSigningKeys: write('identity/privacy/rewrap-signing-keys', {
    params: { keys },
    row: total,
    returns: 'one',
  }),
  keysByKek: read('identity/privacy/keys-by-kek', {
    params: {},
    row: { kek: z.string().nullable(), ...total },
    returns: 'many',
  }),
};
