import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** What a finished page holds that decides whether it is whole, works anywhere and can do no harm. */
export interface PageFacts {
  readonly ids: ReadonlySet<string>;
  /** Each address that the page leads to, once. */
  readonly links: ReadonlySet<string>;
  /** Each address that the head names for machines, such as the canonical one, once. */
  readonly mentions: ReadonlySet<string>;
  /** The text of each `<style>`, as a browser hashes it. */
  readonly styles: readonly string[];
  /** The text of each `<script>` that runs; data blocks such as JSON-LD are none. */
  readonly scripts: readonly string[];
  /** What no page may hold, each as a sentence about the page. */
  readonly problems: readonly string[];
}

/** Attributes by which an element fetches something to show. */
const LOADING = new Set(['src', 'srcset', 'poster', 'data', 'background', 'srcdoc', 'imagesrcset']);
const SENDING = new Set(['action', 'formaction', 'ping']);
const EMBEDDING = new Set(['iframe', 'object', 'embed', 'frame', 'portal']);
/** Relations of `<link>` that name something and fetch nothing. */
const NAMING = /^(?:canonical|alternate|license|author|help|next|prev|me|bookmark)$/;
const RUNS = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;
/** Attributes of SVG that take a CSS value. */
const PAINTING = /^(?:fill|stroke|filter|mask|clip-path|cursor|marker(?:-start|-mid|-end)?)$/;
const FETCHING_URL = /url\((?!\s*["']?(?:data:|#))/i;
const FETCHING_STYLES = new RegExp(`@import|image-set\\(|${FETCHING_URL.source}`, 'i');

/**
 * Reads a page's HTML once, token by token: building the tree of every page would take a fifth of a
 * build's time, and nothing here needs it.
 */
export function pageFacts(html: string): PageFacts {
  const facts = new Collector();
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag(token) {
        facts.open(token);
        const mode = facts.inForeignContent ? undefined : TEXT_MODES[token.tagName];
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag: ({ tagName }) => facts.close(tagName),
      onCharacter: ({ chars }) => facts.text(chars),
      onWhitespaceCharacter: ({ chars }) => facts.text(chars),
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  const at = headStyle(html);
  if (at) facts.style(html.slice(...at));
  tokenizer.write(at ? html.slice(0, at[0]) + html.slice(at[1]) : html, true);
  return facts;
}

/**
 * Where the text of the style in a page's head starts and ends. It is most of a short page, and need not
 * be read letter by letter where nothing before it could make it anything but a style.
 */
function headStyle(html: string): [start: number, end: number] | undefined {
  const start = html.indexOf('<style>') + '<style>'.length;
  const end = html.indexOf('</style>', start);
  // A data block such as JSON-LD before it is whole and holds no "<", so that nothing in it could be a style.
  const before = html.slice(0, start).replaceAll(/<script [^<>]*>[^<]*<\/script>/g, '');
  if (start < '<style>'.length || end === -1 || /<script|<!--|<textarea|<svg|<body/i.test(before)) return undefined;
  return html.slice(start, end).includes('\r') ? undefined : [start, end];
}

/** Elements whose content is no markup (HTML standard, 13.2.6.2); the parser sets this where there is one. */
const TEXT_MODES: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

class Collector implements PageFacts {
  readonly ids = new Set<string>();
  readonly links = new Set<string>();
  readonly mentions = new Set<string>();
  readonly styles: string[] = [];
  readonly scripts: string[] = [];
  readonly problems: string[] = [];
  private foreign = 0;
  private collecting: string[] | undefined;

  /** Whether the place is inside SVG, where a style and a title are markup like any other. */
  get inForeignContent(): boolean {
    return this.foreign > 0;
  }

  open(token: Token.TagToken): void {
    const { tagName, attrs, selfClosing } = token;
    if (tagName === 'svg' && !selfClosing) this.foreign++;
    if (EMBEDDING.has(tagName)) this.problems.push(`holds another page (${tagName})`);
    for (const { name, value } of attrs) this.attribute(token, name, value);
    if (tagName === 'style') this.collect(this.styles);
    if (tagName === 'script' && RUNS.test(valueOf(token, 'type'))) this.collect(this.scripts);
  }

  close(tagName: string): void {
    if (tagName === 'svg') this.foreign--;
    if (tagName !== 'style' && tagName !== 'script') return;
    const style = tagName === 'style' ? this.styles.pop() : undefined;
    if (style) this.style(style);
    this.collecting = undefined;
  }

  /** Takes the text of a whole style. */
  style(text: string): void {
    this.styles.push(text);
    if (fetches(text)) this.problems.push('its styles load something; a page holds everything that it shows');
  }

  text(chars: string): void {
    if (this.collecting) this.collecting[this.collecting.length - 1] += chars;
  }

  private collect(into: string[]): void {
    into.push('');
    this.collecting = into;
  }

  private attribute(token: Token.TagToken, name: string, value: string): void {
    const { tagName } = token;
    if (name === 'id') this.id(value);
    else if (name === 'href' || name === 'xlink:href') this.address(token, value);
    else if (LOADING.has(name)) this.load(tagName, value);
    else if (name === 'style')
      this.problems.push(`has a style attribute (${tagName}), which its policy blocks; use a class`);
    else if (name.startsWith('on'))
      this.problems.push(`has an event handler (${tagName} ${name}), which its policy blocks`);
    else if (SENDING.has(name)) this.problems.push(`sends something away (${tagName} ${name})`);
    else if (name === 'http-equiv' && /^(?:refresh|content-security-policy)$/i.test(value))
      this.problems.push(`has a <meta http-equiv="${value}">`);
    else if (name === 'content' && /^https?:/.test(value)) this.mentions.add(value);
    else if (value.includes('url(') && PAINTING.test(name) && FETCHING_URL.test(value))
      this.problems.push(`loads "${value}" (${tagName} ${name}); a page holds everything that it shows`);
  }

  private id(value: string): void {
    if (this.ids.has(value)) this.problems.push(`has the id "${value}" twice`);
    this.ids.add(value);
  }

  private address(token: Token.TagToken, href: string): void {
    const { tagName } = token;
    if (tagName === 'a' || tagName === 'area') this.links.add(href);
    else if (tagName === 'base') this.problems.push('has a <base href>, which turns its relative links elsewhere');
    else if (tagName !== 'link') this.load(tagName, href);
    else if (NAMING.test(valueOf(token, 'rel'))) this.mentions.add(href);
    else this.load(`link rel="${valueOf(token, 'rel')}"`, href);
  }

  private load(by: string, address: string): void {
    if (address.startsWith('#')) this.links.add(address);
    else if (!/^data:image\//.test(address))
      this.problems.push(`loads "${address}" (${by}); a page holds everything that it shows`);
  }
}

let last: { text: string; fetches: boolean } | undefined;

// Page after page holds the same styles.
function fetches(styles: string): boolean {
  if (last?.text !== styles) last = { text: styles, fetches: FETCHING_STYLES.test(styles) };
  return last.fetches;
}

function valueOf({ attrs }: Token.TagToken, name: string): string {
  return attrs.find((attribute) => attribute.name === name)?.value ?? '';
}
