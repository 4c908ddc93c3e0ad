/** Puts a text on the clipboard, for whoever takes it in also as HTML. Throws when the browser does not allow it. */
export async function copyText(text: string, html?: string): Promise<void> {
  // Over plain HTTP there is none, and some browsers have one for plain text alone.
  if (!('clipboard' in navigator && 'ClipboardItem' in globalThis)) return (await import('./copy-selected.ts')).copySelected(text, html)
  const parts = { 'text/plain': text, ...(html !== undefined && { 'text/html': html }) }
  const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })] as const)
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
}
