import { conflict, forbidden } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { isMemberOf, type Member } from '../../identity/viewer.ts';
import { importRelease } from '../../taxonomy/import/importer.ts';
import type { ReleaseVersion } from '../../taxonomy/import/version.ts';
import { type ReadDocument, unreadable } from './document.ts';
import {
  frameworkDigest,
  frameworkId,
  frameworkRelease,
  versionAfter,
  versionOf,
} from './framework-release.ts';
import type { PackageFramework } from './package.ts';
import type { ImportStep } from './steps.ts';
import type { ExchangeStore } from './stored.ts';

interface FrameworkScope {
  readonly store: ExchangeStore;
  /** The graph inside the transaction of the import. */
  readonly graph: Graph;
  readonly author: Member;
  readonly now: Date;
}

/**
 * Brings the frameworks of a document in as versions, with every competency as a skill that outcomes can be aligned to. Only for ISSUER_ADMIN. CONFLICT when another
 * organisation imported the framework, or when the document says something else than the same version did; INVALID_INPUT when a concept is
 * another framework's, or the version is older than what is there.
 */
export async function importFrameworks(scope: FrameworkScope, document: ReadDocument): Promise<ImportStep[]> {
  const { frameworks } = document.content;
  if (frameworks.length > 0 && !isMemberOf(scope.author, scope.author.organizationId, 'ISSUER_ADMIN'))
    throw forbidden('Frameworks of skills are for everybody: importing one needs the role ISSUER_ADMIN.', {
      roles: ['ISSUER_ADMIN'],
    });
  const steps: ImportStep[] = [];
  for (const framework of frameworks) steps.push(await importFramework(scope, framework, document));
  return steps;
}

async function importFramework(
  { store, graph, author, now }: FrameworkScope,
  framework: PackageFramework,
  { places }: ReadDocument,
): Promise<ImportStep> {
  const id = frameworkId(framework.uri);
  const place = places.get(framework.uri) ?? '';
  const step = { part: 'frameworks', uri: framework.uri, name: framework.name, id, place } as const;
  const held = await store.importedFramework({ id });
  if (held && held.ownerId !== author.organizationId)
    throw conflict(
      `document: ${place}: another organisation imported this framework and keeps it up to date.`,
      {
        reason: 'FRAMEWORK_OF_OTHERS',
        place,
      },
    );
  const digest = frameworkDigest(framework);
  const [newest] = held?.versions ?? [];
  if (newest?.sourceDigest === digest) return { ...step, action: 'SAME' };
  const version = versionIn(framework, place, newest);
  const uris = framework.concepts.map(({ uri }) => uri);
  const [elsewhere] = await store.conceptsElsewhere({ uris, framework: id });
  if (elsewhere)
    throw unreadable(
      places.get(elsewhere.uri) ?? place,
      `"${elsewhere.uri}" is a concept of the framework ${elsewhere.framework} already.`,
    );
  await importRelease(graph, frameworkRelease(framework, version), { now: () => now });
  await store.noteFramework({
    organizationId: author.organizationId,
    id,
    versionId: `${id}@${version.name}`,
    uri: framework.uri,
    digest,
  });
  return { ...step, action: held ? 'NEW_VERSION' : 'CREATED' };
}

/** The version a framework says it is; the one after the newest when it says none. What is there is never said otherwise. */
function versionIn(
  { version }: PackageFramework,
  place: string,
  newest: { readonly version: string; readonly ordinal: number } | undefined,
): ReleaseVersion {
  const stated = version === null ? null : versionOf(version);
  if (stated === null) return versionAfter(newest?.ordinal);
  if (newest && stated.ordinal === newest.ordinal)
    throw conflict(
      `document: ${place}: it says something else than version ${newest.version}, which is here. Give the changed framework a later version or date.`,
      { reason: 'VERSION_DIFFERS', version: newest.version, place },
    );
  if (newest && stated.ordinal < newest.ordinal)
    throw unreadable(place, `version ${stated.name} is older than ${newest.version}, which is here.`);
  return stated;
}
