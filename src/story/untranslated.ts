import { languageName } from '../i18n/language-name.ts';
import { fill } from '../i18n/interpolate.ts';
import type { Words } from '../i18n/words.ts';
import { escapeHtml, type Html, inLanguage } from './html.ts';

/**
 * A text in the original's words, where a partial translation has none yet: marked with its language for
 * machines, and for readers in the words of the page.
 *
 * @param language the original's language (BCP 47)
 */
export function untranslated(html: Html, language: string, words: Words): Html {
  const label = `<small class="untranslated">(${untranslatedLabel(language, words)})</small>`;
  return `<span${inLanguage(language, words.locale)}>${html}</span> ${label}`;
}

/** What a page says of a text that stands in the original's language. */
export function untranslatedLabel(language: string, words: Words): Html {
  return escapeHtml(fill(words.story.untranslated, { language: languageName(language, words) }));
}
