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

type Attributes = ReadonlyMap<string, string>;

/** Attributes by which an element fetches something to show. */
const LOADING = ['src', 'srcset', 'poster', 'data', 'background', 'srcdoc', 'imagesrcset'];
const LEADING = new Set(['a', 'area']);
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
  tokenizer.write(html, true);
  return facts;
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

  open({ tagName, attrs, selfClosing }: Token.TagToken): void {
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]));
    if (tagName === 'svg' && !selfClosing) this.foreign++;
    this.collectId(attributes);
    this.collectAddresses(tagName, attributes);
    this.refuse(tagName, attributes);
    if (tagName === 'style') this.collect(this.styles);
    if (tagName === 'script' && RUNS.test(attributes.get('type') ?? '')) this.collect(this.scripts);
  }

  close(tagName: string): void {
    if (tagName === 'svg') this.foreign--;
    if (tagName !== 'style' && tagName !== 'script') return;
    if (tagName === 'style' && FETCHING_STYLES.test(this.styles.at(-1) ?? ''))
      this.problems.push('its styles load something; a page holds everything that it shows');
    this.collecting = undefined;
  }

  text(chars: string): void {
    if (this.collecting) this.collecting[this.collecting.length - 1] += chars;
  }

  private collect(into: string[]): void {
    into.push('');
    this.collecting = into;
  }

  private collectId(attributes: Attributes): void {
    const id = attributes.get('id');
    if (id === undefined) return;
    if (this.ids.has(id)) this.problems.push(`has the id "${id}" twice`);
    this.ids.add(id);
  }

  private collectAddresses(tagName: string, attributes: Attributes): void {
    const href = attributes.get('href') ?? attributes.get('xlink:href');
    if (href !== undefined) {
      if (LEADING.has(tagName)) this.links.add(href);
      else if (tagName !== 'link') this.load(tagName, href);
      else if (NAMING.test(attributes.get('rel') ?? '')) this.mentions.add(href);
      else this.load(`link rel="${attributes.get('rel') ?? ''}"`, href);
    }
    for (const name of LOADING) {
      const address = attributes.get(name);
      if (address !== undefined) this.load(tagName, address);
    }
    if (tagName === 'meta' && /^https?:/.test(attributes.get('content') ?? ''))
      this.mentions.add(attributes.get('content') as string);
  }

  private load(by: string, address: string): void {
    if (address.startsWith('#')) this.links.add(address);
    else if (!/^data:image\//.test(address))
      this.problems.push(`loads "${address}" (${by}); a page holds everything that it shows`);
  }

  private refuse(tagName: string, attributes: Attributes): void {
    if (tagName === 'base') this.problems.push('has a <base>, which turns its relative links elsewhere');
    if (tagName === 'iframe' || tagName === 'object' || tagName === 'embed')
      this.problems.push(`holds another page (${tagName})`);
    if (/^(?:refresh|content-security-policy)$/i.test(attributes.get('http-equiv') ?? ''))
      this.problems.push(`has a <meta http-equiv="${attributes.get('http-equiv')}">`);
    for (const [name, value] of attributes) {
      if (name === 'style')
        this.problems.push(`has a style attribute (${tagName}), which its policy blocks; use a class`);
      else if (name.startsWith('on'))
        this.problems.push(`has an event handler (${tagName} ${name}), which its policy blocks`);
      else if (/^(?:action|formaction|ping)$/.test(name))
        this.problems.push(`sends something away (${tagName} ${name})`);
      else if (PAINTING.test(name) && FETCHING_URL.test(value))
        this.problems.push(`loads "${value}" (${tagName} ${name}); a page holds everything that it shows`);
    }
  }
}
