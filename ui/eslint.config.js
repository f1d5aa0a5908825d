// The tiers are law: components ← views ← state ← api. What a tier may import is said here, and `npm run lint` holds it.
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

const bindings = {
  group: ['**/bindings/*', '@tauri-apps/*'],
  message: 'Only lib/api.ts talks to the desktop, and only lib/types.ts imports bindings.',
}
const api = {
  group: ['**/api', '**/api.ts', '$lib/api'],
  message: 'Only state and logic classes (.svelte.ts) call the desktop.',
}
const state = {
  group: ['**/state/*', '**/actions.svelte', '$lib/state/*', '$lib/actions.svelte'],
  message: 'Components take props; only views know the state.',
}
const views = { group: ['**/views/*', '**/views/**', '$lib/views/*'], message: 'Nothing below the views imports them.' }
const fake = {
  group: ['**/fake', '**/fake/*'],
  message: 'The fake desktop is for development and tests: only lib/api.ts loads it.',
}
const refuse = (...patterns) => ['error', { patterns }]

export default ts.config(
  { ignores: ['dist', 'dist-fake', 'src/lib/bindings'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The content security policy refuses style attributes; the style: directive goes through the CSSOM and is allowed.
      'no-restricted-syntax': [
        'error',
        { selector: "SvelteAttribute[key.name='style']", message: 'Use a class or the style: directive.' },
      ],
      'svelte/no-at-html-tags': 'error',
      // Results are held whole in $state.raw: plain maps and sets inside derivations are meant.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/require-each-key': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src/**'], rules: { '@typescript-eslint/no-restricted-imports': refuse(bindings, fake) } },
  {
    files: ['src/lib/components/**', 'src/lib/plots/**', 'src/lib/text/**'],
    rules: { '@typescript-eslint/no-restricted-imports': refuse(bindings, fake, api, state, views) },
  },
  {
    files: ['src/lib/views/**/*.svelte', 'src/App.svelte'],
    rules: { '@typescript-eslint/no-restricted-imports': refuse(bindings, fake, api) },
  },
  {
    files: ['src/lib/state/**', 'src/lib/actions.svelte.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': refuse(bindings, fake, views) },
  },
  {
    files: ['src/lib/api.ts', 'src/lib/types.ts', 'src/lib/fake/**', 'src/**/*.test.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
)
