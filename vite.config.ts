import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { demoAssets } from './scripts/demo-assets.ts'
import { brotli } from './scripts/vite-brotli.ts'
import { words } from './scripts/vite-words.ts'

export default defineConfig(({ mode }) => ({
  plugins: [react(), words(fileURLToPath(new URL('./locales', import.meta.url))), mode === 'demo' ? demoAssets() : brotli()],
  worker: { format: 'es' },
  // Finds its WebAssembly beside itself, which it would not after bundling for the dev server.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  build: {
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    // Nothing inline: the page's policy allows scripts, styles and images from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
  server: {
    host: '127.0.0.1',
    proxy: mode === 'demo' ? {} : { '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
}))
