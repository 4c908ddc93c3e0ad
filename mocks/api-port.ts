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
  | { kind: 'alive'; lock: string }

/** A tab's access to the API that all tabs share. */
export type SharedApi = {
  /** Rejects when the API cannot open or respond; bodies stream, also event streams. */
  fetch: (request: Request) => Promise<Response>
  /** Discards all changes and restores the demo's data. */
  reset: () => Promise<void>
  /** Reports the start's progress, now and at every change, until the result is called. */
  watch: (watcher: (state: StartState) => void) => () => void
}

type Answer = Exclude<ToTab, { kind: 'state' | 'alive' }>
type Exchange = { answer(message: Answer): void }

/**
 * Milliseconds before a new worker replaces one that has ended, which may end at once too; and until the tab gives up, since a browser may
 * connect it to a dying shared worker.
 */
const another = { pause: 500, patience: 10_000 }

/**
 * The tab's side of the port. Each side holds a lock while it lives, so that the other one notices its end: the API then stops the tab's
 * streams; the tab fails its open requests like a network and asks `openPort` for another port. That one stays silent until it is ready,
 * fails, or waits for another tab.
 */
export async function connectApi(openPort: () => MessagePort): Promise<SharedApi> {
  const exchanges = new Map<number, Exchange>()
  let lastId = 0
  let isAnew = false
  const watchers = new Set<(state: StartState) => void>()
  let state: StartState | undefined
  const tab = await holdLock('tessera-tab')
  const connect = () => {
    const port = openPort()
    const late = isAnew ? setTimeout(() => startAnew(port), another.patience) : undefined
    port.addEventListener('message', ({ data }: MessageEvent<ToTab>) => {
      if (data.kind === 'alive') {
        clearTimeout(late)
        return void navigator.locks.request(data.lock, () => startAnew(port))
      }
      if (data.kind !== 'state') {
        const exchange = exchanges.get(data.id)
        if (exchange) exchange.answer(data)
        else if (data.kind === 'head') sendToApi(port, { kind: 'cancel', id: data.id })
        return
      }
      if (isAnew && 'at' in data.state && data.state.at !== 'waiting') return
      isAnew = false
      state = data.state
      for (const watcher of watchers) watcher(state)
    })
    port.start()
    sendToApi(port, { kind: 'hello', tab })
    return port
  }
  const startAnew = (ended: MessagePort) => {
    isAnew = true
    ended.close()
    opened = new Promise((resolve) => { setTimeout(() => resolve(connect()), another.pause) })
    const waiting = [...exchanges]
    exchanges.clear()
    for (const [id, exchange] of waiting) exchange.answer({ kind: 'failed', id, message: 'The worker that answers has ended.' })
  }
  let opened = Promise.resolve(connect())

  return {
    async fetch(request) {
      const body = request.body === null ? null : await request.arrayBuffer()
      const id = ++lastId
      const port = await opened
      request.signal.throwIfAborted()
      return new Promise<Response>((resolve, reject) => {
        exchanges.set(id, tabExchange(resolve, reject, (cancelled) => {
          exchanges.delete(id)
          if (cancelled) sendToApi(port, { kind: 'cancel', id })
        }))
        request.signal.addEventListener('abort', () => {
          exchanges.get(id)?.answer({ kind: 'failed', id, message: 'It was given up.' })
          sendToApi(port, { kind: 'cancel', id })
        })
        const { method, url, headers } = request
        sendToApi(port, { kind: 'request', id, method, url, headers: [...headers], body }, body === null ? [] : [body])
      })
    },
    async reset() {
      const id = ++lastId
      const port = await opened
      return new Promise<void>((resolve, reject) => {
        exchanges.set(id, { answer(message) {
          exchanges.delete(id)
          if (message.kind === 'failed') reject(new Error(message.message))
          else resolve()
        } })
        sendToApi(port, { kind: 'reset', id })
      })
    },
    watch(watcher) {
      watchers.add(watcher)
      if (state) watcher(state)
      return () => void watchers.delete(watcher)
    },
  }
}

const sendToApi = (port: MessagePort, message: ToApi, transfer: Transferable[] = []) => { port.postMessage(message, transfer) }

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

let worker: Promise<string> | undefined

/** Tells a tab how to notice this worker's end; at once, since it may not live to serve. */
export function showLife(port: MessagePort): void {
  worker ??= holdLock('tessera-worker')
  void worker.then((lock) => {
    const message: ToTab = { kind: 'alive', lock }
    port.postMessage(message)
  })
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

/** Answers a port without an API: the tab learns why. */
export function refusePort(port: MessagePort, error: unknown): void {
  const message: ToTab = { kind: 'state', state: { failed: 'program', why: String(error) } }
  port.postMessage(message)
}

/** Resolves with a lock's name once it is held; the browser releases it with its tab or worker. */
function holdLock(kind: string): Promise<string> {
  const name = `${kind}:${randomUuid()}`
  return new Promise((resolve) => {
    void navigator.locks.request(name, () => {
      resolve(name)
      return new Promise<never>(() => undefined)
    })
  })
}
