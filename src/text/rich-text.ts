/**
 * An editor's text as a tree, until the page that shows it is known: what a link or a citation becomes
 * depends on that page. Plain data, so that it can be kept in a store.
 */
export type RichText = readonly RichNode[];

export type RichNode =
  string | RichElement | RichLink | RichCitation | RichDirective | TermUse | DeskNote | Untranslated;

/** An element of HTML, its attributes named as HTML names them; `true` is one without a value. */
interface RichElement {
  readonly type: 'element';
  readonly tag: string;
  readonly attributes?: Readonly<Record<string, string | true>>;
  readonly children: RichText;
}

interface RichLink {
  readonly type: 'link';
  /** The address as it was written, or a file of the site. */
  readonly to: string | SiteTarget;
  readonly title?: string;
  readonly children: RichText;
}

/** Where a link within the site leads. */
export interface SiteTarget {
  /** From the top of the site: `articles/raid.html`. */
  readonly file: string;
  /** With its `#`; empty when there is none. */
  readonly fragment: string;
}

/** A citation: shown where it was numbered for the page, and nowhere else. */
export interface RichCitation {
  readonly type: 'citation';
  /** The id of the source. */
  readonly source: string;
  readonly numbered?: {
    readonly number: number;
    /** The anchor of this place. */
    readonly anchor: string;
    /** The anchor of the source in the list. */
    readonly sourceAnchor: string;
    readonly source: { readonly publisher: string };
  };
}

/** Puts a part of the frontmatter where it stands: `::timeline`, or with the id of an entry `::quote{#id}`. */
export interface RichDirective {
  readonly type: 'directive';
  readonly name: string;
  readonly id?: string;
}

/** A term in the prose, which leads to its definition. */
export interface TermUse {
  readonly type: 'term';
  readonly id: string;
  /** Whether the definition leads back here. */
  readonly first: boolean;
  readonly children: RichText;
}

/** The desk's own explanation; its label is the page's to say. */
interface DeskNote {
  readonly type: 'note';
  readonly children: RichText;
}

/** A text in the original's language, where a translation has none yet. Its label is the page's to say. */
interface Untranslated {
  readonly type: 'untranslated';
  /** The original's language (BCP 47). */
  readonly lang: string;
  /** Whether it is a stretch of prose, and not a few words. */
  readonly block: boolean;
  readonly children: RichText;
}

/**
 * A text with some of its nodes replaced, in the order in which they start. What nobody changes is not copied:
 * thousands of stories are held at once, most of them twice.
 *
 * @param change what a node becomes; its children are looked at afterwards
 */
export function mapText(text: RichText, change: (node: Exclude<RichNode, string>) => RichNode): RichText {
  const mapped = text.map((node) => {
    const changed = typeof node === 'string' ? node : change(node);
    if (typeof changed === 'string' || !('children' in changed)) return changed;
    const children = mapText(changed.children, change);
    return children === changed.children ? changed : { ...changed, children };
  });
  return mapped.every((node, index) => node === text[index]) ? text : mapped;
}

/** Every node of one type in a text, in the order in which they start. */
export function nodesIn<Type extends Exclude<RichNode, string>['type']>(
  text: RichText,
  type: Type,
): Extract<RichNode, { type: Type }>[] {
  return text.flatMap((node) => {
    if (typeof node === 'string') return [];
    const within = 'children' in node ? nodesIn(node.children, type) : [];
    return node.type === type ? [node as Extract<RichNode, { type: Type }>, ...within] : within;
  });
}

/** A prose as it is shown: stretches of text, and between them the directives. */
export function splitAtDirectives(text: RichText): (RichText | RichDirective)[] {
  const pieces: (RichText | RichDirective)[] = [];
  let stretch: RichNode[] = [];
  const place = (directive: RichDirective): void => {
    if (plainText(stretch) !== '') pieces.push(stretch);
    pieces.push(directive);
    stretch = [];
  };
  for (const node of text) {
    if (typeof node === 'string' || (node.type !== 'directive' && node.type !== 'untranslated')) stretch.push(node);
    else if (node.type === 'directive') place(node);
    else
      for (const piece of splitAtDirectives(node.children))
        if ('type' in piece) place(piece);
        else stretch.push({ ...node, children: piece });
  }
  return plainText(stretch) === '' ? pieces : [...pieces, stretch];
}

/** The ids of the sources that a text cites, in order, each as often as it is cited. */
export function citedIn(text: RichText): string[] {
  return nodesIn(text, 'citation').map(({ source }) => source);
}

/** Whether anything in a text is a link. */
export function hasLinks(text: RichText): boolean {
  return nodesIn(text, 'link').length > 0;
}

/** The words of a text: without markup, citations and what the page says of it, spaces folded. */
export function plainText(text: RichText): string {
  return wordsOf(text).replace(/\s+/g, ' ').trim();
}

function wordsOf(text: RichText): string {
  const words = text.map((node) => (typeof node === 'string' || !('children' in node) ? node : wordsOf(node.children)));
  return words.filter((word) => typeof word === 'string').join('');
}
