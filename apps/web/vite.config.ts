import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { lingui, linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import { defineConfig } from 'vite';

/** In development the API is answered by a server beside vite. */
const server = process.env['FUND_SERVER'] ?? 'http://localhost:4000';

/** Found by place, not by the folder the command was started in. */
const configPath = `${import.meta.dirname}/lingui.config.ts`;

export default defineConfig({
  plugins: [
    babel({ presets: [linguiTransformerBabelPreset({}, { configPath })] }),
    react(),
    lingui({ failOnCompileError: true, configPath }),
  ],
  build: {
    // The page's security policy allows no inline code and no data: fonts, so everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
    chunkSizeWarningLimit: 700,
  },
  server: { proxy: { '/api': server, '/healthz': server } },
});
