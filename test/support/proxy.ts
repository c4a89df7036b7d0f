import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy on loopback between the server and its database, to play a database that goes away and comes back. */
export interface DatabaseProxy {
  readonly port: number;
  /** Refuses new connections and cuts those that are open. */
  goAway(): Promise<void>;
  /** Accepts connections but never lets a byte through. */
  fallSilent(): void;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

export async function startProxy(target: URL): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  let port = 0;
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
    client.on('data', (chunk) => silent || upstream.write(chunk));
    upstream.on('data', (chunk) => silent || client.write(chunk));
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
    goAway,
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
