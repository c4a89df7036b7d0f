import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { holderOfHeader, openid4vci } from '../../../src/modules/credentials/exchange/oid4vci/library.ts';
import { offerAddress } from '../../../src/modules/credentials/exchange/oid4vci/metadata.ts';
import { holderOfDid, holderOfJwk } from '../../../src/modules/credentials/exchange/wallets/holder.ts';
import { NONCE_SECONDS, Nonces } from '../../../src/modules/credentials/exchange/wallets/nonces.ts';
import {
  MOST_TRIES,
  pinDigestOf,
  stateOf,
} from '../../../src/modules/credentials/exchange/wallets/wallet-offer.ts';
import { testSigner } from '../../support/signer.ts';

const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('a nonce', () => {
  test('is known again by any process with the key, for its purpose and until it is over', () => {
    fc.assert(
      fc.property(key, fc.string(), instant, fc.nat(NONCE_SECONDS - 1), (secret, purpose, at, later) => {
        const nonce = new Nonces(secret).make(purpose, at);
        const during = new Date(at.getTime() + later * 1_000 - at.getMilliseconds());
        const after = new Date(at.getTime() + NONCE_SECONDS * 1_000);
        expect(new Nonces(secret).read(purpose, nonce, during)).not.toBeNull();
        expect(new Nonces(secret).read(purpose, nonce, after)).toBeNull();
        expect(new Nonces(secret).read(`${purpose}!`, nonce, during)).toBeNull();
      }),
    );
  });

  test('is none when a character of it differs, or the key does', () => {
    fc.assert(
      fc.property(
        key,
        instant,
        fc.nat(),
        fc.constantFrom('A', 'b', '0', '.', '~'),
        (secret, at, place, letter) => {
          const nonce = new Nonces(secret).make('', at);
          const i = place % nonce.length;
          const altered = nonce.slice(0, i) + letter + nonce.slice(i + 1);
          expect(new Nonces(secret).read('', altered, at) !== null).toBe(altered === nonce);
          expect(new Nonces(new Uint8Array([...secret, 1])).read('', nonce, at)).toBeNull();
        },
      ),
    );
  });

  test('is none for any other text', () => {
    const nonces = new Nonces(new Uint8Array(32));
    fc.assert(fc.property(fc.string(), (text) => expect(nonces.read('', text, new Date(0))).toBeNull()));
  });
});

describe('the holder of a key', () => {
  test('has the DID that stands for it, which leads back to the key', () => {
    const { key: publicKey, did, method } = testSigner();
    const holder = holderOfJwk(publicKey.key.export({ format: 'jwk' }));
    expect(holder?.did).toBe(did);
    for (const name of [did, method]) expect(holderOfDid(name)?.key.key.equals(publicKey.key)).toBe(true);
    expect(holderOfDid(`${did}#other`)).toBeNull();
    expect(holderOfDid('did:web:example.org')).toBeNull();
    expect(holderOfHeader({ jwk: holder?.jwk, kid: did })).toBeNull();
    expect(holderOfHeader({})).toBeNull();
  });
});

describe('an offer', () => {
  test('is locked by wrong transaction codes and over after its time, unless a wallet was in time', () => {
    const at = new Date('2026-01-01T00:00:00Z');
    const open = { redeemedAt: null, claimedAt: null, expiresAt: new Date(at.getTime() + 1), tries: 0 };
    expect(stateOf(open, at)).toBe('OPEN');
    expect(stateOf(open, open.expiresAt)).toBe('EXPIRED');
    expect(stateOf({ ...open, tries: MOST_TRIES }, at)).toBe('LOCKED');
    expect(stateOf({ ...open, redeemedAt: at }, open.expiresAt)).toBe('REDEEMED');
    expect(stateOf({ ...open, redeemedAt: at, claimedAt: at }, open.expiresAt)).toBe('CLAIMED');
  });

  test('keeps its transaction code as a digest that is worth nothing for another offer or key', () => {
    fc.assert(
      fc.property(key, fc.uuid(), fc.uuid(), fc.stringMatching(/^\d{6}$/), (secret, one, other, pin) => {
        fc.pre(one !== other);
        expect(pinDigestOf(secret, one, pin)).toBe(pinDigestOf(secret, one, pin));
        expect(pinDigestOf(secret, one, pin)).not.toBe(pinDigestOf(secret, other, pin));
        expect(pinDigestOf(secret, one, pin)).not.toBe(pinDigestOf(new Uint8Array([...secret, 1]), one, pin));
      }),
    );
  });

  test('names this service and what the library knows of it, wherever it is', () => {
    for (const publicUrl of [
      'https://badges.example',
      'https://badges.example/app',
      'http://localhost:4000',
    ]) {
      const offer = new URL(offerAddress(publicUrl, 'secret')).searchParams.get('credential_offer');
      const { credential_issuer, credential_configuration_ids } = JSON.parse(offer ?? '');
      expect(credential_issuer).toBe(publicUrl);
      const { knownCredentialConfigurations } = openid4vci(publicUrl).issuerMetadata;
      expect(Object.keys(knownCredentialConfigurations)).toEqual(credential_configuration_ids);
    }
  });
});
