import { expect } from '@jest/globals';
import type { Format } from '../../../src/modules/catalog/exchange/formats.ts';
import type { Caller, TestApi } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';

export const exportAs =
  'query ($format: ExchangeFormat!, $badgeIds: [ID!]) { made: exportCatalogue(format: $format, badgeIds: $badgeIds) { document losses { path severity why } } }';
export const importAs = `mutation ($format: ExchangeFormat!, $document: String!, $dryRun: Boolean!, $defaults: ImportDefaultsInput, $key: String) {
  made: importCatalogue(format: $format, document: $document, dryRun: $dryRun, defaults: $defaults, idempotencyKey: $key) {
    dryRun steps { part uri name action id place } losses { path count severity why } } }`;

export interface Imported {
  steps: { part: string; uri: string; action: string; id: string | null; place: string }[];
  losses: { path: string; count: number; severity: string; why: string }[];
}

/** A new organisation with somebody who writes its catalogue. */
export async function newIssuerOf(api: TestApi, role: 'ISSUER_ADMIN' | 'ISSUER_STAFF' = 'ISSUER_ADMIN') {
  const id = await makeOrganization('Exchangers');
  return { organizationId: id, issuer: await api.as({ role, organizationId: id }) };
}

export async function exported(caller: Caller, format: Format): Promise<string> {
  const { data, errors } = await caller(exportAs, { format });
  expect(errors).toEqual([]);
  return data.made.document;
}

export async function imported(
  caller: Caller,
  format: Format,
  document: string,
  more: object = {},
): Promise<Imported> {
  const { data, errors } = await caller(importAs, { format, document, dryRun: false, ...more });
  expect(errors).toEqual([]);
  return data.made;
}

export const actions = ({ steps }: Imported) => [...new Set(steps.map(({ action }) => action))];
