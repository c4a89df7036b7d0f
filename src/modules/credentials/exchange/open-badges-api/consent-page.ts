import { htmlPage, pagePolicy } from '../../encodings/html-page.ts';
import { shown } from '../../encodings/markup.ts';
import { SCOPE_WORDS } from './scopes.ts';

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;max-width:34rem;margin:2rem auto;padding:0 1rem}' +
  'h1{line-height:1.2}label{display:block;font-weight:bold}input{width:100%;box-sizing:border-box;font:inherit;padding:.4rem}' +
  'button{font:inherit;padding:.4rem 1.2rem;margin:1rem .6rem 0 0}.problem{padding:.6rem 1rem;border:2px solid #a00}';

/** Nothing is loaded or kept, and no form unless there is somewhere it may lead. */
export const pageHeaders = (formAction = "'none'"): Readonly<Record<string, string>> => ({
  'cache-control': 'no-store',
  ...pagePolicy(STYLE, { formAction }),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
});

/** Those of the page that asks: its form leads here and on to the host that asks. */
export const consentHeaders = (redirectUri: string): Readonly<Record<string, string>> =>
  pageHeaders(`'self' ${new URL(redirectUri).origin}`);

/** Who asks, and for what. */
export interface Asking {
  readonly name: string;
  /** The host name of the addresses it registered: the only thing about it that is certain. */
  readonly address: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** Asks a learner whether a host may come in, and who they are: they say so with a key or a token each time. Everything in it is escaped. */
export function consentPage({ name, address, scopes, days }: Asking, problem: string | null): string {
  const asks = scopes.flatMap((scope) =>
    SCOPE_WORDS[scope] ? [`<li>${shown(SCOPE_WORDS[scope])}</li>`] : [],
  );
  return page(
    `Let ${address} in?`,
    `<p>${shown(address)}, which calls itself “${shown(name)}”, asks to</p><ul>${asks.join('')}</ul>
<p>It may do so for ${days} days, or until you take it back (<code>disconnectHost</code>). What it reads is noted for you (<code>eventsAboutMe</code>). Nobody here knows who is behind that name: go on only if you came from there.</p>
${problem === null ? '' : `<p class="problem" role="alert">${shown(problem)}</p>`}
<form method="post" autocomplete="off">
<label for="key">Your own API key or token</label>
<input id="key" name="key" type="password" autocomplete="off" spellcheck="false" autofocus>
<button name="decision" value="allow">Let it in</button><button name="decision" value="deny">Do not</button>
</form>`,
  );
}

/** Says that something is wrong where nobody can be sent back to. */
export const errorPage = (error: string, description: string | undefined): string =>
  page('That did not work', `<p>${shown(description ?? error)}</p><p><code>${shown(error)}</code></p>`);

const page = (title: string, body: string): string =>
  htmlPage(title, STYLE, `<h1>${shown(title)}</h1>\n${body}`);
