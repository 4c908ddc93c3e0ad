import { randomUuid } from '../server/app/secrets.ts'
import type { StartState } from './start-state.ts'

type Head = { status: number; headers: [string, string][]; body: boolean }
type ToApi =
  | { kind: 'hello'; tab: string }
  | { kind: 'request'; id: number; method: string; url: string; headers: [string, string][]; body: ArrayBuffer | null }
  | { kind: 'cancel'; id: number }
  | { kind: 'reset'; id: number }
type ToTab =
  | ({ kind: 'head'; id: number } & Head)
  | { kind: 'chunk'; id: number; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'end'; id: number }
  | { kind: 'failed'; id: number; message: string }
  | { kind: 'state'; state: StartState }

/** What a tab can ask of the API that all tabs share. */
export type SharedApi = {
  /** Rejects when the API could not be opened or could not answer; bodies arrive as they are written, event streams too. */
  fetch: (request: Request) => Promise<Response>
  /** Forgets everything that was done and starts again from the demo's data. */
  reset: () => Promise<void>
  /** Tells how far the start has come, now and at every change, until the function that it gives is called. */
  watch: (watcher: (state: StartState) => void) => () => void
}

type Answer = Exclude<ToTab, { kind: 'state' }>
type Exchange = { answer(message: Answer): void }

/** The tab's side of the port. Holds a lock for as long as the tab lives, so that the other side knows when to stop its streams. */
export async function connectApi(port: MessagePort): Promise<SharedApi> {
  const exchanges = new Map<number, Exchange>()
  let lastId = 0
  const send = (message: ToApi, transfer: Transferable[] = []) => { port.postMessage(message, transfer) }
  const watchers = new Set<(state: StartState) => void>()
  let state: StartState | undefined
  port.addEventListener('message', ({ data }: MessageEvent<ToTab>) => {
    if (data.kind !== 'state') return exchanges.get(data.id)?.answer(data)
    state = data.state
    for (const watcher of watchers) watcher(state)
  })
  port.start()
  send({ kind: 'hello', tab: await holdTabLock() })

  return {
    async fetch(request) {
      const body = request.body === null ? null : await request.arrayBuffer()
      const id = ++lastId
      return new Promise<Response>((resolve, reject) => {
        exchanges.set(id, tabExchange(resolve, reject, (cancelled) => {
          exchanges.delete(id)
          if (cancelled) send({ kind: 'cancel', id })
        }))
        const { method, url, headers } = request
        send({ kind: 'request', id, method, url, headers: [...headers], body }, body === null ? [] : [body])
      })
    },
    reset() {
      const id = ++lastId
      return new Promise<void>((resolve, reject) => {
        exchanges.set(id, { answer(message) {
          exchanges.delete(id)
          if (message.kind === 'failed') reject(new Error(message.message))
          else resolve()
        } })
        send({ kind: 'reset', id })
      })
    },
    watch(watcher) {
      watchers.add(watcher)
      if (state) watcher(state)
      return () => void watchers.delete(watcher)
    },
  }
}

function tabExchange(resolve: (response: Response) => void, reject: (error: Error) => void, done: (cancelled: boolean) => void): Exchange {
  let body: ReadableStreamDefaultController<Uint8Array> | undefined
  return {
    answer(message) {
      if (message.kind === 'head') {
        const stream = message.body
          ? new ReadableStream<Uint8Array>({ start: (controller) => { body = controller }, cancel: () => done(true) })
          : null
        resolve(new Response(stream, { status: message.status, headers: message.headers }))
      } else if (message.kind === 'chunk') {
        body?.enqueue(message.bytes)
      } else {
        done(false)
        const failure = message.kind === 'failed' ? new TypeError(message.message) : undefined
        if (failure) { body?.error(failure); reject(failure) } else body?.close()
      }
    },
  }
}

/** The API's side of one tab's port. */
export function serveApi(port: MessagePort, api: SharedApi): void {
  const streams = new Map<number, ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>>()
  const send = (message: ToTab) => { port.postMessage(message) }
  const attempt = (id: number, work: Promise<void>) => {
    work.catch((error: unknown) => send({ kind: 'failed', id, message: String(error) })).finally(() => streams.delete(id))
  }
  const answer = async ({ id, url, ...init }: Extract<ToApi, { kind: 'request' }>) => {
    const response = await api.fetch(new Request(url, init))
    const reader = response.body?.getReader()
    send({ kind: 'head', id, status: response.status, headers: [...response.headers], body: reader !== undefined })
    if (reader) {
      streams.set(id, reader)
      for (let part = await reader.read(); !part.done; part = await reader.read()) send({ kind: 'chunk', id, bytes: part.value })
    }
    send({ kind: 'end', id })
  }
  const cancel = (id: number) => { void streams.get(id)?.cancel() }

  port.addEventListener('message', ({ data }: MessageEvent<ToApi>) => {
    if (data.kind === 'request') attempt(data.id, answer(data))
    else if (data.kind === 'reset') attempt(data.id, api.reset().then(() => send({ kind: 'end', id: data.id })))
    else if (data.kind === 'cancel') cancel(data.id)
    else {
      const unwatch = api.watch((state) => send({ kind: 'state', state }))
      void navigator.locks.request(data.tab, () => {
        unwatch()
        for (const id of streams.keys()) cancel(id)
      })
    }
  })
  port.start()
}

/** The other side's port when there is no API: the tab learns why. */
export function refusePort(port: MessagePort, error: unknown): void {
  const message: ToTab = { kind: 'state', state: { failed: 'program', why: String(error) } }
  port.postMessage(message)
}

/** Resolves with the lock's name once it is held; the browser gives it up with the tab. */
function holdTabLock(): Promise<string> {
  const name = `tessera-tab:${randomUuid()}`
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => {
      resolve(name)
      return new Promise<never>(() => undefined)
    })
  })
}
