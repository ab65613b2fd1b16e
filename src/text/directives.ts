import type { LeafDirective } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import type { State } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import type { Processor } from 'unified';
import type { RichDirective } from './rich-text.ts';

/**
 * Reads leaf directives, alone on their line: `::timeline` or `::event{#id}`. The text and container forms stay off,
 * so that `9:00`, `a:b` and `:::` are text.
 */
export function remarkLeafDirectives(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] };
  const colon = 58;
  // The extension lists the container form first, then the leaf.
  const forms = directive().flow?.[colon];
  (data.micromarkExtensions ??= []).push({ flow: { [colon]: Array.isArray(forms) ? forms[1] : forms } });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

/** mdast-util-to-hast handler: a directive becomes a node of its own, until what it places is shown there. */
export function directiveHandler(_state: State, { name, attributes }: LeafDirective): RichDirective {
  return { type: 'directive', name, ...(attributes?.['id'] && { id: attributes['id'] }) };
}
