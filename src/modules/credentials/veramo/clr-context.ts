const CLR = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';
const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const aliases = { id: '@id', type: '@type' };
const set = (name: string, type: string) => ({ '@id': CLR + name, '@type': type, '@container': '@set' });

/**
 * The JSON-LD context of CLR 2.0 (1EdTech), which no package holds: the words of its vocabulary, under the address it is published at. Its digest
 * is pinned like those of the others, and is that of the published file.
 */
export const clrContexts: ReadonlyMap<string, object> = new Map([
  [
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    {
      '@context': {
        ...aliases,
        ClrCredential: {
          '@id': `${CLR}ClrCredential`,
          '@context': { ...aliases, partial: { '@id': `${CLR}partial`, '@type': 'xsd:boolean' } },
        },
        ClrSubject: {
          '@id': `${CLR}ClrSubject`,
          '@context': {
            ...aliases,
            cred: 'https://www.w3.org/2018/credentials#',
            obi: OB,
            achievement: set('achievement', 'obi:Achievement'),
            association: set('association', `${CLR}Association`),
            verifiableCredential: set('verifiableCredential', 'cred:verifiableCredential'),
            identifier: set('identifier-1', 'obi:Identifier'),
          },
        },
        Association: {
          '@id': `${CLR}Association`,
          '@context': {
            associationType: { '@id': `${CLR}AssociationType` },
            sourceId: { '@id': `${CLR}sourceId`, '@type': 'xsd:anyURI' },
            targetId: { '@id': `${CLR}targetId`, '@type': 'xsd:anyURI' },
          },
        },
      },
    },
  ],
]);
