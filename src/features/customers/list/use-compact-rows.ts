import { useState } from 'react'

const key = 'tessera.compactRows'

function stored(): boolean {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}

/** The person's row height, kept in this browser if allowed. */
export function useCompactRows(): [boolean, (compact: boolean) => void] {
  const [compact, setCompact] = useState(stored)
  return [
    compact,
    (next) => {
      setCompact(next)
      try {
        localStorage.setItem(key, next ? '1' : '0')
      } catch {
        // Without storage the choice lasts for the page.
      }
    },
  ]
}
