import { type CssNode, generate, type List, type ListItem, parse, type Selector, walk } from 'css-tree';

/** Whether anything on a page bears a name of a selector: an element's `li`, a class `.event`, an id `#raid`. */
export type Bears = (name: string) => boolean;

/**
 * The styles of a page without the rules that can match nothing on it, and without custom properties that are
 * left with no use: one set of sheets serves every page, and most pages hold a part of what those speak of.
 *
 * A selector can match where each element, class and id that it names is on the page; its states, attributes
 * and places count as met. Names in `:not()` need not be there, and of a list in `:is()`, `:where()` or
 * `:has()` one has to.
 *
 * @param css the text of a style sheet
 */
export function usedStyles(css: string, bears: Bears): string {
  const sheet = sheetOf(css);
  const key = sheet.names.filter(bears).join(' ');
  let used = sheet.used.get(key);
  if (used === undefined) sheet.used.set(key, (used = prune(css, bears)));
  return used;
}

interface Sheet {
  /** Every name in its selectors. */
  readonly names: readonly string[];
  /** What is left of it, by the names that a page bears: most pages are of few kinds. */
  readonly used: Map<string, string>;
}

const sheets = new Map<string, Sheet>();

function sheetOf(css: string): Sheet {
  let sheet = sheets.get(css);
  if (!sheet) {
    const names = new Set<string>();
    walk(treeOf(css), (node) => {
      const name = nameOf(node);
      if (name !== undefined) names.add(name);
    });
    sheets.set(css, (sheet = { names: [...names], used: new Map() }));
  }
  return sheet;
}

// Values stay the text that they are: nothing here looks at them.
function treeOf(css: string): CssNode {
  return parse(css, { parseValue: false, parseAtrulePrelude: false });
}

function prune(css: string, bears: Bears): string {
  const tree = treeOf(css);
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      if (node.type === 'Rule' && node.prelude.type === 'SelectorList') {
        node.prelude.children = node.prelude.children.filter((selector) => canMatch(selector as Selector, bears));
        if (node.prelude.children.isEmpty) list.remove(item);
      }
    },
  });
  return generate(withoutIdleProperties(tree));
}

/** Takes out the custom properties that no value asks for, and what held nothing else. */
function withoutIdleProperties(tree: CssNode): CssNode {
  const asked = new Set([...generate(tree).matchAll(/var\(\s*(--[\w-]+)/g)].map(([, property]) => property));
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode>) {
      const idle = node.type === 'Declaration' && node.property.startsWith('--') && !asked.has(node.property);
      const empty = (node.type === 'Rule' || node.type === 'Atrule') && node.block?.children.isEmpty;
      if (idle || empty) list.remove(item);
    },
  });
  return tree;
}

function canMatch({ children }: Selector, bears: Bears): boolean {
  return children.toArray().every((node) => {
    const name = nameOf(node);
    if (name !== undefined) return bears(name);
    if (node.type !== 'PseudoClassSelector' || !node.children || !/^(?:is|where|has)$/.test(node.name)) return true;
    const [list] = node.children.toArray();
    return list?.type !== 'SelectorList' || list.children.some((one) => canMatch(one as Selector, bears));
  });
}

function nameOf(node: CssNode): string | undefined {
  if (node.type === 'TypeSelector' && node.name !== '*') return node.name.toLowerCase();
  if (node.type === 'ClassSelector') return `.${node.name}`;
  return node.type === 'IdSelector' ? `#${node.name}` : undefined;
}
