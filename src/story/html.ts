/**
 * HTML that was rendered from an editor's markdown: raw HTML refused, everything else escaped. The only
 * kind of text that a component may set as HTML.
 */
export type Html = string;

/** Escapes a text for HTML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
