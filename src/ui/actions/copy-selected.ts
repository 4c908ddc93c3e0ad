/**
 * Copies by selection and the old command, which works over plain HTTP shortly after a press. Keeps the focus. Throws when the browser does
 * not allow it.
 */
export function copySelected(text: string, html?: string): void {
  const place = document.body.appendChild(document.createElement('span'))
  place.textContent = text
  place.className = 'visually-hidden'
  const give = (event: ClipboardEvent) => {
    event.preventDefault()
    event.stopPropagation()
    event.clipboardData?.setData('text/plain', text)
    if (html !== undefined) event.clipboardData?.setData('text/html', html)
  }
  const selection = getSelection()
  const before = selection?.rangeCount ? selection.getRangeAt(0) : undefined
  selection?.selectAllChildren(place)
  document.addEventListener('copy', give, true)
  try {
    if (!document.execCommand('copy')) throw new Error('The browser does not copy.')
  } finally {
    document.removeEventListener('copy', give, true)
    selection?.removeAllRanges()
    if (before) selection?.addRange(before)
    place.remove()
  }
}
