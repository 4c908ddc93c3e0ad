/** Copies a text, also as HTML if given. Throws when the browser does not allow it. */
export async function copyText(text: string, html?: string): Promise<void> {
  // The API is missing over plain HTTP, and handles plain text alone in some browsers.
  if (!('clipboard' in navigator && 'ClipboardItem' in globalThis)) return (await import('./copy-selected.ts')).copySelected(text, html)
  const parts = { 'text/plain': text, ...(html !== undefined && { 'text/html': html }) }
  const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })] as const)
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}
