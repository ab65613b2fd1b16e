import { type Token, Tokenizer, TokenizerMode } from 'parse5';

/** What of a finished page decides its policy and whether its links hold. */
export type PageFacts = ReturnType<typeof pageFacts>;

/** The types of a script that runs (HTML standard, 4.12.1). */
const RUNS = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i;

/** Elements whose content is no markup (HTML standard, 13.2.6.2); the parser sets this where there is one. */
const TEXT_MODES: Readonly<Record<string, Tokenizer['state']>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
};

/** What parts two styles that could be one. */
const SEAM = '</style><style>';

/**
 * Reads a page's HTML once, token by token: building the tree of every page would take a fifth of a
 * build's time, and nothing here needs it.
 */
export function pageFacts(html: string) {
  const facts = {
    ids: new Set<string>(),
    /** Ids that stand on the page more than once. */
    doubles: new Set<string>(),
    /** Each address that the page leads to, once. */
    links: new Set<string>(),
    /** The text of each `<style>`, as a browser hashes it. */
    styles: [] as string[],
    /** The text of each `<script>` that runs; data blocks such as JSON-LD are none. */
    scripts: [] as string[],
    /** Where a `<style>` without attributes ends and the next begins: offsets of the two tags in the HTML. */
    seams: [] as { from: number; to: number }[],
  };
  // Inside SVG a style and a title are markup like any other.
  let drawings = 0;
  let collecting: string[] | undefined;
  /** Whether the style that was opened last has no attributes, and whether the next one goes on with it. */
  let [isPlain, goesOn] = [false, false];
  const text = ({ chars }: Token.CharacterToken): void => {
    if (collecting) collecting[collecting.length - 1] += chars;
  };
  const tokenizer: Tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName, attrs, selfClosing }) {
        for (const { name, value } of attrs)
          if (name === 'id') (facts.ids.has(value) ? facts.doubles : facts.ids).add(value);
          else if (name === 'href' && (tagName === 'a' || tagName === 'area')) facts.links.add(value);
        if (tagName === 'svg' && !selfClosing) drawings++;
        const type = attrs.find(({ name }) => name === 'type')?.value ?? '';
        const scripts = tagName === 'script' && RUNS.test(type) ? facts.scripts : undefined;
        const into = tagName === 'style' ? facts.styles : scripts;
        if (into) collecting = into;
        if (into && !goesOn) into.push('');
        if (tagName === 'style') [isPlain, goesOn] = [attrs.length === 0, false];
        const mode = drawings > 0 ? undefined : TEXT_MODES[tagName];
        if (mode !== undefined) tokenizer.state = mode;
      },
      onEndTag({ tagName }) {
        if (tagName === 'style') {
          const from = tokenizer.preprocessor.offset - '</style'.length;
          goesOn = isPlain && html.startsWith(SEAM, from);
          if (goesOn) facts.seams.push({ from, to: from + SEAM.length });
        }
        if (tagName === 'svg') drawings--;
        if (tagName === 'style' || tagName === 'script') collecting = undefined;
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter() {},
      onComment() {},
      onDoctype() {},
      onEof() {},
    },
  );
  tokenizer.write(html, true);
  return facts;
}
