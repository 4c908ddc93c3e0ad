import { afterEach, expect, it } from 'vitest'
import { connectApi, refusePort, serveApi, type SharedApi } from './api-port.ts'
import type { StartState } from './start-state.ts'

const ports: MessagePort[] = []
afterEach(() => { for (const port of ports.splice(0)) port.close() })

async function through(api: Partial<SharedApi>): Promise<SharedApi> {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  serveApi(port2, {
    fetch: () => Promise.reject(new Error('not asked for')), reset: () => Promise.resolve(), watch: () => () => undefined, ...api,
  })
  return connectApi(() => port1)
}

const encode = (text: string) => new TextEncoder().encode(text)

it('carries method, address, headers and body there, and status, headers and body back', async () => {
  const api = await through({
    fetch: async (request) =>
      new Response(`${request.method} ${new URL(request.url).pathname} ${request.headers.get('if-match')} ${await request.text()}`, {
        status: 201, headers: { etag: '"2"' },
      }),
  })
  const asked = new Request('http://portal.example/api/x', { method: 'POST', body: 'né', headers: { 'if-match': '"1"' } })
  const answer = await api.fetch(asked)
  expect([answer.status, answer.headers.get('etag'), await answer.text()]).toEqual([201, '"2"', 'POST /api/x "1" né'])
})

it('gives an answer without a body as it is', async () => {
  const api = await through({ fetch: () => Promise.resolve(new Response(null, { status: 204 })) })
  const answer = await api.fetch(new Request('http://portal.example/api/x'))
  expect([answer.status, answer.body]).toEqual([204, null])
})

it('hands over an event stream as it is written, and stops the source when the reader leaves', async () => {
  let stopped!: () => void
  const stop = new Promise<void>((resolve) => { stopped = resolve })
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encode('data: 1\n\n')),
    cancel: () => stopped(),
  })
  const api = await through({ fetch: () => Promise.resolve(new Response(stream)) })
  const reader = (await api.fetch(new Request('http://portal.example/api/events'))).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: 1\n\n')
  await reader?.cancel()
  await stop
})

it('stops the source of what is given up, before its answer comes and within it', async () => {
  const stopped: string[] = []
  const answers: (() => void)[] = []
  const api = await through({
    fetch: ({ url }) => new Promise((resolve) => {
      answers.push(() => resolve(new Response(new ReadableStream({ cancel: () => void stopped.push(url) }))))
    }),
  })
  const ask = (url: string) => {
    const leave = new AbortController()
    return { leave, answer: api.fetch(new Request(url, { signal: leave.signal })) }
  }
  const within = ask('http://portal.example/within')
  await expect.poll(() => answers.length).toBe(1)
  answers[0]?.()
  const body = (await within.answer).text()
  within.leave.abort()
  await expect(body).rejects.toThrow('given up')
  await expect.poll(() => stopped).toEqual(['http://portal.example/within'])

  const before = ask('http://portal.example/before')
  await expect.poll(() => answers.length).toBe(2)
  before.leave.abort()
  await expect(before.answer).rejects.toThrow('given up')
  // Messages arrive in order, so the API has received it.
  await api.reset()
  answers[1]?.()
  await expect.poll(() => stopped).toEqual(['http://portal.example/within', 'http://portal.example/before'])

  const late = ask('http://portal.example/late')
  late.leave.abort()
  await expect(late.answer).rejects.toThrow('abort')
  expect(answers).toHaveLength(2)
})

it('keeps the answers to several questions at once apart', async () => {
  const api = await through({
    fetch: async (request) => {
      if (request.url.endsWith('slow')) await new Promise((resolve) => { setTimeout(resolve, 20) })
      return new Response(request.url)
    },
  })
  const urls = ['http://portal.example/slow', 'http://portal.example/quick']
  const answers = await Promise.all(urls.map(async (url) => (await api.fetch(new Request(url))).text()))
  expect(answers).toEqual(urls)
})

it('tells of a failure before and within an answer', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) })
  const refusing = await through({ fetch: () => Promise.reject(new Error('no database')) })
  await expect(refusing.fetch(new Request('http://portal.example/'))).rejects.toThrow('no database')
  const breaking = await through({ fetch: () => Promise.resolve(new Response(broken)) })
  await expect((await breaking.fetch(new Request('http://portal.example/'))).text()).rejects.toThrow('cut')
})

it('resolves a reset when it is done, and rejects it when it failed', async () => {
  const done: string[] = []
  await (await through({ reset: () => Promise.resolve(void done.push('reset')) })).reset()
  expect(done).toEqual(['reset'])
  await expect((await through({ reset: () => Promise.reject(new Error('blocked')) })).reset()).rejects.toThrow('blocked')
})

it('tells a tab how far the start has come, and each change of it', async () => {
  let tell!: (state: StartState) => void
  const api = await through({
    watch: (watcher) => {
      tell = watcher
      watcher({ at: 'program' })
      return () => undefined
    },
  })
  const told: StartState[] = []
  const heard = new Promise<void>((resolve) => {
    api.watch((state) => {
      told.push(state)
      if ('ready' in state) resolve()
      else tell({ ready: ['memory'] })
    })
  })
  await heard
  expect(told).toEqual([{ at: 'program' }, { ready: ['memory'] }])
})

it('fails what a worker that has ended was asked for, and goes on with the next one, of whose start it tells from a wait on', async () => {
  const states: StartState[] = []
  const life = Promise.withResolvers<never>()
  const worker = (name: string, lock: string, isBusy: boolean, start: StartState[]) => {
    const { port1, port2 } = new MessageChannel()
    ports.push(port1, port2)
    serveApi(port2, {
      fetch: () => (isBusy ? new Promise(() => undefined) : Promise.resolve(new Response(name))),
      reset: () => Promise.resolve(),
      watch: (watcher) => {
        for (const each of start) watcher(each)
        return () => undefined
      },
    })
    port2.postMessage({ kind: 'alive', lock })
    return port1
  }
  navigator.locks.request('first', () => life.promise).catch(() => undefined)
  void navigator.locks.request('second', () => new Promise<never>(() => undefined))
  const workers = [
    worker('one', 'first', true, [{ at: 'program' }, { ready: [] }]),
    worker('two', 'second', false, [{ at: 'program' }, { at: 'waiting' }, { at: 'database' }, { ready: ['memory'] }]),
  ]
  const api = await connectApi(() => workers.shift() as MessagePort)
  await new Promise<void>((resolve) => {
    api.watch((state) => {
      states.push(state)
      if ('ready' in state) resolve()
    })
  })
  const asked = api.fetch(new Request('http://portal.example/api/x'))
  life.reject(new Error('ended'))
  await expect(asked).rejects.toThrow('ended')
  expect(await (await api.fetch(new Request('http://portal.example/api/y'))).text()).toBe('two')
  expect(states).toEqual([{ at: 'program' }, { ready: [] }, { at: 'waiting' }, { at: 'database' }, { ready: ['memory'] }])
})

it('tells a tab why there is no API', async () => {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const api = await connectApi(() => port1)
  const told = new Promise<StartState>((resolve) => { api.watch(resolve) })
  refusePort(port2, new Error('no code'))
  expect(await told).toEqual({ failed: 'program', why: 'Error: no code' })
})
