import { EventEmitter } from 'node:events'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { createMetrics } from './metrics.ts'

it('counts a stream until it closes, and none of whoever has gone before the answer began', async () => {
  const metrics = createMetrics()
  const app = new Hono().use(metrics.measure as never).get('/', (c) => c.body('', 200, { 'Content-Type': 'text/event-stream' }))
  const open = async () => Number(/^event_streams_open (\d+)$/m.exec(await metrics.text())?.[1])
  const [here, gone] = [false, true].map((destroyed) => Object.assign(new EventEmitter(), { destroyed }))
  for (const outgoing of [here, gone]) await app.request('/', {}, { outgoing })
  expect(await open()).toBe(1)
  here?.emit('close')
  expect(await open()).toBe(0)
})
