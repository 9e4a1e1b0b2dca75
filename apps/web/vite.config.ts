import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

/** In development the API is answered by a server beside vite. */
const server = process.env['FUND_SERVER'] ?? 'http://localhost:4000';

/** Found by place, not by the folder the command was started in. */
const configPath = `${import.meta.dirname}/lingui.config.ts`;

/** Babel looks a plugin's name up from the current folder; its file stands wherever the command was started. */
const macros = {
  ...linguiTransformerBabelPreset({}, { configPath }),
  preset: { plugins: [fileURLToPath(import.meta.resolve('@lingui/babel-plugin-lingui-macro'))] },
};

export default defineConfig({
  plugins: [babel({ presets: [macros] }), react(), lingui({ failOnCompileError: true, configPath })],
  build: {
    // The page's security policy allows no inline code and no data: fonts, so everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': server, '/healthz': server } },
});
