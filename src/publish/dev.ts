import type { AstroIntegration } from 'astro';

/** In `dev` no finished folder is made, so a middleware places the links of editors' texts as pages are shown. */
export function devLinks(): AstroIntegration {
  return {
    name: 'dev-links',
    hooks: {
      'astro:config:setup': ({ command, addMiddleware }) => {
        if (command === 'dev')
          addMiddleware({ order: 'post', entrypoint: new URL('./dev-middleware.ts', import.meta.url) });
      },
    },
  };
}
