import { write } from '../../platform/graph/statement.ts';
import { id, instant } from '../../platform/graph/types.ts';

export const mutationStatements = {
  claim: write('identity/claim-request', {
    params: { key: id, input: id, now: instant },
    row: { input: id, result: id.nullable() },
    returns: 'one',
  }),
  remember: write('identity/remember-result', {
    params: { key: id, result: id },
    row: {},
    returns: 'none',
  }),
};
