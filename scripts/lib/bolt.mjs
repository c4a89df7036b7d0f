// @ts-check
import { connect } from 'node:net';

/**
 * Whether a Neo4j on this port of the loopback interface lets this user in and answers a statement. Speaks just enough Bolt 4.4 to ask,
 * so that the database can be awaited before anything is installed.
 * @param {number} port
 * @param {{ user: string, password: string }} login
 * @returns {Promise<'ready' | 'refused' | 'away'>} refused: it answers, but not to this password
 */
export function probe(port, { user, password }) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = Buffer.alloc(0);
    /** @param {'ready' | 'refused' | 'away'} answer */
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(2000, () => end('away'));
    socket.on('error', () => end('away'));
    socket.on('close', () => resolve('away'));
    socket.on('connect', () => socket.write(Buffer.from('6060b01700000404000000000000000000000000', 'hex')));
    socket.on('data', (chunk) => {
      const greeting = received.length < 4 && received.length + chunk.length >= 4;
      received = Buffer.concat([received, chunk]);
      if (greeting) {
        const hello = {
          user_agent: 'credential-graph-probe/1',
          scheme: 'basic',
          principal: user,
          credentials: password,
        };
        socket.write(message(0x01, hello));
        socket.write(message(0x10, 'RETURN 1', {}, {}));
      }
      const answers = signatures(received.subarray(4));
      if (answers.includes(0x7f)) end(answers[0] === 0x7f ? 'refused' : 'away');
      else if (answers.filter((signature) => signature === 0x70).length === 2) end('ready');
    });
  });
}

/**
 * @param {number} signature
 * @param {...(string | Record<string, string>)} fields
 */
function message(signature, ...fields) {
  const body = Buffer.concat([Buffer.from([0xb0 + fields.length, signature]), ...fields.map(pack)]);
  const size = Buffer.alloc(2);
  size.writeUInt16BE(body.length);
  return Buffer.concat([size, body, Buffer.alloc(2)]);
}

/**
 * @param {string | Record<string, string>} value
 * @returns {Buffer}
 */
function pack(value) {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    return Buffer.concat([Buffer.from([0xd0, text.length]), text]);
  }
  const entries = Object.entries(value);
  return Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([key, text]) => [pack(key), pack(text)]),
  ]);
}

/**
 * The signature of every whole message so far: 0x70 success, 0x7f failure, 0x7e ignored.
 * @param {Buffer} bytes
 */
function signatures(bytes) {
  const found = [];
  let at = 0;
  let first = true;
  while (at + 2 <= bytes.length) {
    const size = bytes.readUInt16BE(at);
    if (size > 0 && at + 2 + size > bytes.length) break;
    if (size > 0 && first) found.push(bytes[at + 3]);
    first = size === 0;
    at += 2 + size;
  }
  return found;
}
