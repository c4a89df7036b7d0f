import { z } from 'zod';
import { read } from '../../../platform/graph/statement.ts';
import { id } from '../../../platform/graph/types.ts';
import { equivalentRecord, sessionRecord, unitTextRecord } from './unit.records.ts';

const childrenOf = { params: { ids: z.array(id) }, returns: 'many' } as const;

export const unitStatements = {
  sessionsOfUnits: read('catalog/units/sessions-of-units', {
    ...childrenOf,
    row: { parentId: id, session: sessionRecord },
  }),
  translationsOfUnits: read('catalog/units/translations-of-units', {
    ...childrenOf,
    row: { parentId: id, translation: unitTextRecord },
  }),
  equivalentsOfUnits: read('catalog/units/equivalents-of-units', {
    ...childrenOf,
    row: { parentId: id, equivalent: equivalentRecord },
  }),
  targetsOfUnits: read('catalog/units/targets-of-units', {
    ...childrenOf,
    row: { parentId: id, occupationUri: id.nullable(), roleProfileId: id.nullable() },
  }),
};
