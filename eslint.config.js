import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The floors of the house, lowest first: a floor imports from itself and from floors below it.
const floors = [
  ['i18n', 'styles'],
  ['dates', 'text', 'pictures'],
  ['content'],
  ['story'],
  ['publish', 'share', 'graphics'],
  ['components'],
  ['layouts'],
  ['pages', 'commands'],
];

const pure = ['dates', 'pictures', 'story', 'share', 'graphics'];

const oneWay = floors.flatMap((floor, level) =>
  floor.map((room) => {
    const above = floors.slice(level + 1).flat();
    const patterns = [
      ...(above.length > 0
        ? [{ regex: `^[.][.]?/(?:.*/)?(?:${above.join('|')})/`, message: 'a floor imports only from floors below it' }]
        : []),
      ...(pure.includes(room)
        ? [{ regex: '^astro(?:[:/]|$)', message: 'this room is pure: it does not know Astro' }]
        : []),
    ];
    return { files: [`src/${room}/**`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
  }),
);

export default defineConfig(
  globalIgnores(['dist/', '.dist-*/', '.astro/', '.cache/', 'tests/fixtures/']),
  tseslint.configs.strict,
  astro.configs['recommended'],
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // A promise that nobody waits for. The other rules that need types cost hundreds of edits and found no fault.
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
  ...oneWay,
);
