// The layers of the code as rules: a rule only written down gets broken. docs/ARCHITECTURE.md says why.
import js from '@eslint/js'
import jsdoc from 'eslint-plugin-jsdoc'
import tseslint from 'typescript-eslint'

const outside = {
  group: ['node:*', '!node:path', '!node:util', '@actions/*', '@aws-sdk/*', '@smithy/*', '**/world/*'],
  message: 'Only src/world/ touches the world: take a port.',
}

/** Files of a module that others may import: its types, and the pure functions that they share. */
const SHARED = [
  '[\\w-]+/types',
  'inputs/settings',
  'events/event-class',
  'bedrock/(models|errors/[\\w-]+)',
  'gateway/(bedrock-client|route)',
  'claude/(permission-rule|prices|statistics|timeline|release-facts|settings-schema)',
  'transcript/redact',
]
const insides = (up) => ({
  regex: `^${up.replaceAll('.', '\\.')}(?!ports/|(?:${SHARED.join('|')})\\.ts$)[\\w-]+/`,
  message: 'Import another module only through the files it shares (eslint.config.js).',
})
const world = [
  { object: 'Date', property: 'now', message: 'Take the Clock port.' },
  { object: 'Math', property: 'random', message: 'Take it from the world.' },
]
const environment = { object: 'process', property: 'env', message: 'Only the entry points read the environment.' }
const globals = [
  'process',
  'fetch',
  'console',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'performance',
  'globalThis',
].map((name) => ({ name, message: 'Only src/world/ and the entry points touch the world: take a port.' }))
const clock = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0]",
  message: 'Take the Clock port.',
}
const style = [
  { selector: 'ExportDefaultDeclaration', message: 'Name every export.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
]
const sentence = {
  enableFixer: false,
  publicOnly: true,
  contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration', 'VariableDeclaration'],
  require: { FunctionDeclaration: true, ClassDeclaration: true },
}

const ENTRY_POINTS = ['src/index.ts', 'src/main.ts', 'src/post.ts']
const RUN = {
  regex: '/(steps/|run\\.ts$|run-context\\.ts$|run-state\\.ts$|main\\.ts$|post\\.ts$|index\\.ts$)',
  message: 'Modules do not know the run.',
}

export default tseslint.config(
  {
    ignores: [
      ...['dist/', 'build/', 'lib/', 'coverage/', 'node_modules/'],
      ...['src/inputs/declared.ts', 'src/claude/settings-schema.ts', 'src/claude/model-prices.ts'],
    ],
  },
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
      'no-restricted-syntax': ['error', ...style],
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
    // Everything but the entry points and the adapters: no world, no clock, no environment, imported in whatever way.
    files: ['src/**/*.ts'],
    ignores: ['src/world/**', ...ENTRY_POINTS],
    rules: {
      'no-restricted-imports': ['error', { patterns: [outside] }],
      'no-restricted-properties': ['error', ...world],
      'no-restricted-globals': ['error', ...globals],
      'no-restricted-syntax': [
        'error',
        ...style,
        clock,
        {
          selector: 'ImportExpression[source.value=/^(node:(?!path$|util$)|@actions.|@aws-sdk.|@smithy.)|world./]',
          message: outside.message,
        },
      ],
    },
  },
  {
    // Modules: nothing of the inside of another one, of the steps, or of the run.
    files: ['src/*/*.ts'],
    ignores: ['src/world/**', 'src/steps/**', 'src/ports/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [outside, RUN, insides('../')] }] },
  },
  {
    files: ['src/*/*/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [outside, RUN, insides('../../')] }] },
  },
  {
    files: ['src/ports/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./[\\w-]+\\.ts$|\\.\\./errors\\.ts$)',
              message: 'Ports are interfaces: they know each other and errors.ts only.',
            },
          ],
        },
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
              message: 'Adapters know ports and errors only.',
            },
          ],
          paths: [{ name: '@actions/core', message: 'Costs 35 ms at the start: import the one file, as log.ts does.' }],
        },
      ],
      'no-restricted-properties': ['error', environment],
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
