import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import { JSDOM } from 'jsdom';

const container = await AstroContainer.create();

/**
 * Renders a component with its props.
 *
 * @returns the body of a document that holds it, as a browser reads it
 */
export async function renderComponent<Props extends object>(
  component: (props: Props) => unknown,
  props: Props,
): Promise<HTMLElement> {
  return new JSDOM(await renderPage(component, props)).window.document.body;
}

/** Renders a whole page with its props. Returns its HTML. */
export function renderPage<Props extends object>(component: (props: Props) => unknown, props: Props): Promise<string> {
  return container.renderToString(component as AstroComponentFactory, { props: props as Record<string, unknown> });
}

/** The words of an element as a reader sees them: without hidden parts, with spaces folded. */
export function wordsOf(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll('[aria-hidden=true]') ?? []) hidden.remove();
  return (copy?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
