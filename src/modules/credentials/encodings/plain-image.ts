import { shown } from './markup.ts';

const LINE = 18;
const LINES = 4;

/** What a badge without an image of its own looks like: its name and issuer in a ring, with title and description for whoever does not see it. */
export function plainImage({ name, issuer }: { readonly name: string; readonly issuer: string }): string {
  const lines = linesOf(name);
  const top = 196 - (lines.length - 1) * 17;
  const text = lines.map((line, i) => label(line, top + i * 34, 28, '700')).join('');
  const by = label(linesOf(issuer, 26, 1).join(' '), 296, 16, '400');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img">' +
    `<title>${shown(name)}</title><desc>A badge awarded by ${shown(issuer)}.</desc>` +
    '<circle cx="200" cy="200" r="196" fill="#1f3a5f"/>' +
    '<circle cx="200" cy="200" r="176" fill="#ffffff"/>' +
    `${text}<line x1="120" y1="268" x2="280" y2="268" stroke="#1f3a5f" stroke-width="2"/>${by}</svg>`
  );
}

const label = (text: string, y: number, size: number, weight: string): string =>
  `<text x="200" y="${y}" text-anchor="middle" font-family="sans-serif" font-size="${size}" font-weight="${weight}" fill="#1f3a5f">${shown(text)}</text>`;

/** Words in lines that fit, the rest cut off with an ellipsis. Never empty, never longer than asked for. */
export function linesOf(text: string, width: number = LINE, most: number = LINES): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && length(last) + 1 + length(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(length(word) > width ? cut(word, width) : word);
  }
  if (lines.length <= most) return lines.length > 0 ? lines : [''];
  return [...lines.slice(0, most - 1), cut(`${lines[most - 1]} …`, width)];
}

const length = (text: string): number => [...text].length;

function cut(text: string, width: number): string {
  const letters = [...text];
  return letters.length <= width
    ? text
    : `${letters
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
}
