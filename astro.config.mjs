import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { proseOptions } from './src/markdown/pipeline.ts';
import { siteAddress } from './src/publish/site-address.ts';
import { sitemapOptions } from './src/publish/sitemap.ts';

const address = siteAddress(process.cwd());

export default defineConfig({
  site: address.origin,
  base: address.path,
  trailingSlash: 'never',
  compressHTML: true,
  build: { format: 'preserve', inlineStylesheets: 'always' },
  markdown: { processor: unified(proseOptions), syntaxHighlight: false },
  cacheDir: './.cache/astro',
  integrations: [sitemap(sitemapOptions(process.cwd(), address))],
  devToolbar: { enabled: false },
});
