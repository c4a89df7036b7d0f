import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** A certificate for 127.0.0.1 that only tests trust, and its key, which therefore protects nothing. */
export const TEST_CA = `-----BEGIN CERTIFICATE-----
MIIBkTCCATegAwIBAgIUEQU+PVziZ4nqhdMSskaIiNiO+/EwCgYIKoZIzj0EAwIw
DzENMAsGA1UEAwwEdGVzdDAgFw0yNjExMjQxNDM4MDhaGA8yMTI2MTAzMTE0Mzgw
OFowDzENMAsGA1UEAwwEdGVzdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABLHj
apkcaOraVBblZqKt3JfwmiszO0QCm0TFnyTDjE7f4PT2Hqh2dBd2TMM80QODKi9K
8kXQYot/z9BnPuHC88WjbzBtMB0GA1UdDgQWBBTs1+FcAht89tPNgJSoEbnUI6UC
WTAfBgNVHSMEGDAWgBTs1+FcAht89tPNgJSoEbnUI6UCWTAPBgNVHRMBAf8EBTAD
AQH/MBoGA1UdEQQTMBGHBH8AAAGCCWxvY2FsaG9zdDAKBggqhkjOPQQDAgNIADBF
AiBAKHszChK+prD8gr/yE3GTCNfw8mu7KkV1itkYQYJd0AIhAPK0i78CP1R3CGMl
X5myGyxKDd4ZoVmMblghzJFqW8JA
-----END CERTIFICATE-----
`;
const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgS9UGERuxkbZzJ3Yg
/oU2hK2+ofJh2gAeVIcsSBBg8cWhRANCAASx42qZHGjq2lQW5WairdyX8JorMztE
AptExZ8kw4xO3+D09h6odnQXdkzDPNEDgyovSvJF0GKLf8/QZz7hwvPF
-----END PRIVATE KEY-----
`;

/** An https server of this machine. */
export interface TlsServer {
  /** `https://127.0.0.1:port` */
  readonly url: string;
  /** As it stands in `did:web`. */
  readonly didHost: string;
  close(): Promise<void>;
}

/** Answers https requests on a free port. Close it in afterAll. */
export async function startTlsServer(listener: RequestListener): Promise<TlsServer> {
  const server = createServer({ cert: TEST_CA, key: TEST_KEY }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://127.0.0.1:${port}`,
    didHost: `127.0.0.1%3A${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
