const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** The text of HTML, blocks and list items on lines of their own; text without a tag stays as it is. Nothing in it is carried out. */
export function plainText(html: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(html)) return decoded(html).trim();
  const text = html
    .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1[^<>]*>/gi, '')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<\/?(?:p|div|br|ul|ol|h[1-6]|tr|table|section|article|blockquote)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '');
  return decoded(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (all, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : null;
    if (code !== null)
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    return entities[String(name).toLowerCase()] ?? all;
  });
