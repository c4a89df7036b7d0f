import { spawn } from 'node:child_process';
import fc from 'fast-check';
import { contentDigest } from '../../src/modules/credentials/issuance-log/log-entry.ts';
import { recordIssuances } from '../../src/modules/credentials/issuance-log/record-issuances.ts';
import { openBadgeCredential, signingKeyOf } from '../../src/modules/credentials/open-badge.ts';
import type { TestApi } from './api.ts';
import { award } from './awards.ts';
import { independentPython } from './config.ts';
import type { CredentialWorld } from './credential-world.ts';
import { proven, testSigner } from './signer.ts';

/** Every copy that differs in one member: its value changed, or the member left out. */
export function mutants(document: string): Record<string, string> {
  const all: Record<string, string> = {};
  const visit = (value: object, path: string) => {
    for (const [name, inner] of Object.entries(value)) {
      const here = `${path}/${name}`;
      const change = (to: unknown) => {
        const copy = JSON.parse(document);
        const parts = here.split('/').slice(1);
        const last = parts.pop() as string;
        const holder = parts.reduce((at, part) => at[part], copy);
        if (to === undefined && Array.isArray(holder)) holder.splice(Number(last), 1);
        else if (to === undefined) delete holder[last];
        else holder[last] = to;
        return JSON.stringify(copy);
      };
      all[`without ${here}`] = change(undefined);
      if (typeof inner === 'string') all[`changed ${here}`] = change(changed(inner));
      else if (typeof inner === 'boolean') all[`changed ${here}`] = change(!inner);
      else if (inner !== null && typeof inner === 'object') visit(inner, here);
    }
  };
  visit(JSON.parse(document), '');
  return all;
}

/** Copies whose proof is another one: a changed character in each place of it, the proof of another document, the same by another key. */
export async function forgeries(document: string, other: string): Promise<Record<string, string>> {
  const whole = JSON.parse(document);
  const [proof] = whole.proof;
  const withProof = (changes: object) => JSON.stringify({ ...whole, proof: [{ ...proof, ...changes }] });
  const all: Record<string, string> = {};
  for (let at = 1; at < proof.proofValue.length; at += 1) {
    const value: string = proof.proofValue;
    const flipped = value[at] === '2' ? '3' : '2';
    all[`proof changed at ${at}`] = withProof({
      proofValue: value.slice(0, at) + flipped + value.slice(at + 1),
    });
  }
  const [swapped] = JSON.parse(other).proof;
  all['proof of another document'] = withProof({ ...swapped });
  const stranger = testSigner();
  const unsigned = { ...whole };
  delete unsigned.proof;
  const forged = await proven(unsigned, { ...stranger, method: proof.verificationMethod });
  all['proof by another key under the same name'] = JSON.stringify(forged);
  all['proof by another key'] = JSON.stringify(await proven(unsigned, stranger));
  return all;
}

/** Signed credentials of whatever can be awarded, for a badge, with the status list and in the issuance log of this issuer. */
export async function manyMore(
  { api, world }: { readonly api: TestApi; readonly world: CredentialWorld },
  count: number,
  like: string,
  seed = 1,
): Promise<string[]> {
  const { issuer, credentialStatus } = JSON.parse(like);
  const { agent, urls } = api.app.credentialing;
  const taken = Number(credentialStatus.statusListIndex);
  const signed: Record<string, unknown>[] = [];
  for (const [position, facts] of fc.sample(award, { numRuns: count, seed }).entries()) {
    const unsigned = openBadgeCredential(
      {
        ...facts,
        issuerDid: issuer.id,
        badge: { ...facts.badge, versionId: world.badgeVersionId },
        awardedAt: new Date('2026-01-01T00:00:00Z'),
        validUntil: position % 2 ? new Date('2099-01-01T00:00:00Z') : null,
        status: {
          listId: urls.idIn('status', credentialStatus.statusListCredential) ?? '',
          index: (taken + 1 + position) % 131_072,
        },
      },
      urls,
    );
    signed.push(await agent.sign(unsigned, new Date()));
  }
  await api.app.graph.write((run) =>
    recordIssuances(
      run,
      new Date(),
      signed.map((document) => ({
        organizationId: world.organizationId,
        credential: String(document['id']),
        content: contentDigest(document),
        key: signingKeyOf(document),
      })),
    ),
  );
  return signed.map((document) => JSON.stringify(document));
}

/** The same text with its last letter or digit exchanged, so that dates and addresses stay what they are; one without any gets one. */
function changed(text: string): string {
  const exchanged = text.replace(/[0-9A-Za-z](?=[^0-9A-Za-z]*$)/, (character) =>
    character === '2' ? '3' : '2',
  );
  return exchanged === text ? `${text}2` : exchanged;
}

/** Has the independent verifier judge what it is handed. */
export function runPython(input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(independentPython(), ['test/independent/verify.py'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(Buffer.concat(chunks).toString('utf8'))
        : reject(new Error(`verify.py ended with ${code}`)),
    );
    child.stdin.end(input);
  });
}
