import { defineConfig } from 'astro/config';

/** Nothing but what keeps two projects out of each other's way, and pages that are files. */
export default defineConfig({
  cacheDir: './.cache/astro',
  build: { format: 'file' },
  vite: { cacheDir: './.cache/vite' },
});
