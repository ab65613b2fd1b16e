import { getViteConfig } from 'astro/config';

const project = (name: string, ...globalSetup: string[]): object => ({
  extends: true,
  test: { name, include: [`tests/${name}/**/*.test.ts`], globalSetup },
});

export default getViteConfig(
  {
    cacheDir: '.cache/vite',
    // @ts-expect-error Astro's types know an older Vitest.
    test: {
      // Only what is asked for is set up: a file of `unit` waits for neither a build nor a browser.
      projects: [
        project('unit'),
        project('site', 'tests/site/setup.ts'),
        project('browser', 'tests/site/setup.ts', 'tests/browser/setup.ts'),
      ],
      globalSetup: ['tests/temporary-folder.ts'],
      setupFiles: ['tests/same-draws.ts'],
      testTimeout: 60_000,
      hookTimeout: 120_000,
      pool: 'forks',
      // Most of a file's time goes into loading jsdom and Astro, so the files of a worker share them; no
      // test changes what another file sees.
      isolate: false,
      maxWorkers: 3,
    },
  },
  // Components need how Astro reads them, and nothing of what the site does around its build, which takes time to load.
  { configFile: false },
);
