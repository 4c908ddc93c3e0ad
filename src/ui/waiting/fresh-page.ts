import { useState } from 'react'
import { isServerThere } from '../../api/server-there.ts'

/**
 * Code that failed to come stays failed for a page: the browser and the router keep that. A fresh page fetches it again, and is begun only
 * once the server is there, or the browser's own error would stand in its place. The browser asks before words are lost.
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
