import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type RequestHandler, type Response, Router } from 'express';
import type { Example } from './examples.ts';

const { resolve } = createRequire(import.meta.url);

/** A file of an installed package, also one that the package does not export to programs. */
const installed = (name: string, path: string): string =>
  join(dirname(resolve(`${name}/package.json`)), path);

/** What the page loads, all of it from installed packages. */
const FILES: Readonly<Record<string, string>> = {
  'react.js': installed('react', 'umd/react.production.min.js'),
  'react-dom.js': installed('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql.js': installed('graphiql', 'graphiql.min.js'),
  'graphiql.css': installed('graphiql', 'graphiql.min.css'),
};

/** Own scripts and requests only; GraphiQL's editor writes style attributes and its style sheet carries its fonts. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * GraphiQL for browsers at `/`, with a tab for each example of the chosen kind of user (`/?kind=employer`). A browser that opens `/graphql`
 * is sent there; whoever does not ask for HTML passes by.
 */
export function graphiql(examples: readonly Example[]): Router {
  const router = Router();
  const kinds = [...new Set(examples.map(({ kind }) => kind))];
  router.get('/', browsersOnly, (request, response) => {
    const asked = request.query['kind'];
    const kind = kinds.find((each) => each === asked) ?? kinds[0];
    const tabs = examples.filter((example) => example.kind === kind);
    harden(response)
      .type('html')
      .send(page(kinds, kind, tabs));
  });
  router.get('/graphql', browsersOnly, (request, response, next) => {
    if (request.query['query']) next();
    else response.redirect(302, '/');
  });
  router.get('/graphiql/start.js', (_request, response) => {
    harden(response).type('js').send(START);
  });
  router.get('/graphiql/:file', (request, response, next) => {
    const path = Object.hasOwn(FILES, request.params.file) && FILES[request.params.file];
    if (!path) next();
    else harden(response).sendFile(path, { maxAge: '1d' });
  });
  return router;
}

const browsersOnly: RequestHandler = (request, _response, next) => {
  if (request.accepts(['json', 'html']) === 'html') next();
  else next('route');
};

const harden = (response: Response): Response =>
  response.set({
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function page(kinds: readonly string[], kind: string | undefined, tabs: readonly Example[]): string {
  const links = kinds.map(
    (each) =>
      `<a href="/?kind=${encodeURIComponent(each)}"${each === kind ? ' aria-current="page"' : ''}>${escapeHtml(each)}</a>`,
  );
  // as JSON in an inert script, where only "<" could end it early
  const data = JSON.stringify({ kind: kind ?? '', tabs }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Credential Graph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>
body { margin: 0; height: 100vh; display: flex; flex-direction: column; font: 14px system-ui, sans-serif }
nav { display: flex; flex-wrap: wrap; gap: 1em; padding: .6em 1em; border-bottom: 1px solid #ccc }
nav a[aria-current] { font-weight: bold; text-decoration: none; color: inherit }
main { flex: 1; min-height: 0 }
</style>
</head>
<body>
<nav aria-label="Examples by kind of user"><span>Examples for:</span> ${links.join(' ')}</nav>
<main id="graphiql">This page needs JavaScript. The API itself is at /graphql.</main>
<script type="application/json" id="examples">${data}</script>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;
}

/** Each kind of user keeps tabs and key of its own, and only until the browser tab is closed. */
const START = `'use strict';
const { kind, tabs } = JSON.parse(document.getElementById('examples').textContent);
const prefix = 'credential-graph:' + kind + ':';
const keys = () => Object.keys(sessionStorage).filter((key) => key.startsWith(prefix));
const storage = {
  get length() { return keys().length; },
  getItem: (key) => sessionStorage.getItem(prefix + key),
  setItem: (key, value) => sessionStorage.setItem(prefix + key, value),
  removeItem: (key) => sessionStorage.removeItem(prefix + key),
  clear: () => keys().forEach((key) => sessionStorage.removeItem(key)),
};
const headers = JSON.stringify({ Authorization: 'Bearer <paste an API key>' }, null, 2);
const { createElement } = React;
const fetcher = (request, options) => {
  const sent = Object.assign({ 'content-type': 'application/json' }, options && options.headers);
  // the schema is public, and nobody has pasted a key yet when the page asks for it
  if (request.operationName === 'IntrospectionQuery' || /<|^Bearer *$/.test(sent.Authorization)) delete sent.Authorization;
  return fetch('/graphql', { method: 'POST', headers: sent, body: JSON.stringify(request) }).then((response) => response.json());
};
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  createElement(GraphiQL, {
    fetcher,
    storage,
    shouldPersistHeaders: true,
    defaultHeaders: headers,
    defaultEditorToolsVisibility: 'headers',
    defaultTabs: tabs.map(({ query, variables }) => ({ query, variables, headers })),
  }),
);
`;
