/** A label on one line: whitespace of any sort (portals keep tabs and hard spaces) becomes single spaces. */
export const tidyLabel = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** A text that may have paragraphs; null when there is none. */
export const tidyText = (text: string): string | null => {
  const tidy = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
  return tidy === '' ? null : tidy;
};

/** The labels in one cell, separated by new lines or by ` | `: each once, without the preferred one. */
export const labelsIn = (cell: string, preferred: string): string[] =>
  distinctLabels(cell.split(/\r?\n| \| /), preferred);

/** Labels tidied, each once and in the given order, without the preferred one. */
export function distinctLabels(labels: Iterable<string>, preferred: string): string[] {
  const found = new Set<string>();
  for (const label of labels) found.add(tidyLabel(label));
  found.delete('');
  found.delete(tidyLabel(preferred));
  return [...found];
}
