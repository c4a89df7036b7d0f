import type { VerificationReport } from '../verification/report.ts';
import { htmlPage, pagePolicy } from './html-page.ts';
import { shown } from './markup.ts';
import { reached, type Said } from './said.ts';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:46rem;margin:2rem auto;padding:0 1rem}' +
  'h1{line-height:1.2}img{width:10rem;height:10rem;object-fit:contain}table{border-collapse:collapse;width:100%}' +
  'th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ccc;overflow-wrap:anywhere}' +
  'a{color:#0b4f9e}.verdict{padding:.6rem 1rem;border:2px solid;border-radius:.3rem}';

/** The page loads nothing but its own image. */
export const PAGE_HEADERS = pagePolicy(STYLE, { images: "'self'" });

const VERDICTS: Readonly<Record<VerificationReport['verdict'], string>> = {
  VERIFIED: 'Verified: every check below holds.',
  FAILED: 'Not valid: at least one check below fails.',
  UNDETERMINED: 'Not known: at least one check below could not be made.',
};
const OUTCOMES = { PASS: 'holds', FAIL: 'fails', COULD_NOT_CHECK: 'could not be checked' } as const;

/** A credential for people: what it says and what came of verifying it just now. Everything in it is escaped. */
export function credentialPage(said: Said, report: VerificationReport, imageUrl: string): string {
  const { achievement } = said.credentialSubject;
  const title = `${said.name || achievement.name}, awarded by ${said.issuer.name}`;
  const caption = achievement.image?.caption ?? `The badge “${achievement.name}”`;
  return htmlPage(
    title,
    STYLE,
    `<img src="${shown(imageUrl)}" alt="${shown(caption)}">
<h1>${shown(said.name || achievement.name)}</h1>
<p>${shown(achievement.description)}</p>
${verdict(report)}
<h2>Award</h2>
${table([
  ['Issuer', `${link(said.issuer.url, said.issuer.name)}<br>${shown(said.issuer.id)}`],
  ['Awarded', when(said.awardedDate ?? said.validFrom)],
  ['Valid until', said.validUntil ? when(said.validUntil) : 'does not expire'],
  [
    'Criteria',
    `${paragraph(achievement.criteria.narrative)} ${link(achievement.criteria.id, achievement.criteria.id)}`,
  ],
])}
${section('Results', table(reached(said).map((row) => [row.criterion, [shown(row.level), paragraph(row.means)].join('<br>')])))}
${section('Skills', list(achievement.alignment.map((one) => [link(one.targetUrl, one.targetName), shown([one.targetFramework, one.targetDescription].filter(Boolean).join(', '))].join(' – '))))}
${section('Evidence', list(said.evidence.map((one) => [link(one.id, one.name ?? one.id), paragraph(one.narrative)].join('<br>'))))}
<h2>Verification</h2>
<p>Made at ${when(report.checkedAt.toISOString())} from the signed document, which this address gives to whoever asks for <code>application/vc</code> or <code>application/vc+jwt</code>. Any other verifier of Open Badges 3.0 can check it, too.</p>
${table(report.steps.map(({ name, outcome, reason }) => [name, `${OUTCOMES[outcome]}<br>${shown(reason)}`]))}`,
  );
}

const verdict = ({ verdict: found }: VerificationReport): string =>
  `<p class="verdict" role="status"><strong>${VERDICTS[found]}</strong></p>`;

const when = (instant: string | undefined): string =>
  instant === undefined ? 'not said' : `<time datetime="${shown(instant)}">${shown(instant)}</time>`;

const link = (url: string | undefined, text: string | undefined): string =>
  url === undefined
    ? shown(text ?? '')
    : `<a href="${shown(url)}" rel="noopener noreferrer nofollow">${shown(text ?? url)}</a>`;

const paragraph = (text: string | undefined): string => shown(text ?? '').replace(/\n/g, '<br>');

/** Headings are plain text, what they head is markup already. */
const table = (rows: readonly (readonly [string, string])[]): string =>
  rows.length === 0
    ? ''
    : `<table>${rows.map(([head, cell]) => `<tr><th scope="row">${shown(head)}</th><td>${cell}</td></tr>`).join('')}</table>`;

const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;

const section = (heading: string, content: string): string =>
  content === '' ? '' : `<h2>${heading}</h2>\n${content}`;
