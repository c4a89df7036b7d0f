import { crc32, deflateRawSync } from 'node:zlib';

interface Oddities {
  /** What the directory says instead of the true size, checksum or flags. */
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
}

/** A zip archive of these files, deflated, as a publisher would make it; `oddities` make the directory lie about a file. */
export function zipOf(
  files: Readonly<Record<string, string | Buffer>>,
  oddities: Readonly<Record<string, Oddities>> = {},
): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const odd = oddities[name] ?? {};
    const encoded = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(odd.flags ?? 0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(odd.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(odd.size ?? bytes.length, 18);
    common.writeUInt16LE(encoded.length, 22);
    local.push(Buffer.from('PK\u0003\u0004', 'latin1'), common, encoded, packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 0]), common, tail, encoded);
    offset += 4 + common.length + encoded.length + packed.length;
  }
  const packedDirectory = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(packedDirectory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, packedDirectory, end]);
}
