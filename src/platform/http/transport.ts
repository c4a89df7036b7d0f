/** True for https, and for http that never leaves this machine. */
export function isEncryptedOrLocal(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' ||
    (protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname))
  );
}

const PATIENCE_MS = 2_000;
const MOST_BYTES = 256 * 1024;

/** Fetches a small document from an address the operator trusts: no redirects, at most 256 KB, within 2 s. Throws otherwise. */
export async function fetchSmall(
  address: string | URL,
  headers: Record<string, string> | Headers = {},
): Promise<Response> {
  if (!isEncryptedOrLocal(String(address))) throw new Error(`${address} is not an https address.`);
  const response = await fetch(address, {
    headers,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error(`${address} answered more than ${MOST_BYTES} bytes.`);
    parts.push(part);
  }
  return new Response(Buffer.concat(parts), { status: response.status, headers: response.headers });
}
