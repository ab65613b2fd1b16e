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
