import { htmlPage, pagePolicy } from '../encodings/html-page.ts';
import { shown } from '../encodings/markup.ts';
import type { ShownCredential, ShownItem, ShownPortfolio } from './portfolio-view.service.ts';
import type { Validation } from './validations/validations.service.ts';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'h1{line-height:1.2}article{border-top:1px solid #ccc;padding:.6rem 0;overflow-wrap:anywhere}a{color:#0b4f9e}small{color:#4a4a4a}';

/** The page loads nothing. */
export const PORTFOLIO_HEADERS = pagePolicy(STYLE);

const VERDICTS: Readonly<Record<ShownCredential['report']['verdict'], string>> = {
  VERIFIED: 'verified just now',
  FAILED: 'not valid any more',
  UNDETERMINED: 'could not be verified in all',
};

/** A portfolio for people. Everything in it is escaped; addresses are links only where they are http or https. */
export const portfolioPage = (portfolio: ShownPortfolio): string =>
  htmlPage(
    portfolio.title,
    STYLE,
    `<h1>${shown(portfolio.title)}</h1>
${paragraph(portfolio.introduction)}
${portfolio.sections
  .map(
    ({ title, introduction, items }) =>
      `<section><h2>${shown(title)}</h2>${paragraph(introduction)}${items.map(article).join('')}</section>`,
  )
  .join('\n')}
${portfolio.expiresAt ? `<p><small>This link ends at <time>${portfolio.expiresAt.toISOString()}</time>. The same address gives JSON to whoever asks for it, and the credentials as a Comprehensive Learner Record at <code>/record</code>.</small></p>` : ''}`,
  );

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
