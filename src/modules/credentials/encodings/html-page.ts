import { createHash } from 'node:crypto';
import { shown } from './markup.ts';

/** A page for people without scripts. `title` is plain text, `style` and `main` are written as they are. */
export const htmlPage = (title: string, style: string, main: string): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${shown(title)}</title><style>${style}</style></head><body><main>
${main}
</main></body></html>
`;

/** What such a page may do: nothing but have its style, and what it is allowed here; it runs in no frame. */
export const pagePolicy = (
  style: string,
  { images = "'none'", formAction = "'none'" }: { images?: string; formAction?: string } = {},
): Readonly<Record<string, string>> => ({
  'content-security-policy': [
    "default-src 'none'",
    `img-src ${images}`,
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "base-uri 'none'",
    `form-action ${formAction}`,
    "frame-ancestors 'none'",
  ].join('; '),
});
