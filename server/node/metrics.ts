import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Middleware } from './portal-env.ts'

/** The process's figures for Prometheus. Labels are method, route name and status: a known set, with no id, address or person in it. */
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

  const measure: Middleware = async (c, next) => {
    inFlight.inc()
    const stop = duration.startTimer()
    try {
      await next()
    } finally {
      inFlight.dec()
      stop({ method: knownMethods.has(c.req.method) ? c.req.method : 'other', route: c.get('route'), status: c.res.status })
    }
  }
  return {
    measure,
    /** One finished SQL statement, as Kysely's `log` reports it. */
    onQuery: ({ level, queryDurationMillis }: { level: 'query' | 'error'; queryDurationMillis: number }): void => {
      storeDuration.observe(queryDurationMillis / 1000)
      if (level === 'error') storeErrors.inc()
    },
    /** One attempt to send a mail, or the decision not to. */
    onMail: (outcome: 'sent' | 'refused' | 'put_off' | 'uncertain'): void => mails.inc({ outcome }),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  }
}
export type Metrics = ReturnType<typeof createMetrics>

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
