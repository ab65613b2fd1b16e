import { type DefaultTreeAdapterTypes, parse } from 'parse5';

/** An element of a page, as a browser would read it. */
export interface Parsed {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text of its own and below it. */
  readonly text: string;
}

/** Every element of some HTML, in order, read by the rules of the HTML standard. */
export function parseHTML(html: string): Parsed[] {
  return elements(parse(html));
}

function elements(node: DefaultTreeAdapterTypes.Node): Parsed[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(elements) : [];
  if (!('tagName' in node)) return below;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ tag: node.tagName, attributes, text: textOf(node) }, ...below];
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
