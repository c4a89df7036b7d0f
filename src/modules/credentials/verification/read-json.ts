/** Caps that keep a hostile document cheap: it is measured before anything parses it. */
export const DOCUMENT_LIMITS = { bytes: 256 * 1024, depth: 24, values: 16_000 } as const;

export type ReadJson =
  | { readonly document: Readonly<Record<string, unknown>> }
  | { readonly problem: string };

/**
 * Reads a document as I-JSON (RFC 7493): an object, no member twice (two readers would see two documents), within
 * {@link DOCUMENT_LIMITS}. Answers the problem instead of throwing.
 */
export function readJson(text: string): ReadJson {
  const bytes = Buffer.byteLength(text, 'utf8');
  if (bytes > DOCUMENT_LIMITS.bytes)
    return { problem: `The document has ${bytes} bytes; at most ${DOCUMENT_LIMITS.bytes} are read.` };
  const problem = scan(text);
  if (problem) return { problem };
  try {
    const document: unknown = JSON.parse(text);
    if (document === null || typeof document !== 'object' || Array.isArray(document))
      return { problem: 'The document is not a JSON object.' };
    return { document: document as Record<string, unknown> };
  } catch {
    return { problem: 'The document is not JSON.' };
  }
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs;

/** One pass without recursion: nesting, number of values, and members that come twice. */
function scan(text: string): string | null {
  const open: (Set<string> | null)[] = [];
  let values = 0;
  let last = '';
  for (const [part] of text.matchAll(token)) {
    if (part === '{') open.push(new Set());
    else if (part === '[') open.push(null);
    else if (part === '}' || part === ']') open.pop();
    else if (part === ':') {
      const members = open.at(-1);
      const name = nameOf(last);
      if (name === null || !members) return 'The document is not JSON.';
      if (members.has(name)) return `The member "${name.slice(0, 80)}" stands twice in one object.`;
      members.add(name);
    } else if (part !== ',') values += 1;
    if (open.length > DOCUMENT_LIMITS.depth)
      return `The document is nested deeper than ${DOCUMENT_LIMITS.depth} levels.`;
    if (values > DOCUMENT_LIMITS.values)
      return `The document has more than ${DOCUMENT_LIMITS.values} names and values.`;
    last = part;
  }
  return null;
}

function nameOf(part: string): string | null {
  try {
    const name: unknown = JSON.parse(part);
    return typeof name === 'string' ? name : null;
  } catch {
    return null;
  }
}
