import { defineConfig } from 'astro/config';
import bare from './bare.config.mjs';

/** The floor, but for the packages that draw, which no bundler takes in. */
export default defineConfig({ ...bare, vite: { ...bare.vite, ssr: { external: ['@resvg/resvg-js', 'satori'] } } });
