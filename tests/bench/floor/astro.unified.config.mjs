import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import bare from './astro.config.mjs';

/** The same with the markdown processor that the program uses, which is not Astro's default. */
export default defineConfig({ ...bare, markdown: { processor: unified({}) } });
