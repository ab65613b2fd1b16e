import type { RenderedProse } from '../content/rendered-prose.ts';
import type { Words } from '../i18n/words.ts';
import { escapeHtml, inLanguage } from './html.ts';
import { untranslatedLabel } from './untranslated.ts';

/**
 * The prose that a translation's page shows: its own, and for the sections that a partial translation
 * does not have yet the original's, marked as such.
 *
 * @param translated takes its headings' anchors from the original, so that sections can be told by them
 * @param originalLang the original's language (BCP 47)
 * @param words the interface words of the page
 */
export function fillProse(
  translated: RenderedProse,
  original: RenderedProse,
  originalLang: string,
  words: Words,
): RenderedProse {
  const missing = original.headings.slice(translated.headings.length);
  const isEmpty = translated.html.trim() === '';
  if (missing.length === 0 && !isEmpty) return translated;
  const start = isEmpty ? 0 : original.html.indexOf(`id="${missing[0]?.id}"`);
  const from = isEmpty ? 0 : original.html.lastIndexOf('<', start);
  const label = `<p class="untranslated">${untranslatedLabel(originalLang, words)}</p>`;
  const rest = original.html
    .slice(from)
    // The first use of a term leads to its meaning, and may stand in what is translated.
    .replace(/ id="use_[^"]*"/g, (id) => (translated.html.includes(id) ? '' : id))
    // Only the program writes this class: raw HTML is refused.
    .replace(
      NOTE_LABEL,
      `<p class="label"${inLanguage(words.locale, originalLang)}>${escapeHtml(words.story.deskNote)}</p>`,
    );
  return {
    html: `${translated.html}${label}<div${inLanguage(originalLang, words.locale)}>${rest}</div>`,
    headings: [...translated.headings, ...missing.map((heading) => ({ ...heading, lang: originalLang }))],
  };
}

const NOTE_LABEL = /<p class="label">[^<]*<\/p>/g;
