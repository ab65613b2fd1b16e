import { getViteConfig } from 'astro/config';

export default getViteConfig({
  // @ts-expect-error Astro's types know an older Vitest.
  test: {
    include: ['tests/{unit,components,site,browser}/**/*.test.ts'],

    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
});
