// The CSP counts the schema library's trial of eval as a violation.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } })

// Runs before the first paint, so that a chosen theme does not flash. src/app/frame/theme.ts writes the key.
try {
  const theme = localStorage.getItem('tessera.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is closed to this page: the system's theme stands.
}
