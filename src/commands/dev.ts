import { dev } from 'astro';
import { devContent } from '../content/dev-content.ts';

/** `npm run dev`: Astro's dev server; a saved article shows at once, and a broken one shows what is wrong with it. */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
await dev({ root: process.cwd(), integrations: [devContent()] });
