import { getViteConfig } from 'astro/config';

export default getViteConfig({
  // @ts-expect-error Astro's types know an older Vitest.
  test: {
    include: ['tests/{unit,site,browser}/**/*.test.ts'],
    globalSetup: ['tests/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Most of a file's time goes into loading jsdom and Astro, so the files of a worker share them; no
    // test changes what another file sees.
    isolate: false,
    maxWorkers: 2,
  },
});
