import { createHash } from 'node:crypto';
import { shown } from '../encodings/markup.ts';
import type { ShownCredential, ShownItem, ShownPortfolio } from './portfolio-view.service.ts';
import type { Validation } from './validations/validations.service.ts';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'h1{line-height:1.2}article{border-top:1px solid #ccc;padding:.6rem 0;overflow-wrap:anywhere}a{color:#0b4f9e}small{color:#4a4a4a}';

/** The page has no scripts and loads nothing; it runs in no frame, and nothing of its address is passed on. */
export const PORTFOLIO_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
};

const VERDICTS: Readonly<Record<ShownCredential['report']['verdict'], string>> = {
  VERIFIED: 'verified just now',
  FAILED: 'not valid any more',
  UNDETERMINED: 'could not be verified in all',
};

/** A portfolio for people. Everything in it is escaped; addresses are links only where they are http or https. */
export const portfolioPage = (portfolio: ShownPortfolio): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${shown(portfolio.title)}</title><style>${STYLE}</style></head><body><main>
<h1>${shown(portfolio.title)}</h1>
${paragraph(portfolio.introduction)}
${portfolio.sections
  .map(
    ({ title, introduction, items }) =>
      `<section><h2>${shown(title)}</h2>${paragraph(introduction)}${items.map(article).join('')}</section>`,
  )
  .join('\n')}
${portfolio.expiresAt ? `<p><small>This link ends at <time>${portfolio.expiresAt.toISOString()}</time>. The same address gives JSON to whoever asks for it, and the credentials as a Comprehensive Learner Record at <code>/record</code>.</small></p>` : ''}
</main></body></html>
`;

const article = (item: ShownItem): string =>
  `<article>${[
    item.title === null ? '' : `<h3>${shown(item.title)}</h3>`,
    paragraph(item.text),
    item.url === null ? '' : `<p>${link(item.url)}</p>`,
    item.digest === null ? '' : `<p><small>SHA-256 ${shown(item.digest)}</small></p>`,
    item.kind === 'CREDENTIAL' ? credential(item.credential) : '',
    item.kind === 'VALIDATION' ? validation(item.validation) : '',
    item.attribution === null ? '' : `<p><small>Attribution: ${shown(item.attribution)}</small></p>`,
  ].join('')}</article>`;

function credential(one: ShownCredential | null): string {
  if (one === null) return '<p>This credential is not there any more.</p>';
  const { name, issuerName, report, foreign } = one;
  const by = issuerName ?? report.issuer ?? 'an issuer that is not named';
  const where = foreign ? 'issued elsewhere, ' : '';
  return `<p><strong>${shown(name)}</strong>, by ${shown(by)} (${where}${VERDICTS[report.verdict]})</p>`;
}

function validation(one: Validation | null): string {
  if (one === null) return '<p>This validation is not there any more.</p>';
  const who = [one.validatorName, one.validatorPosition, one.organizationName].filter(Boolean).join(', ');
  const said = one.confirmed === null ? 'Not answered yet' : one.confirmed ? 'Confirmed' : 'Not confirmed';
  return `<p>${shown(one.claim)}</p><p>${said} by ${shown(who)}</p>${paragraph(one.statement)}`;
}

const paragraph = (text: string | null): string =>
  text === null ? '' : `<p>${shown(text).replace(/\n/g, '<br>')}</p>`;

const link = (url: string): string =>
  /^https?:\/\//.test(url)
    ? `<a href="${shown(url)}" rel="noopener noreferrer nofollow">${shown(url)}</a>`
    : shown(url);
