import { useState } from 'react'
import { isServerThere } from '../../api/server-there.ts'

/**
 * Reloads the page to fetch code that failed to load, since browser and router keep the failure. Waits until the server responds, or the
 * browser's error page would appear. The browser asks before words are lost.
 */
export function useFreshPage(): { isComing: boolean; begin: () => void } {
  const [isComing, setComing] = useState(false)
  const begin = () => {
    setComing(true)
    void isServerThere().then((isThere) => {
      if (isThere) location.reload()
      setComing(false)
    })
  }
  return { isComing, begin }
}
