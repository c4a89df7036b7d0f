import { connect, createServer, type Server, type Socket } from 'node:net';

/** Bolt's COMMIT message (signature 0x12, no fields) as one chunk. */
const COMMIT = Buffer.from([0x00, 0x02, 0xb0, 0x12, 0x00, 0x00]);

/** A TCP proxy on loopback between the server and its database, to play a database that goes away and comes back. */
export interface DatabaseProxy {
  readonly port: number;
  /** Refuses new connections and cuts those that are open. */
  goAway(): Promise<void>;
  /** Lets the next so many COMMITs reach the database and cuts the connection before their acknowledgement comes back. */
  cutCommits(count: number): void;
  /** How many transactions were asked to be committed so far. Reads by themselves need none. */
  readonly commits: number;
  /** How many are still to be cut. */
  readonly commitsToCut: number;
  /** Accepts connections but never lets a byte through. */
  fallSilent(): void;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startProxy(target: URL): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  let port = 0;
  let commitsToCut = 0;
  let commits = 0;
  const accept = (client: Socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let committing = false;
    client.on('data', (chunk) => {
      if (chunk.includes(COMMIT)) commits += 1;
      if (commitsToCut > 0 && chunk.includes(COMMIT)) {
        commitsToCut -= 1;
        committing = true;
      }
      if (!silent) upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (committing) client.destroy();
      else if (!silent) client.write(chunk);
    });
  };
  let server: Server;
  const open = () =>
    new Promise<void>((resolve) => {
      server = createServer(accept).listen(port, '127.0.0.1', () => {
        const address = server.address();
        if (address && typeof address === 'object') port = address.port;
        resolve();
      });
    });
  const goAway = async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  };
  await open();
  return {
    get port() {
      return port;
    },
    get commits() {
      return commits;
    },
    get commitsToCut() {
      return commitsToCut;
    },
    goAway,
    cutCommits(count) {
      commitsToCut = count;
    },
    fallSilent() {
      silent = true;
    },
    async comeBack() {
      if (silent) for (const socket of sockets) socket.destroy();
      silent = false;
      if (!server.listening) await open();
    },
    async close() {
      if (server.listening) await goAway();
    },
  };
}
