import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', 'node_modules/', 'public/', 'test-results/'] },
  ...tseslint.configs.strict,
  ...tseslint.configs.stylistic,
  ...astro.configs.recommended,
  {
    rules: {
      // Indexing is checked by the compiler (noUncheckedIndexedAccess); `!` says that the index is known to be inside.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      eqeqeq: 'error',
      'no-console': 'off',
      'prefer-const': 'error',
    },
  },
  {
    // The same inputs give the same bits in every browser only without the engine's own logarithms and powers.
    files: ['src/core/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['log', 'log2', 'log10', 'log1p', 'exp', 'expm1', 'pow', 'hypot', 'cbrt', 'tanh'].map(
          (property) => ({
            object: 'Math',
            property,
            message: 'engines differ in its last bits; use the kernels in src/core',
          }),
        ),
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "BinaryExpression[operator='**']", message: 'engines differ in its last bits' },
      ],
    },
  },
);
