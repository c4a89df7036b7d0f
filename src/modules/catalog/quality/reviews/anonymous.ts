/** What stands in a text where a name was. */
export const REDACTED = '[…]';

/**
 * A learner's words without their own name and e-mail address: the whole name, each part of it of three letters or more, and the address,
 * whatever the case, wherever they stand as words of their own. Other things somebody says of themselves stay.
 */
export function withoutName(
  text: string,
  { name, email }: { readonly name: string; readonly email: string },
): string {
  const parts = name.split(/[\s,.]+/u).filter((part) => [...part].length >= 3);
  const words = [name.trim(), email.trim(), ...parts].filter((word) => word.length > 0);
  if (words.length === 0) return text;
  const any = words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu'), REDACTED);
}
