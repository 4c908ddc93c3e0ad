// The database opens while the app's code comes.
import('../mocks/opened-worker.ts').catch(() => undefined)
await import('./main.tsx')
