import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { CannotListen, listenOn } from './http-server.ts'

it('lives but is not ready until there is something to answer with', async () => {
  const server = await listenOn('127.0.0.1', 0)
  const statusOf = async (path: string) => (await fetch(`http://127.0.0.1:${server.port}${path}`)).status
  expect([await statusOf('/healthz'), await statusOf('/readyz'), await statusOf('/')]).toEqual([200, 503, 503])
  server.answerWith(() => new Response('ready'))
  expect(await statusOf('/')).toBe(200)
  await server.stop(1_000)
})

it('does not wait longer than it was told to for a request that never ends', async () => {
  const server = await listenOn('127.0.0.1', 0)
  let arrived = () => {}
  const waiting = new Promise<void>((resolve) => { arrived = resolve })
  server.answerWith(() => {
    arrived()
    return new Promise(() => {})
  })
  const answer = fetch(`http://127.0.0.1:${server.port}/`).then(() => 'answered', () => 'cut off')
  await waiting
  await server.stop(100)
  expect(await answer).toBe('cut off')
})

it.each([
  ['a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => { other.once('listening', resolve) })
    return { host: '127.0.0.1', port: (other.address() as AddressInfo).port, done: () => other.close() }
  }, 'is taken by another process'],
  [
    'an address that is not here',
    () => Promise.resolve({ host: '192.0.2.1', port: 0, done: () => undefined }),
    'no address of this machine',
  ],
])('says why it cannot listen: %s', async (_why, occupied, said) => {
  const { host, port, done } = await occupied()
  const listening = listenOn(host, port)
  await expect(listening).rejects.toThrow(CannotListen)
  await expect(listening).rejects.toThrow(said)
  done()
})
