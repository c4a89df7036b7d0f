import { readFileSync } from 'node:fs';

/** The words of the graph as `docs/graph.md` lists them: every label, relationship type and property in its code spans. */
export function vocabulary(): { labels: string[]; relationshipTypes: string[]; properties: string[] } {
  const spans = [...readFileSync('docs/graph.md', 'utf8').matchAll(/`([^`]+)`/g)].map(
    ([, text]) => text ?? '',
  );
  const words = (pattern: RegExp) => [
    ...new Set(spans.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word ?? ''))),
  ];
  return {
    labels: words(/(?:^|[(:])\b([A-Z][a-z]+(?:[A-Z][a-z]+)*(?:_[a-z]+)?)\b/g),
    relationshipTypes: words(/\[:([A-Z_]+)/g),
    properties: words(/(?:^|[{,] ?)([a-z][A-Za-z0-9]*)\b/g),
  };
}
