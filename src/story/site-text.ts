/** A text of `site.yaml` in one language; the only text, or the first, where that language has none. */
export function siteText(text: string | Readonly<Record<string, string>>, lang: string): string {
  if (typeof text === 'string') return text;
  return text[lang] ?? Object.values(text)[0] ?? '';
}
