import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router/dom'
import { earlyLanguage } from './api/early-answers.ts'
import { isMissingCode } from './api/problem-error.ts'
import { isInvitation, isPublic } from './app/paths.ts'
import { createRouter, type Router } from './app/router.tsx'
import { loadSession } from './features/session/session.ts'
import { startWords } from './i18n/use-words.ts'
import './ui/looks/tokens.css'
import './ui/looks/reset.css'
import './ui/looks/layout.css'
import './ui/looks/first-frame.css'

async function start(container: HTMLElement) {
  // What stands in place of a part that could not be fetched says so.
  const root = createRoot(container, { onCaughtError: (error) => isMissingCode(error) || reportError(error) })
  if (import.meta.env.MODE === 'demo') {
    const api = import('../mocks/browser.ts')
    const { startDemo } = await import('./app/demo-start.tsx')
    await startDemo(root, api, app)
  } else {
    root.render(await app())
  }
}

async function app() {
  // An invitation comes in its own language, which its page fetches: never two of them on a phone.
  const words = isInvitation(location.pathname) ? undefined : startWords({ portal: !isPublic(location.pathname), account: earlyLanguage })
  // Asked for now so that the answer is under way while the page's code comes; the loaders report a failure.
  loadSession().catch(() => undefined)
  await words
  const router = createRouter()
  await begun(router)
  return (
    <StrictMode>
      <RouterProvider router={router} />
    </StrictMode>
  )
}

/** What the document shows stays until the first page, or what is wrong with it, can take its place. */
const begun = async (router: Router): Promise<void> =>
  new Promise((resolve) => {
    if (router.state.initialized) return resolve()
    const leave = router.subscribe(({ initialized }) => {
      if (!initialized) return
      leave()
      resolve()
    })
  })

const container = document.querySelector<HTMLElement>('#app')
if (container)
  start(container).catch((error: unknown) => {
    // Without its words the app cannot speak the person's language.
    container.textContent = `Tessera could not start. Reload the page. ${error instanceof Error ? error.message : ''}`
  })
