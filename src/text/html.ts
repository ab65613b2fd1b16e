import { languageAttributes, languageName } from '../i18n/language.ts';
import { fill, type Messages } from '../i18n/messages.ts';
import type { RichNode, RichText, SiteTarget } from './rich-text.ts';
import { keptTogether } from './line-ends.ts';
import { termAnchor, termUseAnchor } from './terms.ts';

/** HTML in which everything that an editor wrote is escaped: all that a component may set as HTML. */
export type Html = string;

/** The page that a text is written for. */
export interface TextPage {
  /** The interface messages of the page. */
  readonly t: Messages;
  /** The link to an anchor of the article. */
  readonly anchor: (id: string) => string;
  /** The link to a file of the site, or to an address as it was written. */
  readonly href: (target: string | SiteTarget) => string;
}

/** Writes a text for one page. Raw HTML was refused when it was read. */
export function writeHtml(text: RichText, page: TextPage, around = page.t.locale): Html {
  return text
    .map((node) => (typeof node === 'string' ? escaped(keptTogether(node, around)) : written(node, page, around)))
    .join('');
}

const VOID = new Set(['br', 'hr', 'input']);

function written(node: Exclude<RichNode, string>, page: TextPage, around: string): Html {
  const { t } = page;
  const inner = (lang = around): Html => ('children' in node ? writeHtml(node.children, page, lang) : '');
  switch (node.type) {
    case 'element':
      if (VOID.has(node.tag)) return element(node.tag, node.attributes ?? {}, undefined);
      // Code is in no language, and is copied as it stands.
      return element(node.tag, node.attributes ?? {}, inner(node.tag === 'code' ? 'zxx' : around));
    case 'link': {
      const title = node.title !== undefined && { title: node.title };
      return element('a', { href: page.href(node.to), ...title }, inner());
    }
    case 'citation': {
      if (!node.numbered) return '';
      const { number, anchor, sourceAnchor, source } = node.numbered;
      const name = `${source.publisher} [${number}]`;
      // DPUB-ARIA's name for a reference to a source.
      const link = { href: page.anchor(sourceAnchor), 'aria-label': name, role: 'doc-biblioref', id: anchor };
      return element('sup', {}, element('a', link, `[${number}]`));
    }
    case 'term': {
      const id = node.first && { id: termUseAnchor(node.id) };
      return element('a', { class: 'term', ...id, href: page.anchor(termAnchor(node.id)) }, inner());
    }
    case 'directive':
      // A component shows what it places.
      return '';
    case 'note': {
      const language = around !== t.locale && languageAttributes(t.locale, around);
      const label = element('p', { class: 'label', ...language }, t.story.deskNote);
      return element('div', { class: 'desk-note', role: 'note' }, `\n${label}${inner()}`);
    }
    case 'untranslated': {
      const label = escaped(fill(t.story.untranslated, { language: languageName(node.lang, t) }));
      const body = element(node.block ? 'div' : 'span', languageAttributes(node.lang, around), inner(node.lang));
      if (node.block) return element('p', { class: 'untranslated' }, label) + body;
      return `${body} ${element('small', { class: 'untranslated' }, `(${label})`)}`;
    }
  }
}

function element(tag: string, attributes: Readonly<Record<string, string | true>>, body: Html | undefined): Html {
  const list = Object.entries(attributes).map(([name, value]) =>
    value === true ? ` ${name}` : ` ${name}="${quoted(value)}"`,
  );
  return `<${tag}${list.join('')}>${body === undefined ? '' : `${body}</${tag}>`}`;
}

/** Escapes a text for HTML, in an element: no more than it takes, for programs that take the HTML for plain text. */
export function escaped(text: string): Html {
  return text.replace(/[&<]/g, reference);
}

function quoted(value: string): Html {
  return value.replace(/[&"]/g, reference);
}

function reference(character: string): string {
  return `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`;
}

/** Escapes a text for HTML or XML, in an element or in a quoted attribute. */
export function escapeHtml(text: string): Html {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
