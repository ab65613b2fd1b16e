import { resolve } from 'node:path';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { remarkPlugins } from './src/text/pipeline.ts';
import { plainRecord } from './src/publish/integration.ts';
import { cacheFolder } from './src/publish/project-folder.ts';
import { siteAddress } from './src/publish/site-address.ts';
import { sitemapOptions } from './src/publish/sitemap.ts';

const address = siteAddress(process.cwd());
const cache = cacheFolder(process.cwd());

// Nobody is told what is built here.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

export default defineConfig({
  site: address.origin,
  base: address.path,
  // The defaults stand in node_modules, which two checkouts may share.
  cacheDir: `${cache}/astro`,
  trailingSlash: 'never',
  // Pictures are drawn and files written by other threads, which one page after the other would only wait for.
  build: { format: 'preserve', inlineStylesheets: 'always', concurrency: 4 },
  markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins }) },
  integrations: [sitemap(sitemapOptions(address)), plainRecord(address)],
  experimental: { contentIntellisense: true },
  vite: {
    cacheDir: `${cache}/vite`,
    define: { PICTURES_FOLDER: JSON.stringify(resolve(cache, 'pictures')) },
    // The default minifier warns of :target-current, which it does not know yet.
    build: { cssMinify: 'esbuild', cssTarget: ['chrome109', 'firefox115', 'safari16.4'] },
  },
  devToolbar: { enabled: false },
});
