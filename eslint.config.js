// The house's floors as rules: a rule only written down gets broken. docs/ARCHITECTURE.md says why.
import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import tseslint from 'typescript-eslint'

const outside = ['node:*', '!node:path', '!node:util', '@actions/*', '@aws-sdk/*', '@smithy/*']
const sentence = {
  enableFixer: false,
  publicOnly: true,
  contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'VariableDeclaration'],
  require: { FunctionDeclaration: true, ClassDeclaration: true },
}

export default tseslint.config(
  { ignores: ['dist/', 'lib/', 'coverage/', 'node_modules/', 'src/inputs/declared.ts', 'src/claude/settings-schema.ts'] },
  js.configs.recommended,
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { process: 'readonly' } } },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 250 }],
      'max-params': ['error', { max: 3 }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Name every export.' },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': ['error', sentence],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
    },
  },
  {
    // Rooms and words: no outside world, no other room's insides, no clock, no environment.
    files: ['src/*/**/*.ts', 'src/run.ts', 'src/errors.ts'],
    ignores: ['src/world/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ group: [...outside, '**/world/*'], message: 'Only src/world/ touches the world: take a port.' }],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only the doors read the environment.' },
        { object: 'Date', property: 'now', message: 'Take the Clock port.' },
        { object: 'Math', property: 'random', message: 'Take it from the world.' },
      ],
    },
  },
  {
    files: ['src/world/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\.\\./(?!ports/|(errors|json|retry)\\.ts$|\\.\\./node_modules/)',
              message: 'Adapters know only words.',
            },
          ],
          paths: [{ name: '@actions/core', message: 'Costs 35 ms at the start: import the one file, as log.ts does.' }],
        },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only the doors read the environment.' },
      ],
    },
  },
  {
    files: ['test/**/*.ts', 'scripts/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
