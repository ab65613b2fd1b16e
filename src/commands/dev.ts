import { dev } from 'astro';

/** `npm run dev`: Astro's dev server; a saved article shows at once. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ root: process.cwd() });
