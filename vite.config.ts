import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { demoAssets } from './scripts/demo-assets.ts'
import { brotli } from './scripts/vite-brotli.ts'
import { words } from './scripts/vite-words.ts'

const path = (...alternatives: string[]) => new RegExp(`[\\0/](?:${alternatives.join('|')})(?:/|\\.[a-z])`)

/**
 * Many small files cost a request each. What every page needs comes as one, what the pages inside the shell add as another;
 * pages, the grid, menus and dialogs stay apart and come when they are wanted.
 */
const chunks = [
  {
    name: 'base',
    test: path(
      'node_modules/(?:react|react-dom|react-router|scheduler|@lingui/core)', 'vite/preload-helper', 'rolldown/runtime',
      'virtual:words/(?:answer|portal|public)', 'src/i18n/(?:choose-locale|formats|present-time|use-words)',
      'src/(?:app/router|features/session/(?:session|sign-in-address))',
      'src/api/(?:attended|early-answers|tabs/(?:acting-as|kept-work)|open-calls|own-policy|call|request|problem-error|server-there)',
      'src/app/(?:bare-page|demo|error-page|leave-guard|not-found|paths|return-to|root-layout|signed-out-page)',
      'src/app/frame/page-menus',
      'src/ui/(?:[a-z-]+/)?(?:button|copy-button|copy-text|dialog|field|form|form-around|fresh-page|heading-focus|icon|joined)',
      'src/ui/(?:[a-z-]+/)?(?:late-part|lost-focus|menu|mosaic|page-heading)',
      'src/ui/(?:[a-z-]+/)?(?:layout|listeners|reason|states|toast|toast-region|use-now|use-online|use-typed|use-unsaved)',
      'domain/(?:calendar/(?:days|moments)|invitations/(?:states|turn)|search/longest-search|session/(?:actor|locales)|uuid|verdict)',
      'domain/words-of-others/in-sentences',
    ),
  },
  // What is read of whatever asks a customer, before it is answered.
  {
    name: 'consent',
    test: path(
      'src/features/consent/(?:answer-bar|consent-frame|consent-text|notice|plain-page|invitation/invitation-(?:facts|text))',
      'src/ui/(?:looks/facts|text/words-of)',
    ),
  },
  // The shell, lists and their rows, and a partner's first page.
  {
    name: 'portal',
    test: path(
      'node_modules/@tanstack/(?:query-core|react-query|virtual-core|react-virtual)',
      'src/api/(?:call-file|events|query-client|reading|shared-readings|tabs/(?:one-tab-leads|tab-channel))',
      'src/app/visiting-page', 'src/app/frame/(?:keys|navigation|palette-button|person-menu|shell|top-bar)',
      'src/pages/customers/customers-page', 'src/features/customers/(?:admin-rights|basis-note|customer-queries|list/[a-z-]+)',
      'src/features/customers/import/(?:import-notice|import-state|import)',
      'src/ui/data-grid/(?:data-grid|grid-[a-z-]+|name-with-note|paged-grid|use-(?:active-cell|kept-scroll|top))',
      'src/ui/(?:[a-z-]+/)?(?:action-button|badge|card|download-text|filter-fold|filter-select|fold|job-states|list-page|list-total)',
      'src/ui/(?:[a-z-]+/)?(?:list-left|list-view|page-header|reasons-once|relative-time|rule-link|search-field|select|skeleton)',
      'src/ui/(?:[a-z-]+/)?(?:tab-memory|text-field|toolbar)',
      'src/ui/(?:[a-z-]+/)?(?:use-action|use-intention|use-list-view|use-search-text)',
      'domain/(?:answers/decision|gdap/states|customers/(?:relation|rules)|invitations/rules|relationships/(?:admin-rights|basis))',
    ),
  },
]

/** What the demo's first script needs to fetch the others. */
const loader = { name: 'loader', test: path('vite/preload-helper', 'rolldown/runtime') }

/** The API says what is wrong in its own sentences; those of the schema library, in fifty languages, are never read. */
const ownSentences: Plugin = {
  name: 'own-sentences',
  transform: { filter: { id: /zod\/v4\/locales\/index\.js$/ }, handler: () => `export { default as en } from './en.js'` },
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), words(), mode === 'demo' ? demoAssets() : brotli()],
  worker: { format: 'es', plugins: () => [ownSentences] },
  // Finds its WebAssembly beside itself, which it would not after bundling for the dev server.
  optimizeDeps: { exclude: ['@electric-sql/pglite'] },
  build: {
    target: ['chrome125', 'edge125', 'firefox128', 'safari18'],
    outDir: mode === 'demo' ? 'dist-demo' : 'dist',
    // For the server, which names a page's files before any script asks for them.
    manifest: mode !== 'demo' && '.manifest.json',
    // Nothing inline: the page's policy allows scripts, styles and images from files only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: mode === 'demo' ? [loader, ...chunks] : chunks } },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: mode === 'demo' ? {} : { '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:8080', changeOrigin: false } },
  },
}))
