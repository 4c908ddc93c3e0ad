import type { ReactElement } from 'react'
import type { Root } from 'react-dom/client'
import demoWords from 'virtual:words/demo'
import { addWords, speakFor } from '../i18n/use-words.ts'
import { offerDemoReset } from './demo.ts'
import { type DemoState, DemoNotices, DemoStarting } from './demo-starting.tsx'

type InBrowser = {
  startInBrowserApi: (tell: (state: DemoState) => void) => Promise<void>
  resetInBrowserApi: () => Promise<void>
}

/**
 * Shows the demo's start until its API responds, then renders the app; explains a failed start. Calls `app` as soon as requests are
 * accepted, so that its code loads meanwhile.
 */
export async function startDemo(root: Root, api: Promise<InBrowser>, app: () => Promise<ReactElement>): Promise<void> {
  let state: DemoState = { at: 'program' }
  let reset: (() => Promise<void>) | undefined
  let page: ReactElement | undefined
  const draw = () => root.render('ready' in state && page !== undefined
    ? <><DemoNotices notices={state.ready} />{page}</>
    : <DemoStarting state={state} onReset={reset} />)
  const tell = (next: DemoState) => {
    state = next
    draw()
  }
  await addWords(demoWords)
  draw()
  try {
    const { startInBrowserApi, resetInBrowserApi } = await api
    reset = async () => {
      await speakFor(undefined)
      await resetInBrowserApi()
    }
    offerDemoReset(reset)
    await startInBrowserApi(tell)
    page = await app()
    draw()
  } catch (error) {
    tell({ failed: 'program', why: error instanceof Error ? error.message : String(error) })
  }
}
