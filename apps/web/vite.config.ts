import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compiledMessages } from './compiled-messages.ts';
import { lightFirstView } from './first-view.ts';

/** In development the API is answered by a server beside vite. */
const server = process.env['FUND_SERVER'] ?? 'http://localhost:4000';

/** Found by place, not by the folder the command was started in. */
const configPath = `${import.meta.dirname}/lingui.config.ts`;

/** Babel looks a plugin's name up from the current folder; its file stands wherever the command was started. */
const macros = {
  ...linguiTransformerBabelPreset({}, { configPath }),
  preset: {
    plugins: [
      [fileURLToPath(import.meta.resolve('@lingui/babel-plugin-lingui-macro')), { descriptorFields: 'message' }],
      compiledMessages,
    ],
  },
};

export default defineConfig({
  plugins: [babel({ presets: [macros] }), react(), lightFirstView()],
  build: {
    // The page's security policy allows no inline code and no data: fonts, so everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    // What each page is made of, for the test of its weight.
    manifest: true,
    // All style is 10 kB; a browser has it before the first words.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // Few files rather than many small ones: each costs the way there and back.
        codeSplitting: {
          groups: [
            // What every page begins with, in parts: a slow processor takes them in one by one (see first-view.ts).
            {
              name: 'react',
              tags: ['$initial'],
              test: /[\\/]node_modules[\\/](?:react|react-dom|scheduler)[\\/]|begin-react/u,
              priority: 5,
            },
            {
              name: 'schemas',
              tags: ['$initial'],
              test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]packages[\\/]domain[\\/]/u,
              priority: 5,
            },
            { name: 'libraries', tags: ['$initial'], test: /[\\/]node_modules[\\/]/u, priority: 4 },
            { name: 'words', tags: ['$initial'], test: /-(?:words|search)\.ts$/u, priority: 4 },
            { name: 'first', tags: ['$initial'], priority: 3 },
            {
              name: 'drawing',
              test: /[\\/]node_modules[\\/](?:recharts|d3-|victory-vendor|@reduxjs|react-redux)/u,
              priority: 2,
            },
            { name: 'shared', minShareCount: 5, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/api': server, '/healthz': server } },
});
