/** Gives the browser a file to keep. */
export function downloadFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has begun by the next turn; until then the address must hold.
  setTimeout(() => URL.revokeObjectURL(address))
}
