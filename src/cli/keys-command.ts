import type { Credentialing } from '../modules/credentials/credentialing.ts';
import { logMissing } from '../modules/credentials/issuance-log/log-missing.ts';
import { KeyIncidents } from '../modules/credentials/keys/incidents.ts';
import { KeyLife } from '../modules/credentials/keys/key-life.ts';
import { KEY_TYPES, type KeyType } from '../modules/credentials/keys/key-type.ts';
import { Mutations } from '../modules/identity/mutations.ts';
import { ANONYMOUS, actorOf } from '../modules/identity/viewer.ts';
import { DomainError } from '../platform/errors.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { understood } from './arguments.ts';

export const help = `Looks after keys.

  npm run keys -- history --organization ID         every key it ever signed with
  npm run keys -- rotate --organization ID          new keys to sign with (--type Ed25519 or Secp256r1: only that one)
  npm run keys -- freeze KEY --organization ID      nothing is signed with it until it is released
  npm run keys -- release KEY --organization ID
  npm run keys -- retire KEY --organization ID      nothing is signed with it any more; what it signed stays valid
  npm run keys -- compromise KEY --organization ID --since INSTANT --reason TEXT
                                                    others may have it: it leaves the DID document at once, another takes its place;
                                                    then as settle
  npm run keys -- settle INCIDENT --organization ID revokes what was issued since, and issues anew what it signed; goes on where it stopped
  npm run keys -- log-missing                       enters what was issued before there were issuance logs
  npm run keys -- rewrap [--batch N]                from KEY_ENCRYPTION_KEY_OLD to KEY_ENCRYPTION_KEY, N from 1 to 9999 keys a transaction

  KEY is a verification method (did:web:…#…), INSTANT is like 2026-11-24T08:00:00Z.
  --batch N   how many credentials settle changes in one transaction: 1 to 500, 100 when left out
`;

interface Terminal {
  write(text: string): unknown;
}

interface Deps {
  readonly graph: Graph;
  readonly credentialing: Credentialing;
}

/** `npm run keys`, but for `rewrap`: answers the exit code, 0 when it was done, 1 when it was refused, 2 when the call is wrong. */
export async function runKeys(
  args: readonly string[],
  withGraph: <T>(work: (deps: Deps) => Promise<T>) => Promise<T>,
  out: Terminal,
  err: Terminal,
): Promise<number> {
  const work = understand(args, out);
  if (typeof work === 'string') {
    (work === help ? out : err).write(work);
    return work === help ? 0 : 2;
  }
  try {
    await withGraph(work);
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    err.write(`${error.message}\n`);
    return 1;
  }
}

function understand(args: readonly string[], out: Terminal): ((deps: Deps) => Promise<void>) | string {
  const parsed = understood(
    {
      args: [...args],
      allowPositionals: true,
      options: {
        organization: { type: 'string' },
        type: { type: 'string' },
        since: { type: 'string' },
        reason: { type: 'string' },
        batch: { type: 'string', default: '100' },
        help: { type: 'boolean' },
      },
    },
    help,
  );
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [command, name, ...rest] = positionals;
  if (values.help || command === 'help') return help;
  const wrong = (what: string) => `${what}\n\n${help}`;
  if (rest.length > 0) return wrong(`What is ${rest[0]}?`);
  if (command === 'log-missing')
    return async ({ graph, credentialing }) => {
      const entered = await logMissing(graph, credentialing);
      out.write(`${entered} credentials were entered in the issuance logs; none is missing.\n`);
    };
  const { organization, type, since, reason } = values;
  if (!organization) return wrong('Name the organization.');
  const batch = Number(values.batch);
  const types = KEY_TYPES.filter((one) => type === undefined || type === one);
  switch (command) {
    case 'history':
      return (deps) => tellHistory(life(deps, organization), out);
    case 'rotate':
      if (types.length === 0) return wrong(`${type} is no type of keys: ${KEY_TYPES.join(' or ')}.`);
      return (deps) => rotate(life(deps, organization), types, out);
    case 'freeze':
    case 'release':
    case 'retire':
      if (!name) return wrong('Name the key.');
      return async (deps) => {
        const key = await life(deps, organization).change(command, name);
        out.write(`${key.id} is ${key.state}.\n`);
      };
    case 'compromise': {
      const at = new Date(since ?? '');
      if (!name || !reason || Number.isNaN(at.getTime()))
        return wrong('Name the key, since when others may have it, and the reason.');
      return async (deps) => {
        const report = { key: name, since: at, reason };
        const id = await life(deps, organization).reportCompromise(report, actorOf(ANONYMOUS));
        out.write(
          `Nothing is signed with ${name} any more, and nothing it signed verifies. Incident ${id}.\n`,
        );
        await settle(incidents(deps, organization), id, batch, out);
      };
    }
    case 'settle':
      if (!name) return wrong('Name the incident.');
      return (deps) => settle(incidents(deps, organization), name, batch, out);
    default:
      return wrong('Say what to do.');
  }
}

const inside = ({ graph, credentialing }: Deps) => ({
  ...credentialing,
  graph,
  mutations: new Mutations(graph, ANONYMOUS, credentialing.clock),
});

const life = (deps: Deps, organizationId: string) => new KeyLife(inside(deps), organizationId);

const incidents = (deps: Deps, organizationId: string) => new KeyIncidents(inside(deps), organizationId);

async function tellHistory(keys: KeyLife, out: Terminal): Promise<void> {
  let after: string | null = null;
  do {
    const { edges, pageInfo } = await keys.history({ first: 100, after });
    for (const { node } of edges)
      out.write(
        `${node.state.padEnd(11)}  ${node.type.padEnd(9)}  ${node.vault.padEnd(6)}  ${node.createdAt.toISOString()}  ${node.id}\n`,
      );
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}

async function rotate(keys: KeyLife, types: readonly KeyType[], out: Terminal): Promise<void> {
  for (const type of types) {
    const key = await keys.rotate(type);
    out.write(`${key.id} is signed with from now on; what was signed before stays valid.\n`);
  }
}

async function settle(open: KeyIncidents, id: string, batch: number, out: Terminal): Promise<void> {
  for (;;) {
    const { revoked, reissued, failed, leftToRevoke, leftToReissue } = await open.settle({
      id,
      limit: batch,
    });
    if (revoked + reissued > 0)
      out.write(
        `revoked ${revoked}, issued anew ${reissued}; left: ${leftToRevoke} to revoke, ${leftToReissue} to issue anew\n`,
      );
    if (leftToRevoke + leftToReissue === 0) break;
    if (failed.length > 0 && revoked + reissued === 0) {
      out.write(
        `These cannot be issued anew, for what is stored of them cannot be read: ${failed.join(', ')}\n`,
      );
      return;
    }
  }
  out.write('Nothing is left to do about it.\n');
}
