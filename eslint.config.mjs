// Only rules that find faults or keep the house readable.
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const time = 'time and randomness are arguments: take a clock or an id source of libs/platform';
const oneClock = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: time },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: time },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: time },
  { selector: "CallExpression[callee.name='randomUUID'], CallExpression[callee.property.name='randomUUID']", message: time },
];
const fewArguments = [
  { selector: "MethodDefinition[kind='constructor'] > FunctionExpression[params.length>5]", message: 'a constructor takes at most five arguments: does the class do two things?' },
];
const settingsOnly = [
  { selector: "MemberExpression[object.name='process'][property.name='env']", message: 'settings are read once: in a *.settings.ts file or libs/platform' },
];
const ofPages = [
  { selector: "JSXAttribute[name.name='style']", message: 'the content security policy forbids inline styles: use a class' },
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Trusted Types forbid mark-up from strings: use elements' },
  { selector: "JSXAttribute[name.name='spellCheck'] > JSXExpressionContainer > Literal", message: 'Preact leaves a false attribute out, and the browser then sends words to its spelling service: write "false"' },
  { selector: "JSXOpeningElement[name.name=/^[a-z]/] > JSXAttribute[name.name='autoFocus']", message: 'the attribute works once for each document: use Button, or focus in an effect' },
];
// The length of files is tested in test/architecture, where a longer file may say why.
const readable = {
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true, IIFEs: true }],
};
const specs = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.int-spec.ts', 'test/**/*.ts', 'libs/testing/src/**/*.ts'];

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '.services/', 'coverage/', 'apps/desk/types/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.specs.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      ...readable,
      '@typescript-eslint/max-params': ['error', { max: 6 }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // Matters of taste: an assertion that changes nothing, a void returned in passing.
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // Nest modules hold nothing but their decorator, an empty body's DTO nothing at all.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true, allowEmpty: true }],
      // The house has no enums, and these two are a quarter of the time.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // It fires on every options literal of Nest.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // An adapter behind a port is asynchronous because the port is.
      '@typescript-eslint/require-await': 'off',
      // With unchecked indexes switched on, arithmetic on bytes says `bytes[i]!` on every line.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `x !== undefined` is asked of data that came over a wire, whatever its type promises.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      'no-restricted-syntax': ['error', ...oneClock, ...settingsOnly, ...fewArguments],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-control-regex': 'off',
    },
  },
  {
    files: ['apps/desk/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'no-restricted-syntax': ['error', ...oneClock, ...settingsOnly, ...fewArguments, ...ofPages] },
  },
  {
    files: ['libs/{domain,contracts,tlog,envelope}/src/**/*.ts'],
    ignores: specs,
    rules: {
      'no-restricted-globals': ['error', ...['process', 'Buffer', 'require', '__dirname', 'setImmediate'].map((name) => ({ name, message: 'this library runs in a browser too' }))],
    },
  },
  {
    files: ['**/*.settings.ts'],
    ignores: specs,
    rules: { 'no-restricted-syntax': ['error', ...oneClock, ...fewArguments] },
  },
  {
    files: ['libs/platform/src/**/*.ts', 'apps/desk/src/clock.ts', 'tools/**/*.ts', ...specs],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['tools/**/*.ts', 'test/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: specs,
    rules: {
      'max-lines-per-function': 'off',
      // A test hands wrong shapes in on purpose.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      '@typescript-eslint/restrict-plus-operands': 'off',
      '@typescript-eslint/use-unknown-in-catch-callback-variable': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs,js}'],
    languageOptions: {
      globals: Object.fromEntries(['process', 'Buffer', 'URL', 'console', 'performance', 'setTimeout', 'clearTimeout', 'AbortController', 'AbortSignal', 'fetch', 'require', 'module'].map((name) => [name, 'readonly'])),
    },
    rules: { ...readable, eqeqeq: ['error', 'always'], 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
);
