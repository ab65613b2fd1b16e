import type { AstroIntegration } from 'astro';
import type { SiteAddress } from './site-address.ts';

/**
 * What pages have to know of the command that makes them, as constants that no environment variable can
 * change: `import.meta.env` takes `SITE`, `BASE_URL` and `DEV` from the environment where it has them.
 */
export function publishing({ base }: SiteAddress): AstroIntegration {
  return {
    name: 'publishing',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        const define = { SITE_BASE: JSON.stringify(base), SHOWS_DRAFTS: String(command === 'dev') };
        updateConfig({ vite: { define } });
      },
    },
  };
}
