import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import {
  CatalogueExportType,
  CatalogueImportType,
  ExchangeFormatEnum,
  ImportDefaultsInput,
} from './exchange.type.ts';
import type { Format } from './formats.ts';

@Resolver()
export class ExchangeResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => CatalogueImportType, {
    description:
      'Brings the catalogue that a document describes into that of your organisation, in one transaction. What is here is found by the URI it came from: a draft is changed, what was published gets a new version, nothing published is overwritten. A framework of skills becomes a taxonomy that anybody can align to, which only ISSUER_ADMIN may import. What has no place is answered as losses. Requests are limited to 64 KB; `npm run catalogue -- import` takes larger documents. For ISSUER_ADMIN and ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN (role), INVALID_INPUT (`UNREADABLE_DOCUMENT`, with the `place` in the document), CONFLICT (`FRAMEWORK_OF_OTHERS`, `VERSION_DIFFERS`, or that of writing the thing at `place`).',
  })
  async importCatalogue(
    @Arg('format', () => ExchangeFormatEnum, { description: 'What the document is.' }) format: Format,
    @Arg('document', () => String, { description: 'The document itself.' }) document: string,
    @Arg('dryRun', () => Boolean, {
      defaultValue: false,
      description: 'True to learn what would happen and write nothing.',
    })
    dryRun: boolean,
    @Arg('defaults', () => ImportDefaultsInput, {
      nullable: true,
      description: 'What holds where the document is silent; without them such things are left out.',
    })
    defaults: ImportDefaultsInput | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { exchange }: Context,
  ) {
    const request = { format, document, dryRun, defaults: defaults ?? null };
    return { dryRun, ...(await exchange.importCatalogue(request, idempotencyKey)) };
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Query(() => CatalogueExportType, {
    nullable: true,
    description:
      'The catalogue of your organisation as a document: some badges with their outcomes and assessments, or everything. Of a badge, the version that is awarded now, else its draft. Imported again, it gives the same catalogue. Null when one of the badges is not your own. For ISSUER_ADMIN and ISSUER_STAFF.',
  })
  exportCatalogue(
    @Arg('format', () => ExchangeFormatEnum, { description: 'What to write it as.' }) format: Format,
    @Arg('badgeIds', () => [ID], {
      nullable: true,
      description: 'Badges of your organisation, at most 100; left out: the whole catalogue.',
    })
    badgeIds: string[] | undefined,
    @Ctx() { exchange }: Context,
  ) {
    return exchange.exportCatalogue(format, badgeIds ?? null);
  }
}
