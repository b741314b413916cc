import tseslint from 'typescript-eslint'

const outsideWorld = [
  { name: 'setInterval', message: 'Use sleep() of @temporalio/workflow.' },
  { name: 'process', message: 'Workflows know no process.' },
  { name: 'Buffer', message: 'Workflows know no Node.js.' },
  { name: 'fetch', message: 'Workflows touch nothing: that is what activities are for.' },
  { name: 'console', message: 'Use log of @temporalio/workflow.' },
]
const compositionRoots = [
  'activities/worker/main.ts',
  'webhook-gateway/server.ts',
  'admin-pages/server.ts',
  '**/main.ts',
]

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' }
const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'process.env is read in config/ alone.',
}
const noExit = {
  selector: "CallExpression[callee.object.name='process'][callee.property.name='exit']",
  message: 'Only a composition root ends the process: see config/end-process.ts.',
}
const noNow = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Take the time from the input.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time from the input.',
  },
]

export default tseslint.config(
  { ignores: ['dist/', '.cache/', '.sandbox/', 'node_modules/', '**/*.mjs', '**/*.cjs'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers and booleans read well in a message; objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // An empty text often means "not set": || says that.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noEnum, noEnvironment, noExit],
      eqeqeq: 'error',
    },
  },
  {
    files: ['config/**', 'sandbox/**', 'test/**'],
    rules: { 'no-restricted-syntax': ['error', noEnum, noExit] },
  },
  {
    files: [...compositionRoots, 'config/end-process.ts'],
    rules: { 'no-console': 'off', 'no-restricted-syntax': ['error', noEnum] },
  },
  {
    files: ['workflows/**'],
    rules: {
      'no-restricted-syntax': ['error', noEnum, noEnvironment, noExit, ...noNow],
      'no-restricted-globals': ['error', ...outsideWorld],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Use uuid4() of @temporalio/workflow.' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(node:|(?!\\.|@temporalio/workflow$))',
              message: 'Workflows import @temporalio/workflow and themselves.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // A test knows what its fixtures are; the compiler does not.
      'max-lines-per-function': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // expect.any() and what a JSON answer holds are any; the expectation is the check of their shape.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      // Fakes keep the signature of what they stand for.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-assertions': 'off',
    },
  },
)
