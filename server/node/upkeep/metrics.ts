import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { TableSize } from '../../store/sql/table-sizes.ts'
import type { Middleware } from '../portal-env.ts'

/** The process's Prometheus metrics. Labels are method, route name and status: a fixed set without ids, addresses or people. */
export function createMetrics() {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the request to the head of its answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  const inFlight = new Gauge({ name: 'http_requests_in_flight', help: 'Requests being answered', registers: [registry] })
  const streams = new Gauge({ name: 'event_streams_open', help: 'Event streams that somebody listens to', registers: [registry] })
  const storeDuration = new Histogram({
    name: 'store_query_duration_seconds',
    help: 'Time of one SQL statement, waiting for the database included',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const storeErrors = new Counter({ name: 'store_query_errors_total', help: 'SQL statements that failed', registers: [registry] })

  const mails = new Counter({
    name: 'mail_attempts_total',
    help: 'Mails that were tried, by what became of the attempt',
    labelNames: ['outcome'],
    registers: [registry],
  })

  const deliveries = new Counter({
    name: 'webhook_attempts_total',
    help: 'Webhook deliveries that were tried, by what became of them',
    labelNames: ['outcome'],
    registers: [registry],
  })

  const tableBytes = new Gauge({
    name: 'store_table_bytes', help: 'A table with its indexes on disk', labelNames: ['table'], registers: [registry],
  })
  const tableRows = new Gauge({
    name: 'store_table_rows', help: 'Rows of a table when they were last counted, about', labelNames: ['table'], registers: [registry],
  })
  const clockHeld = new Gauge({
    name: 'clock_held', help: '1 while a jump of the clock waits for a person to confirm the time', registers: [registry],
  })
  let look: () => Promise<void> = () => Promise.resolve()

  const measure: Middleware = async (c, next) => {
    inFlight.inc()
    const stop = duration.startTimer()
    try {
      await next()
      const { outgoing } = c.env
      // A caller who left before the response began closes nothing.
      if (c.res.headers.get('Content-Type') === 'text/event-stream' && outgoing?.destroyed === false) {
        streams.inc()
        outgoing.once('close', () => streams.dec())
      }
    } finally {
      inFlight.dec()
      stop({ method: knownMethods.has(c.req.method) ? c.req.method : 'other', route: c.get('route'), status: c.res.status })
    }
  }
  return {
    measure,
    /** Counts a finished SQL statement from Kysely's `log`. */
    onQuery: ({ level, queryDurationMillis }: { level: 'query' | 'error'; queryDurationMillis: number }): void => {
      storeDuration.observe(queryDurationMillis / 1000)
      if (level === 'error') storeErrors.inc()
    },
    /** Counts an attempt to send a mail, or the decision not to. */
    onMail: (outcome: 'sent' | 'refused' | 'put_off' | 'uncertain'): void => mails.inc({ outcome }),
    /** Counts an attempt to deliver to a webhook. */
    onDelivery: (outcome: 'delivered' | 'put_off' | 'dead'): void => deliveries.inc({ outcome }),
    /** Reads sizes when the metrics are scraped; they keep their values while the store is unavailable. */
    watch: (sizes: () => Promise<TableSize[]>, isTimeTrusted: () => boolean): void => {
      look = async () => {
        clockHeld.set(isTimeTrusted() ? 0 : 1)
        for (const { table, bytes, rows } of await sizes().catch(() => [])) {
          tableBytes.set({ table }, bytes)
          tableRows.set({ table }, rows)
        }
      }
    },
    contentType: registry.contentType,
    text: async () => {
      await look()
      return registry.metrics()
    },
  }
}
export type Metrics = ReturnType<typeof createMetrics>

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
