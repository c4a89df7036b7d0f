import { crc32 } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  PRESENTED_LIMIT,
  readBytes,
  readPresented,
} from '../../../src/modules/credentials/verification/presented.ts';
import { unbakePng, unbakeSvg } from '../../../src/modules/credentials/verification/unbake.ts';
import { noWeb } from '../../../src/modules/credentials/verification/web.ts';

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

const png = (...chunks: Buffer[]) =>
  Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', Buffer.alloc(13)),
    ...chunks,
    chunk('IEND', Buffer.alloc(0)),
  ]);
const baked = (text: string, flags = '\0\0\0\0\0') =>
  chunk('iTXt', Buffer.concat([Buffer.from(`openbadgecredential${flags}`, 'latin1'), Buffer.from(text)]));

const document = '{"type":["VerifiableCredential"]}';
const svg = (inside: string) =>
  `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${inside}<g/></svg>`;

describe('an image', () => {
  test('gives back exactly what was baked into it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unbakePng(png(baked(text)))).toEqual({ text });
      }),
    );
    expect(unbakeSvg(svg(`<openbadges:credential verify="a.b.c"/>`))).toEqual({ text: 'a.b.c' });
    expect(
      unbakeSvg(svg(`<openbadges:credential><![CDATA[{"a":"b]]]]><![CDATA[>"}]]></openbadges:credential>`)),
    ).toEqual({
      text: '{"a":"b]]>"}',
    });
    expect(unbakeSvg(svg(`<openbadges:credential>{"a":"&lt;&amp;"}</openbadges:credential>`))).toEqual({
      text: '{"a":"<&"}',
    });
  });

  test('with two credentials, a damaged or a compressed one, or none is refused', () => {
    const damaged = png(baked('{}'));
    damaged.writeUInt8(damaged.readUInt8(70) ^ 1, 70);
    for (const image of [
      png(),
      png(baked('a'), baked('b')),
      damaged,
      png(baked('{}', '\0\x01\0\0\0')),
      Buffer.from('GIF89a'),
    ])
      expect(unbakePng(image)).toHaveProperty('problem');
    const element = '<openbadges:credential verify="a.b.c"/>';
    for (const image of [svg(''), svg(element + element)]) expect(unbakeSvg(image)).toHaveProperty('problem');
  });

  test('is read or refused, whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(unbakePng(png(Buffer.from(bytes)))).toBeDefined();
        expect(readBytes(Buffer.from(bytes), 'as given')).toBeDefined();
      }),
    );
  });
});

describe('what somebody shows', () => {
  const read = (text: string) => readPresented(text, noWeb);
  const token = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.${Buffer.from(document).toString('base64url')}.c2ln`;

  test('is told apart by what it is', async () => {
    expect(await read(` ${document}\n`)).toMatchObject({ format: 'JSON' });
    expect(await read(token)).toMatchObject({ format: 'JWT' });
    expect(await read(`${token}~`)).toMatchObject({ format: 'SD_JWT' });
    expect(await read(`data:image/png;base64,${png(baked(document)).toString('base64')}`)).toMatchObject({
      format: 'JSON',
      how: expect.stringContaining('PNG'),
    });
    expect(await read(svg(`<openbadges:credential verify="${token}"/>`))).toMatchObject({ format: 'JWT' });
    const envelope = { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${token}` };
    expect(await read(JSON.stringify(envelope))).toMatchObject({ format: 'JWT' });
  });

  test('at an address that cannot be had is no fault of the credential', async () => {
    expect(await read('https://elsewhere.example/badge')).toMatchObject({ away: true });
  });

  test('is refused when it is too large, and never read twice over', async () => {
    expect(await read(`"${'x'.repeat(PRESENTED_LIMIT)}"`)).toHaveProperty('problem');
    expect(readBytes(Buffer.alloc(PRESENTED_LIMIT + 1), 'as given')).toHaveProperty('problem');
    expect(
      await read(svg(`<openbadges:credential verify="https://elsewhere.example/badge"/>`)),
    ).toHaveProperty('problem');
  });
});
