import { languageAttributes } from '../i18n/direction.ts';

/**
 * HTML that was rendered from an editor's markdown: raw HTML refused, everything else escaped. The only
 * kind of text that a component may set as HTML.
 */
export type Html = string;

/** Escapes a text for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The attributes that say a text's language, and its direction where that of the text around it is another. */
export function inLanguage(language: string, around: string): Html {
  const { lang, dir } = languageAttributes(language, around);
  return ` lang="${lang}"${dir ? ` dir="${dir}"` : ''}`;
}
